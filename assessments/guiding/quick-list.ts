import type { FactPair } from '../indicators/site.ts';
import type { KpiId, PackId } from '../schema/ids.ts';
import type { ScoredMill } from '../scoring/scored-mill.ts';
import { openFigures, openQuestions, guidedTopics, type OpenQuestion } from './openings.ts';
import { minutesOfFact } from './minutes.ts';
import type { NeededFact } from './needed-facts.ts';

/** How much a quick diagnosis asks. */
export const QUICK_QUESTIONS = 25;
export const QUICK_FACTS = 10;
/** The weightiest questions that each topic has among them whatever the others weigh, so that no topic stays dark. */
export const OF_EACH_TOPIC = 3;

export type QuickReason =
  | { readonly kind: 'gate' }
  /** Among the weightiest of its topic. */
  | { readonly kind: 'of-topic'; readonly points: number }
  /** Settles most points a minute of all. */
  | { readonly kind: 'points'; readonly points: number };

export interface QuickQuestion {
  readonly id: string;
  readonly pack: PackId;
  readonly why: QuickReason;
  readonly minutes: number;
}

export interface QuickFact {
  readonly fact: NeededFact;
  /** The KPIs that it makes known together with the facts before it. */
  readonly kpis: readonly KpiId[];
  readonly minutes: number;
}

/** What a quick diagnosis asks of a mill: the questions and figures that narrow its scores most in a quarter of an hour. */
export interface QuickList {
  readonly questions: readonly QuickQuestion[];
  readonly facts: readonly QuickFact[];
  readonly minutes: number;
}

/**
 * The quick diagnosis of a mill whose `untouched` twin has neither answers nor facts: all gates, the weightiest questions of
 * each topic, then those that settle most points a minute; the figures that make most known a minute. The packs and the
 * method are those of the full diagnosis.
 */
export function quickList(untouched: ScoredMill): QuickList {
  const open = openQuestions(untouched);
  const gates = open.filter(({ isGate }) => isGate);
  const others = open.filter(({ isGate }) => !isGate);
  const ofTopics = guidedTopics(untouched).flatMap(({ pack }) =>
    others.filter((each) => each.pack === pack.id).slice(0, OF_EACH_TOPIC),
  );
  const rest = others.filter((each) => !ofTopics.includes(each));
  const chosen = [
    ...gates.map((each) => because(each, { kind: 'gate' })),
    ...ofTopics.map((each) => because(each, { kind: 'of-topic', points: each.width })),
    ...rest.map((each) => because(each, { kind: 'points', points: each.width })),
  ].slice(0, Math.max(QUICK_QUESTIONS, gates.length));
  const facts = openFigures(untouched, QUICK_FACTS).flatMap(({ facts: together, kpis }) =>
    together.map((fact): QuickFact => ({ fact, kpis, minutes: minutesOfFact(fact.id) })),
  );
  return { questions: chosen, facts, minutes: [...chosen, ...facts].reduce((sum, { minutes }) => sum + minutes, 0) };
}

/** Whether a figure of the list, or one that does in its place, is given. */
export function isGiven({ id, year, instead }: NeededFact, pair: FactPair): boolean {
  return [id, ...instead].some((each) => pair[year][each] !== undefined);
}

function because({ question, pack, minutes }: OpenQuestion, why: QuickReason): QuickQuestion {
  return { id: question.id, pack, why, minutes };
}
