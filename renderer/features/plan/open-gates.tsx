import type { KeptView } from '#assessments/planning/kept-view.ts';
import { exceeds } from '#assessments/indicators/comparison.ts';
import { meets } from '#assessments/planning/gate-closing.ts';
import type { Offer } from '#assessments/planning/offer.ts';
import { wan } from '#assessments/reporting/plan-text.ts';
import { useWords } from '../../i18n/use-words.ts';
import { usePlanTexts } from './use-plan-texts.ts';

interface OpenGatesProps {
  /** Failed gates that stay open. */
  readonly gatesOpen: readonly string[];
  readonly gatesClosed: readonly string[];
  readonly view: Pick<KeptView, 'offers' | 'budgetWan' | 'mill'>;
}

/** The failed gates that a plan leaves open, with what closing them would cost at the least; nothing where it closes all. */
export function OpenGates({ gatesOpen, gatesClosed, view }: OpenGatesProps) {
  const { say, pick } = useWords();
  const texts = usePlanTexts();
  const { offers, budgetWan, mill } = view;
  if (gatesOpen.length === 0) return null;
  const [buyable, others] = [gatesOpen, gatesClosed].map(cheapest);
  const money = costOf(buyable);
  const isTooDear = budgetWan !== null && money > 0 && exceeds(money + costOf(others), budgetWan);
  const gates = gatesOpen.map((gate) => `${gate} ${pick(mill.mill.questions.get(gate)?.stem)}`).join(say('clause-gap'));
  return (
    <aside className="callout ground-bad">
      <strong>
        {isTooDear
          ? say('gates-over-budget', { count: gatesOpen.length, budget: wan(budgetWan), money: wan(money) })
          : say('gates-left-open', { count: gatesOpen.length })}
      </strong>
      <p>{gates}</p>
      {buyable === undefined || buyable.length === 0 ? null : (
        <p>{say('gates-closed-by', { measures: texts.names(buyable.map(({ measure }) => measure.id)) })}</p>
      )}
    </aside>
  );

  /** For each gate the cheapest measure that closes it, each once. */
  function cheapest(closed: readonly string[]): Offer[] {
    const found = closed.flatMap((gate) => {
      const closing = offers.filter(({ measure }) =>
        measure.lifts.some((lift) => lift.question === gate && meets(mill.mill.questions.get(gate), lift)),
      );
      return closing.sort((a, b) => a.cost.planned - b.cost.planned)[0] ?? [];
    });
    return [...new Set(found)];
  }
}

function costOf(all: readonly Offer[] = []): number {
  return all.reduce((sum, { cost }) => sum + cost.planned, 0);
}
