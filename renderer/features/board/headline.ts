import { itemTitle } from '#assessments/reporting/answer-text.ts';
import { THINGS } from '#assessments/reporting/brief/first-things.ts';
import { closingNames } from '#assessments/reporting/open-gates.ts';
import type { PlannedMill } from '#assessments/reporting/planned-mill.ts';
import { nameOf, wan } from '#assessments/reporting/plan-text.ts';
import { preliminaryOf } from '#assessments/reporting/preliminary.ts';
import type { Mill } from '#assessments/reporting/report-input.ts';
import { briefTitle } from '#assessments/reporting/short-note.ts';
import type { GateState } from '#assessments/schema/result.ts';
import type { WindowWords } from '../../i18n/use-words.ts';

export interface Gate {
  readonly id: string;
  readonly title: string;
  /** Measures of the plan that close it. */
  readonly closedBy: readonly string[];
}

/** The gates that stand in the way. */
export interface OpenGates {
  readonly failed: readonly Gate[];
  readonly unknown: readonly Gate[];
}

/** The gates of all topics that fail or are unknown, with what the plan does about each. */
export function openGates(mill: Mill, planned: PlannedMill | null): OpenGates {
  const gates = mill.topics.flatMap(({ result }) => result.gates);
  const inState = (state: GateState) =>
    gates
      .filter((gate) => gate.state === state)
      .map(({ id }) => ({
        id,
        title: mill.words.pick(mill.question(id)?.short) || briefTitle(itemTitle(id, mill)),
        closedBy: closingNames(id, planned),
      }));
  return { failed: inState('failed'), unknown: inState('unknown') };
}

/** Whether nobody has answered anything: then nothing that fits the trade is worth considering more than anything else. */
export function isUntouched({ diagnosis }: Mill): boolean {
  return Object.keys(diagnosis.answers).length === 0;
}

/**
 * What the page comes to, in one or two sentences: what stands in the way, then what to do first. Of a plan with its money,
 * less what nobody priced; candidates have no total (planning.md 3).
 */
export function headline(mill: Mill, planned: PlannedMill | null, gates: OpenGates, { say }: WindowWords): string {
  if (isUntouched(mill)) return say('head-untouched');
  const barrier = barrierText(gates, say);
  const candidates = preliminaryOf(mill).map(({ offer }) => mill.words.pick(offer.measure.name));
  const names = planned === null ? candidates : planned.open.map((entry) => nameOf(entry, mill.words));
  if (names.length === 0) return barrier;
  const first = names.slice(0, THINGS).join(say('list-separator'));
  const things =
    planned === null
      ? say('head-candidates', { names: first })
      : `${say('head-first', { names: first })}${moneyText(planned, say)}`;
  return `${barrier}${say('head-gap')}${things}`;
}

type Say = WindowWords['say'];

function barrierText({ failed, unknown }: OpenGates, say: Say): string {
  if (failed.length === 0)
    return unknown.length > 0 ? say('head-unsure', { count: unknown.length }) : say('head-clear');
  const named = failed
    .slice(0, THINGS)
    .map(({ title }) => title)
    .join(say('list-separator'));
  const titles = failed.length > THINGS ? say('head-and-others', { titles: named }) : named;
  return say('head-failed', { count: failed.length, titles });
}

/** What the first things cost together, and save or take a year. */
function moneyText({ open }: PlannedMill, say: Say): string {
  const first = open.slice(0, THINGS);
  const cost = wan(sum(first.map((entry) => entry.cost.planned)));
  const benefits = first.flatMap(({ benefit }) => benefit?.planned ?? []);
  if (benefits.length === 0) return say('head-cost', { cost });
  const benefit = sum(benefits);
  return benefit < 0
    ? say('head-running-cost', { cost, running: wan(-benefit) })
    : say('head-money', { cost, benefit: wan(benefit) });
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
