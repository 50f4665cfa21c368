import { describe, expect, it } from 'vitest';
import { shippedPacks } from '#assessments/packs/registry.ts';
import { changedFacts, remaindersOf } from '#assessments/planning/changed-facts.ts';
import { offersFor } from '#assessments/planning/offer.ts';
import { expectedAfter } from '#assessments/planning/plan-of.ts';
import type { Corner } from '#assessments/planning/plan-problem.ts';
import { problemOf } from '#assessments/planning/problem-of.ts';
import type { Measure } from '#assessments/schema/measure.ts';
import type { Scores } from '#assessments/scoring/scored-mill.ts';
import { randomStream } from '#tests/support/arbitrary-problems.ts';
import { demoMills } from '#tests/support/demo-mills.ts';
import { longOrShort } from '#tests/support/long-form.ts';
import { catalogue, packScores, randomMills, scoredMill, type ScoredMill } from '#tests/support/plans.ts';

const SAME = 1e-7;
/** Some of the random mills sell more heat than they have. */
const mills = [...demoMills().map(({ dossier }) => scoredMill(dossier)), ...randomMills(longOrShort(250, 60), 21)];

function problemFor({ mill }: ScoredMill) {
  const offers = offersFor(mill, catalogue, {});
  const { combined } = problemOf(offers, {
    mill,
    request: {},
    kept: [],
    stay: [],
    taken: { money: 0, months: 0 },
  });
  return { combined, measures: offers.map(({ measure }) => measure) };
}

/** KPI lines of the trace, those apart that an answer decides. */
function kpiLines(scores: Scores) {
  return packScores(scores).flatMap(([, pack]) =>
    pack.trace.filter(({ question }) => /^G?K\d/.test(question) && question !== 'GK4'),
  );
}

/** What the KPI lines gain by the real scoring when flows and reaches of the measures come about and no answer changes. */
function rescoredGain({ mill, scored }: ScoredMill, measures: readonly Measure[]): number {
  const flowsOnly = measures.map((measure) => ({ ...measure, lifts: [] }));
  const later = new Map(kpiLines(expectedAfter(mill, flowsOnly).scores).map((line) => [line.question, line]));
  return kpiLines(scored).reduce((sum, { question, weight, points }) => {
    const now = later.get(question);
    return sum + (now === undefined ? 0 : weight * Math.max(0, now.points.low - points.low));
  }, 0);
}

/** The height of a line at a way; its end beyond it. */
function gainAt(line: readonly Corner[], way: number): number {
  const next = line.findIndex((corner) => corner.way >= way);
  const [a, b] = [line[next - 1], line[next]];
  if (b === undefined) return line.at(-1)?.gain ?? 0;
  return a === undefined ? b.gain : a.gain + ((b.gain - a.gain) * (way - a.way)) / (b.way - a.way);
}

describe('the combined gain of the savings', () => {
  it('is what the real scoring gives for the KPIs', () => {
    let moved = 0;
    for (const [i, scoredMill] of mills.entries()) {
      const { combined, measures } = problemFor(scoredMill);
      const random = randomStream(i);
      for (const share of [0.1, 0.5, 1]) {
        const chosen = combined.items.filter(() => random() < share);
        const gain = combined.at(chosen).gain;
        if (gain > 0) moved += 1;
        const real = rescoredGain(
          scoredMill,
          chosen.flatMap((item) => measures[item] ?? []),
        );
        expect(Math.abs(gain - real), `mill ${i}: ${gain} against ${real}`).toBeLessThan(SAME);
      }
    }
    expect(moved).toBeGreaterThan(50);
  });

  it('never falls, and never grows by more than its bound says: part by part, by any further measures', () => {
    let checked = 0;
    for (const [i, scoredMill] of mills.entries()) {
      const { combined } = problemFor(scoredMill);
      if (combined.parts === 0) continue;
      const random = randomStream(1000 + i);
      for (let round = 0; round < 12; round += 1) {
        const base = combined.items.filter(() => random() < (round % 4) / 4);
        const { gain: from, lines } = combined.at(base);
        const more = combined.items.filter((item) => !base.includes(item) && random() < 1 / (1 + 4 * (round % 3)));
        const mostOf = (chosen: readonly number[]) =>
          lines.reduce((sum, line, part) => {
            const way = chosen.reduce(
              (all, item) => all + (combined.moves[combined.items.indexOf(item)]?.[part] ?? 0),
              0,
            );
            return sum + gainAt(line, way);
          }, 0);
        const gained = combined.at([...base, ...more].sort((a, b) => a - b)).gain - from;
        checked += 1;
        expect(gained, `mill ${i} with ${base.join()}`).toBeGreaterThanOrEqual(-SAME);
        expect(gained, `mill ${i} from ${base.join()} by ${more.join()}`).toBeLessThanOrEqual(mostOf(more) + SAME);
        for (const item of more) {
          const alone = combined.at([...base, item].sort((a, b) => a - b)).gain - from;
          expect(alone, `mill ${i} from ${base.join()} by ${item}`).toBeLessThanOrEqual(mostOf([item]) + SAME);
        }
      }
    }
    expect(checked).toBeGreaterThan(2 * mills.length);
  });

  it('multiplies what is left and never adds savings', () => {
    const savers = catalogue.measures.filter(({ saves }) => saves.some(({ flow }) => flow === 'water')).slice(0, 6);
    const shares = savers.flatMap(({ saves }) => saves.filter(({ flow }) => flow === 'water'));
    const left = shares.reduce((product, { share }) => product * (1 - share.planned), 1);
    expect(remaindersOf(savers).water).toBeCloseTo(left, 12);
    expect(1 - left).toBeLessThan(shares.reduce((sum, { share }) => sum + share.planned, 0));
    const facts = { 'water.intake.town': 1000, 'water.wastewater.discharged': 800, 'energy.diesel': 7 };
    const after = changedFacts(
      facts,
      savers.map((measure) => ({ ...measure, reaches: [] })),
      shippedPacks['green-factory'],
    );
    expect(after['water.intake.town']).toBeCloseTo(1000 * left, 9);
    expect(after['water.wastewater.discharged']).toBeCloseTo(800 * left, 9);
    expect(after['energy.diesel']).toBe(7);
    expect(remaindersOf(catalogue.measures).water).toBeGreaterThan(0);
  });
});
