import type { ResultPlan } from '../schema/plan.ts';
import { liftedBy } from './lifted-answers.ts';
import type { ImprovementPlan } from './plan-of.ts';
import { totalBudget } from './problem-of.ts';

/** The plan as a result carries it; scores and levels on the low bound. */
export function resultPlan({ request, planned, objective, bound, proven, expected }: ImprovementPlan): ResultPlan {
  return {
    budgetWan: totalBudget(request),
    proven,
    gap: objective <= 0 ? 0 : Math.max(0, bound - objective) / objective,
    measures: planned.map(({ item, measure, cost, requires }) => ({
      id: item.id,
      phase: item.phase,
      costWan: { low: cost.low, planned: cost.planned, high: cost.high },
      lifts: measure === null ? [] : liftedBy(measure, expected.questions).sort(),
      requires: [...requires],
    })),
    expected: Object.fromEntries(
      [...expected.pinned].sort().flatMap((id) => {
        const pack = expected.scores.packs[id];
        return pack === undefined ? [] : [[id, { score: pack.score?.low ?? null, level: pack.level }]];
      }),
    ),
  };
}
