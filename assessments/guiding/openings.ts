import { packByMethod } from '../packs/pack-by-method.ts';
import { scoredPacks } from '../packs/scored-packs.ts';
import type { KpiId, PackId } from '../schema/ids.ts';
import type { Pack, Question } from '../schema/pack.ts';
import type { PackResult } from '../schema/result.ts';
import type { ScoredMill } from '../scoring/scored-mill.ts';
import { minutesOfFact, minutesOfQuestion } from './minutes.ts';
import { keyOf, neededFacts, type NeededFact } from './needed-facts.ts';

/** Why something is asked first: a gate decides alone; else it takes this much uncertainty away. */
export interface OpenQuestion {
  readonly question: Question;
  readonly pack: PackId;
  readonly isGate: boolean;
  /** Points by which it leaves the score of its topic open, 0..100; 0 for a gate. */
  readonly width: number;
  readonly minutes: number;
}

/** Figures that, together, make KPIs known. */
export interface OpenFigures {
  readonly facts: readonly NeededFact[];
  readonly kpis: readonly KpiId[];
  /** Points by which those KPIs leave the scores of their topics open. */
  readonly width: number;
  readonly minutes: number;
}

/** The topics that a mill is led through; the official index for SMEs is read beside them and is none. */
export function guidedTopics(mill: ScoredMill): { readonly pack: Pack; readonly result: PackResult }[] {
  const sme = packByMethod(mill.packs, 'sme');
  return scoredPacks(mill).flatMap((pack) => {
    const result = mill.scores.packs[pack.id];
    return result === undefined || pack.id === sme.id ? [] : [{ pack, result }];
  });
}

/** The questions that nobody has answered: gates first, then by the points that a minute settles, ties by id. */
export function openQuestions(mill: ScoredMill): OpenQuestion[] {
  return guidedTopics(mill)
    .flatMap(({ pack, result }) => {
      const widths = widthsOf(result);
      const gates = new Set(result.gates.filter(({ state }) => state === 'unknown').map(({ id }) => id));
      return pack.questions.flatMap((question): OpenQuestion[] => {
        const width = widths.get(question.id) ?? 0;
        const isGate = gates.has(question.id);
        if (!mill.isAsked(question) || (!isGate && width === 0)) return [];
        return [{ question, pack: pack.id, isGate, width: isGate ? 0 : width, minutes: minutesOfQuestion(question) }];
      });
    })
    .sort((a, b) => Number(b.isGate) - Number(a.isGate) || rate(b) - rate(a) || byId(a.question.id, b.question.id));
}

/**
 * The figures that nobody has given, in the order in which a minute of typing settles most: each entry is what is still
 * missing for at least one KPI once the entries before it are there. At most so many figures in all.
 */
export function openFigures(mill: ScoredMill, most = Infinity): OpenFigures[] {
  let open = guidedTopics(mill).flatMap(({ result }) =>
    [...widthsOf(result)].flatMap(([id, width]) => {
      const facts = mill.questions.has(id) ? [] : neededFacts(id as KpiId, mill);
      return facts.length === 0 ? [] : [{ kpi: id as KpiId, width, facts }];
    }),
  );
  const chosen: OpenFigures[] = [];
  const given = new Set<string>();
  const missing = (facts: readonly NeededFact[]) => facts.filter((fact) => !given.has(keyOf(fact)));
  for (;;) {
    const fits = open
      .map(({ facts }) => missing(facts))
      .filter((facts) => given.size + facts.length <= most)
      .map((facts) => {
        const known = new Set([...given, ...facts.map(keyOf)]);
        const solved = open.filter((kpi) => kpi.facts.every((fact) => known.has(keyOf(fact))));
        return {
          facts,
          kpis: solved.map(({ kpi }) => kpi),
          width: solved.reduce((sum, { width }) => sum + width, 0),
          minutes: facts.reduce((sum, { id }) => sum + minutesOfFact(id), 0),
        };
      });
    const best = fits.reduce<OpenFigures | null>(
      (top, each) => (top === null || rate(each) > rate(top) ? each : top),
      null,
    );
    if (best === null) return chosen;
    chosen.push(best);
    for (const fact of best.facts) given.add(keyOf(fact));
    open = open.filter(({ kpi }) => !best.kpis.includes(kpi));
  }
}

/** By how many points each line leaves the score open, those that do. */
function widthsOf({ trace }: PackResult): ReadonlyMap<string, number> {
  return new Map(
    trace
      .map(({ question, contribution }) => [question, contribution.high - contribution.low] as const)
      .filter(([, width]) => width > 1e-9),
  );
}

function rate({ width, minutes }: { readonly width: number; readonly minutes: number }): number {
  return width / minutes;
}

function byId(a: string, b: string): number {
  return a < b ? -1 : 1;
}
