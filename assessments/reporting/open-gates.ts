import { exceeds } from '../indicators/comparison.ts';
import { meets } from '../planning/gate-closing.ts';
import type { Offer } from '../planning/offer.ts';
import { nameOf, wan } from './plan-text.ts';
import type { PlannedMill } from './planned-mill.ts';

/** Why failed gates stay open: no measure closes them, money is short, or people and exclusions stand against it; empty where none does. */
export function leftOpen({ mill, plan }: PlannedMill): string {
  const { words, name } = mill;
  if (plan.gatesOpen.length === 0) return '';
  const closable = plan.gatesOpen.filter((gate) => closersOf(gate, plan).length > 0);
  const without = plan.gatesOpen.filter((gate) => !closable.includes(gate));
  const all = [...plan.gatesClosed, ...closable];
  const cost = costOfClosing(all, plan);
  const budget = plan.budgetWan;
  const values = { name, gates: words.list(closable), count: closable.length };
  return words.flow([
    closable.length === 0
      ? ''
      : budget !== null && exceeds(cost, budget)
        ? words.say('gates-no-money', {
            ...values,
            all: all.length,
            cost: wan(cost),
            budget: wan(budget),
            short: wan(cost - budget),
          })
        : words.say('gates-no-room', { ...values, people: plan.people }),
    without.length === 0
      ? ''
      : words.say('gates-no-measure', { name, gates: words.list(without), count: without.length }),
  ]);
}

/** The measures of the plan that close a gate, by name; none without a plan. */
export function closingNames(gate: string, planned: PlannedMill | null): string[] {
  if (planned === null) return [];
  return planned.open.filter(({ closes }) => closes.includes(gate)).map((entry) => nameOf(entry, planned.mill.words));
}

function closersOf(gate: string, { offers, mill: { mill } }: PlannedMill['plan']): Offer[] {
  const question = mill.questions.get(gate);
  return offers.filter(({ measure }) => measure.lifts.some((lift) => lift.question === gate && meets(question, lift)));
}

/** Planned money, 10k yuan, of the cheapest measure for each gate with what it requires, what several need counted once. */
function costOfClosing(gates: readonly string[], plan: PlannedMill['plan']): number {
  const byId = new Map(plan.offers.map((offer) => [offer.measure.id as string, offer]));
  const taken = new Map<string, number>();
  for (const gate of gates) {
    const ways = closersOf(gate, plan).map((offer) => withNeeds(offer, byId));
    const price = (way: ReadonlyMap<string, number>) =>
      [...way].reduce((sum, [id, cost]) => sum + (taken.has(id) ? 0 : cost), 0);
    const [cheapest] = ways.sort((a, b) => price(a) - price(b));
    for (const [id, cost] of cheapest ?? []) taken.set(id, cost);
  }
  return [...taken.values()].reduce((sum, cost) => sum + cost, 0);
}

function withNeeds(
  offer: Offer,
  byId: ReadonlyMap<string, Offer>,
  found = new Map<string, number>(),
): Map<string, number> {
  if (found.has(offer.measure.id)) return found;
  found.set(offer.measure.id, offer.cost.planned);
  for (const id of offer.requires) {
    const needed = byId.get(id);
    if (needed !== undefined) withNeeds(needed, byId, found);
  }
  return found;
}
