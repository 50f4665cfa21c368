import { freePeople } from '#assessments/planning/choosing.ts';
import { millSize } from '#assessments/planning/mill-size.ts';
import { targetStep } from '#assessments/planning/recognition-target.ts';
import { wan } from '#assessments/reporting/plan-text.ts';
import type { PlanRequest } from '#assessments/schema/plan.ts';
import { useRecord } from '../../app/use-record.ts';
import { useServices } from '../../app/services.ts';
import { policies } from '../../documents/composer/plan-references.ts';
import { useWords } from '../../i18n/use-words.ts';

/** The request in a line: what hurts, money, people, and the title aimed at. */
export function useRequestSummary(request: PlanRequest): string {
  const { say, pick } = useWords();
  const { mill } = useRecord();
  const { today } = useServices();
  const { pains = [], budgetWan } = request;
  const size = millSize(mill.facts.now, mill.dossier.enterprise);
  const title = targetStep(request, mill, { ladders: policies.recognitions, asOf: today() });
  return [
    pains.length === 0 ? say('summary-no-pain') : pains.map((pain) => say(`pain-${pain}`)).join(say('list-separator')),
    budgetWan === undefined ? say('plan-unbound') : say('plan-of-budget', { budget: wan(budgetWan) }),
    say('summary-people', { people: freePeople(request, { size }) }),
    ...(title === null ? [] : [pick(title.name)]),
  ].join(' · ');
}
