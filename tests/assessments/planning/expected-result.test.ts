import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offersFor } from '#assessments/planning/offer.ts';
import { millAfter } from '#assessments/planning/mill-after.ts';
import { expectedAfter } from '#assessments/planning/plan-of.ts';
import { topicWeight } from '#assessments/planning/problem-of.ts';
import { Dossier } from '#assessments/schema/dossier.ts';
import type { Measure } from '#assessments/schema/measure.ts';
import type { PackId } from '#assessments/schema/ids.ts';
import { scoreMill, type Scores } from '#assessments/scoring/scored-mill.ts';
import { demoMills } from '#tests/support/demo-mills.ts';
import { longOrShort } from '#tests/support/long-form.ts';
import {
  arbitraryRequest,
  catalogue,
  packScores,
  planFor,
  randomMills,
  scoredMill,
  type ScoredMill,
} from '#tests/support/plans.ts';

const SAME = 1e-9;
const demos = demoMills().map(({ dossier }) => scoredMill(dossier));

const after = ({ mill }: ScoredMill, measures: readonly Measure[]) => expectedAfter(mill, measures).scores;

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
  it('is no lower in any pack for any single measure of the catalogue', () => {
    for (const [i, mill] of [...demos, ...randomMills(longOrShort(30, 2), 11)].entries()) {
      const falls = catalogue.measures.flatMap((measure) =>
        lowered(mill.scored, after(mill, [measure])).map((text) => `mill ${i} ${measure.id} ${text}`),
      );
      expect(falls).toEqual([]);
    }
  });

  it('is no lower for one more measure', () => {
    for (const [i, mill] of randomMills(longOrShort(60, 20), 12).entries()) {
      const [chain] = fc.sample(fc.shuffledSubarray([...catalogue.measures], { minLength: 8, maxLength: 40 }), {
        numRuns: 1,
        seed: i,
      });
      let before = mill.scored;
      const done: Measure[] = [];
      for (const measure of chain ?? []) {
        done.push(measure);
        const now = after(mill, done);
        expect(lowered(before, now), `mill ${i} with ${done.map(({ id }) => id).join()}`).toEqual([]);
        before = now;
      }
    }
  });

  it('of a plan is what scoring the changed dossier gives, read back from its file', () => {
    let widest = 0;
    let share = 0;
    const requests = fc.sample(arbitraryRequest, { numRuns: 10, seed: 13 });
    for (const [i, mill] of [...demos, ...randomMills(longOrShort(7, 1), 13)].entries()) {
      const request = requests[i] ?? {};
      const plan = planFor(mill, request);
      const changed = millAfter(
        mill.mill,
        plan.planned.flatMap(({ measure }) => measure ?? []),
      );
      const { diagnosis } = changed;
      const dossier = Dossier.parse(JSON.parse(JSON.stringify({ ...changed.dossier, diagnoses: [diagnosis] })));
      const again = scoreMill(dossier, dossier.diagnoses[0] ?? diagnosis, mill.mill.context).scores;
      const expected = plan.expected.scores;
      expect(again.packs).toEqual(expected.packs);
      const low = ({ packs }: Scores, id: PackId) => packs[id]?.score?.low ?? 0;
      const rescored = mill.mill.pinned.reduce(
        (sum, id) => sum + topicWeight(request, id) * (low(expected, id) - low(mill.scored, id)),
        0,
      );
      const difference = Math.abs(rescored - plan.objective);
      widest = Math.max(widest, difference);
      share = Math.max(share, rescored === 0 ? 0 : difference / rescored);
    }
    process.stdout.write(
      `expected result: objective and rescored gain differ by at most ${widest.toFixed(2)} points, ` +
        `and by at most ${(100 * share).toFixed(1)} % of the gain\n`,
    );
    expect(share).toBeLessThan(0.1);
  });

  it('leaves alone what is not on offer: answers that do not apply and values that are better already', () => {
    for (const { mill } of randomMills(20, 14)) {
      const { diagnosis } = millAfter(mill, catalogue.measures);
      for (const [id, answer] of Object.entries(mill.diagnosis.answers)) {
        const value = answer.verified ?? answer.self;
        if (value?.na === undefined) continue;
        expect(diagnosis.answers[id]).toEqual(answer);
      }
      expect(offersFor(mill, catalogue, { mustNot: catalogue.measures.map(({ id }) => id) })).toEqual([]);
    }
  });
});
