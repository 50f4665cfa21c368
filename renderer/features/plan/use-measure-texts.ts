import { liftedBy } from '#assessments/planning/lifted-answers.ts';
import { isEstimate } from '#assessments/planning/plan-money.ts';
import type { Measure } from '#assessments/schema/measure.ts';
import type { PlanItem } from '#assessments/schema/plan.ts';
import { useRecord } from '../../app/use-record.ts';
import { useWords } from '../../i18n/use-words.ts';

const MOST_LIFTS = 4;

/** How measures are called and summed up in a line. */
export function useMeasureTexts() {
  const { say, pick } = useWords();
  const { mill } = useRecord();
  return {
    name: (item: PlanItem, measure: Measure | null) => (measure === null ? (item.name ?? item.id) : pick(measure.name)),
    lifts: (measure: Measure | null) => {
      if (measure === null) return say('own-measure');
      const ids = [
        ...liftedBy(measure, mill.questions),
        ...new Set(measure.reaches.map((reach) => reach.kpi as string)),
      ];
      const named = ids.slice(0, MOST_LIFTS).join(say('list-separator'));
      return ids.length > MOST_LIFTS ? say('lifts-more', { list: named, count: ids.length }) : named;
    },
    isEstimate: (item: PlanItem, measure: Measure | null) =>
      isEstimate({ item, measure, cost: { low: 0, planned: 0, high: 0, isSized: true }, requires: [] }),
  };
}
