import { kpiObject, readKpis } from '../kpis/kpis.ts';
import { anyFigures, fewestThatSuffice, watchedFacts } from '../kpis/looked-facts.ts';
import { NUMERIC_FACT_IDS, type YearFacts } from '../schema/facts.ts';
import type { KpiId } from '../schema/ids.ts';
import type { ScoredMill } from '../scoring/scored-mill.ts';

/** Something that nobody knows yet and that keeps the plan from counting it. */
export interface Unknown {
  /** Of a question or a fact. */
  readonly id: string;
  readonly kind: 'gate' | 'question' | 'fact';
  /** Who will find out, as the answer says; null where it does not. */
  readonly who: string | null;
}

/**
 * What is unknown in the topics that count: gates first, then questions by what they may add to the score, then the facts
 * that keep KPIs unknown, each once.
 */
export function unknownsOf(mill: ScoredMill, packs: readonly string[]): Unknown[] {
  const results = Object.entries(mill.scores.packs).filter(([id]) => packs.includes(id));
  const whoOf = (id: string) => {
    const question = mill.questions.get(id);
    const said = question === undefined ? undefined : mill.answer(question)?.unknown;
    return said === undefined || said === '' ? null : said;
  };
  const gates = results.flatMap(([, { gates: all }]) =>
    all.filter(({ state }) => state === 'unknown').map(({ id }): Unknown => ({ id, kind: 'gate', who: whoOf(id) })),
  );
  const lines = results
    .flatMap(([, { trace }]) => trace)
    .map(({ question, contribution }) => ({ question, size: contribution.high - contribution.low }))
    .filter(({ size }) => size > 1e-9)
    .sort((a, b) => b.size - a.size || (a.question < b.question ? -1 : 1));
  const questions = lines
    .filter(({ question }) => mill.questions.has(question))
    .map(({ question }): Unknown => ({ id: question, kind: 'question', who: whoOf(question) }));
  const facts = lines
    .filter(({ question }) => !mill.questions.has(question))
    .flatMap(({ question }) => missingFacts(question as KpiId, mill))
    .map((id): Unknown => ({ id, kind: 'fact', who: null }));
  const seen = new Set<string>();
  return [...gates, ...questions, ...facts].filter(({ id }) => !seen.has(id) && seen.add(id));
}

/**
 * Facts that would make an unknown KPI known: those that its reading looks for and does not find, the fewest that suffice;
 * none where other things than numbers are missing.
 */
export function missingFacts(id: KpiId, mill: ScoredMill): readonly string[] {
  const object = kpiObject(id);
  if (object.kind !== 'facts') return [];
  const { now } = mill.facts;
  const absent = NUMERIC_FACT_IDS.filter((fact) => now[fact] === undefined);
  const looked = new Set<string>();
  const isKnown = (facts: YearFacts) =>
    readKpis({ ...mill, facts: { ...mill.facts, now: facts } }).get(id)?.state === 'known';
  if (!isKnown(watchedFacts({ ...now, ...anyFigures(absent) }, (fact) => looked.add(fact))))
    return now['output.products'] === undefined ? ['output.products'] : [];
  return fewestThatSuffice(
    absent.filter((fact) => looked.has(fact)),
    (some) => isKnown({ ...now, ...anyFigures(some) }),
  );
}
