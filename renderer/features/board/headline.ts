import { itemTitle } from '#assessments/reporting/answer-text.ts';
import type { PlannedMill } from '#assessments/reporting/planned-mill.ts';
import { nameOf, wan } from '#assessments/reporting/plan-text.ts';
import { preliminaryOf } from '#assessments/reporting/preliminary.ts';
import type { Mill } from '#assessments/reporting/report-input.ts';
import { briefTitle } from '#assessments/reporting/short-note.ts';
import type { Benefit } from '#assessments/planning/benefit.ts';
import type { GateState } from '#assessments/schema/result.ts';
import type { WindowWords } from '../../i18n/use-words.ts';

const FIRST = 3;

export interface Gate {
  readonly id: string;
  readonly title: string;
  /** Measures of the plan that close it. */
  readonly closedBy: readonly string[];
}

/** The gates of all topics in a state, with what the plan does about each. */
export function gatesIn(state: GateState, mill: Mill, planned: PlannedMill | null): Gate[] {
  return mill.topics
    .flatMap(({ result }) => result.gates)
    .filter((gate) => gate.state === state)
    .map(({ id }) => ({
      id,
      title: mill.words.pick(mill.question(id)?.short) || briefTitle(itemTitle(id, mill)),
      closedBy: (planned?.open ?? [])
        .filter(({ closes }) => closes.includes(id))
        .map((entry) => nameOf(entry, mill.words)),
    }));
}

/**
 * What the page comes to, in one or two sentences: what stands in the way, then what to do first. Of a plan with its money,
 * less what nobody priced; candidates have no total (planning.md 3).
 */
export function headline(mill: Mill, planned: PlannedMill | null, { say }: WindowWords): string {
  const failed = gatesIn('failed', mill, planned);
  const unknown = gatesIn('unknown', mill, planned);
  const isUntouched = Object.keys(mill.diagnosis.answers).length === 0;
  if (isUntouched) return say('head-untouched');
  const barrier =
    failed.length > 0
      ? say('head-failed', { count: failed.length, titles: titlesOf(failed, say) })
      : unknown.length > 0
        ? say('head-unsure', { count: unknown.length })
        : say('head-clear');
  const first = firstOf(mill, planned);
  if (first.length === 0) return barrier;
  const names = first.map(({ name }) => name).join(say('list-separator'));
  if (planned === null) return `${barrier}${say('head-gap')}${say('head-candidates', { names })}`;
  const cost = sum(first.map(({ costWan }) => costWan));
  const benefits = first.flatMap(({ benefit }) => benefit ?? []);
  const money =
    benefits.length === 0
      ? say('head-cost', { cost: wan(cost) })
      : moneyText(cost, sum(benefits.map(({ planned: amount }) => amount)), say);
  return `${barrier}${say('head-gap')}${say('head-first', { names })}${money}`;
}

/** The first few by name. */
function titlesOf(gates: readonly Gate[], say: WindowWords['say']): string {
  const named = gates.slice(0, FIRST).map(({ title }) => title);
  return gates.length > FIRST
    ? say('head-and-others', { titles: named.join(say('list-separator')) })
    : named.join(say('list-separator'));
}

function moneyText(cost: number, benefit: number, say: WindowWords['say']): string {
  return benefit < 0
    ? say('head-running-cost', { cost: wan(cost), running: wan(-benefit) })
    : say('head-money', { cost: wan(cost), benefit: wan(benefit) });
}

interface First {
  readonly name: string;
  readonly costWan: number;
  readonly benefit: Benefit | null;
}

function firstOf(mill: Mill, planned: PlannedMill | null): First[] {
  if (planned === null)
    return preliminaryOf(mill)
      .slice(0, FIRST)
      .map(({ offer, benefit }) => ({
        name: mill.words.pick(offer.measure.name),
        costWan: offer.cost.planned,
        benefit,
      }));
  return planned.open
    .slice(0, FIRST)
    .map((entry) => ({ name: nameOf(entry, mill.words), costWan: entry.cost.planned, benefit: entry.benefit }));
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
