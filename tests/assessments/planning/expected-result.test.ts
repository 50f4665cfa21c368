import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { millAfter } from '#assessments/planning/mill-after.ts';
import { offersFor, type Offer } from '#assessments/planning/offer.ts';
import { expectedAfter } from '#assessments/planning/plan-of.ts';
import { Dossier } from '#assessments/schema/dossier.ts';
import { scoreMill, type Scores } from '#assessments/scoring/scored-mill.ts';
import { demoMills } from '#tests/support/demo-mills.ts';
import { longOrShort } from '#tests/support/long-form.ts';
import { catalogue, packScores, plannedMillFor, randomMills, scoredMill } from '#tests/support/plans.ts';

const SAME = 1e-9;
const mills = [...demoMills().map(({ dossier }) => scoredMill(dossier)), ...randomMills(longOrShort(60, 4), 12)];

/** Packs that stand lower, in score or level, than before. */
function lowered(before: Scores, now: Scores): string[] {
  const known = new Map(packScores(now));
  return packScores(before).flatMap(([id, pack]) => {
    const later = known.get(id);
    const falls = (later?.score?.low ?? 0) < (pack.score?.low ?? 0) - SAME || (later?.level ?? 0) < (pack.level ?? 0);
    return falls ? [`${id} from ${pack.score?.low} to ${later?.score?.low}`] : [];
  });
}

describe('the expected result', () => {
  it('is no lower in any pack for one more measure that adds no use', () => {
    for (const [i, one] of mills.entries()) {
      const planned = plannedMillFor(one);
      const offers = offersFor(planned, {}, []).filter(({ pull }) => pull.adds.length === 0);
      const [chain = []] = fc.sample(fc.shuffledSubarray(offers, { minLength: Math.min(8, offers.length) }), {
        numRuns: 1,
        seed: i,
      });
      let before = one.scored;
      const done: Offer[] = [];
      for (const offer of chain.slice(0, 25)) {
        done.push(offer);
        const now = expectedAfter(planned, done).scores;
        expect(lowered(before, now), `mill ${i} with ${done.map(({ measure }) => measure.id).join()}`).toEqual([]);
        before = now;
      }
    }
  });

  it('is what scoring the changed dossier gives, read back from its file', () => {
    for (const one of mills.slice(0, 4)) {
      const planned = plannedMillFor(one);
      const offers = offersFor(planned, {}, []).slice(0, 30);
      const changed = millAfter(planned, offers);
      const { diagnosis } = changed;
      const dossier = Dossier.parse(JSON.parse(JSON.stringify({ ...changed.dossier, diagnoses: [diagnosis] })));
      const again = scoreMill(dossier, dossier.diagnoses[0] ?? diagnosis, one.mill.context).scores;
      expect(again.packs).toEqual(expectedAfter(planned, offers).scores.packs);
    }
  });

  it('leaves alone what does not apply and what is unknown', () => {
    let looked = 0;
    for (const one of mills) {
      const planned = plannedMillFor(one);
      const { diagnosis } = millAfter(planned, offersFor(planned, {}, []));
      for (const [id, answer] of Object.entries(one.mill.diagnosis.answers)) {
        const value = answer.verified ?? answer.self;
        if (value?.na === undefined && value?.unknown === undefined) continue;
        looked += 1;
        expect(diagnosis.answers[id]).toEqual(answer);
      }
      expect(offersFor(planned, { mustNot: catalogue.measures.map(({ id }) => id) }, [])).toEqual([]);
    }
    expect(looked).toBeGreaterThan(20);
  });
});
