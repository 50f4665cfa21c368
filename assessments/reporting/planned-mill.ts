import type { PlannedMeasure } from '../planning/planned-measures.ts';
import { millOf, type Mill, type PlanInput, type Topic } from './report-input.ts';
import { shownPlan } from './shown-plan.ts';

/** A mill with its plan, money as shown (shown-plan.ts): as it stands today and as it would stand after it, in the same words. */
export interface PlannedMill extends PlanInput {
  readonly mill: Mill;
  readonly after: Mill;
  readonly topics: readonly { readonly today: Topic; readonly after: Topic }[];
  /** What is still to be done, in the order of the plan. */
  readonly open: readonly PlannedMeasure[];
}

const known = new WeakMap<Mill, PlannedMill>();

/** Put together once for all the documents of a mill; null where there is no plan. */
export function plannedMillOf(mill: Mill): PlannedMill | null {
  if (mill.plan === null || mill.plan === undefined) return null;
  const planned = known.get(mill) ?? plannedOf(mill, mill.plan);
  known.set(mill, planned);
  return planned;
}

function plannedOf(mill: Mill, input: PlanInput): PlannedMill {
  const plan = shownPlan(input.plan);
  const { expected } = plan;
  const after = millOf({ ...mill, scored: expected, result: { ...mill.result, ...expected.scores } });
  return {
    ...input,
    plan,
    mill,
    after,
    topics: mill.topics.flatMap((today) => {
      const then = after.topics.find((topic) => topic.id === today.id);
      return then === undefined ? [] : [{ today, after: then }];
    }),
    open: plan.planned.filter(({ item }) => item.state !== 'done'),
  };
}
