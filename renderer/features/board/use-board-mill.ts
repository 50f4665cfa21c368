import { useMemo } from 'react';
import { planAsChosen } from '#assessments/planning/plan-of.ts';
import { preliminaryFor } from '#assessments/planning/preliminary.ts';
import type { Mill } from '#assessments/reporting/report-input.ts';
import { storedPlan } from '#assessments/schema/plan.ts';
import { useRecord } from '../../app/use-record.ts';
import { catalogue, planContextOn, policies } from '../../documents/composer/plan-references.ts';
import { useMill } from '../results/use-mill.ts';

/** The open mill in words, with the plan that it keeps, else with 初步措施; null until the guidance texts have come. */
export function useBoardMill(): Mill | null {
  const { dossier, diagnosis, mill: scored } = useRecord();
  const mill = useMill(diagnosis);
  const planning = useMemo(() => {
    const stored = storedPlan(dossier.plan);
    const plan =
      stored === null || stored.items.length === 0
        ? null
        : planAsChosen(scored, stored, planContextOn(scored.context.asOf));
    return plan === null
      ? { plan: null, preliminary: preliminaryFor(scored, catalogue) }
      : { plan: { plan, catalogue, policies, firm: stored?.firm ?? {} } };
  }, [scored, dossier.plan]);
  return useMemo(
    () => (mill === null ? null : { ...mill, ...planning, references: { catalogue, policies } }),
    [mill, planning],
  );
}
