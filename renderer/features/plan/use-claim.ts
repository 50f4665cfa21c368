import { totalBudget } from '#assessments/planning/choosing.ts';
import { STEPS, type Aim, type PlanRequest, type Step } from '#assessments/schema/plan.ts';
import { shownDistance } from '#assessments/scoring/shown-number.ts';
import { useWords } from '../../i18n/use-words.ts';

/** Says of what a plan is proved the best, or at which step and how far it may be from it; never more. */
export function useClaim() {
  const { say } = useWords();
  return (aim: Aim, request: PlanRequest, gap: number, gapIn: string | null): string => {
    const limits = say(totalBudget(request) === null ? 'claim-people' : 'claim-budget');
    const isWeighed = Object.values(request.topics ?? {}).some(
      ({ weight, level }) => weight !== 1 || level !== undefined,
    );
    const within = isWeighed ? `${limits}${say('claim-weights')}` : limits;
    const first = say(request.recognition === undefined ? 'claim-first' : 'claim-first-recognition');
    if (gapIn === null) return say(`claim-${aim}`, { within, first });
    return say('claim-gap', { within, first, step: say(`step-of-${stepNamed(gapIn)}`), gap: shownDistance(100 * gap) });
  };
}

function stepNamed(name: string): Step {
  return STEPS.find((step) => step === name) ?? 'balance';
}
