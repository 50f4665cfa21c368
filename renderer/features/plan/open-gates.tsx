import type { KeptView } from '#assessments/planning/kept-view.ts';
import { meets } from '#assessments/planning/gate-closing.ts';
import { wan } from '#assessments/reporting/plan-text.ts';
import { useWords } from '../../i18n/use-words.ts';
import { usePlanTexts } from './use-plan-texts.ts';

/** The failed gates that the plan leaves open, with what closing them would cost at the least; nothing where it closes all. */
export function OpenGates({ view }: { readonly view: KeptView }) {
  const { say, pick } = useWords();
  const texts = usePlanTexts();
  const { gatesOpen, offers, budgetWan, mill } = view;
  if (gatesOpen.length === 0) return null;
  const cheapest = gatesOpen.map((gate) => {
    const closing = offers.filter(({ measure }) =>
      measure.lifts.some((lift) => lift.question === gate && meets(mill.mill.questions.get(gate), lift)),
    );
    return closing.sort((a, b) => a.cost.planned - b.cost.planned)[0] ?? null;
  });
  const buyable = [...new Set(cheapest.filter((offer) => offer !== null))];
  const money = buyable.reduce((sum, offer) => sum + offer.cost.planned, 0);
  const gates = gatesOpen.map((gate) => `${gate} ${pick(mill.mill.questions.get(gate)?.stem)}`).join(say('clause-gap'));
  return (
    <aside className="callout ground-bad">
      <strong>
        {budgetWan !== null && buyable.length > 0
          ? say('gates-over-budget', { count: gatesOpen.length, budget: wan(budgetWan), money: wan(money) })
          : say('gates-left-open', { count: gatesOpen.length })}
      </strong>
      <p>{gates}</p>
      {buyable.length === 0 ? null : (
        <p>{say('gates-closed-by', { measures: texts.names(buyable.map(({ measure }) => measure.id)) })}</p>
      )}
    </aside>
  );
}
