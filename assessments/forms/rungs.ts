import type { AnswerValue, MisfitCode } from '../schema/answers.ts';
import type { Lift } from '../schema/measure.ts';
import type { LocalizedText } from '../schema/localized-text.ts';
import { reaches } from '../indicators/comparison.ts';
import type { Choice, Standing } from './form.ts';

const NO_TICKS: ReadonlySet<string> = new Set();

/** Where the forms without ticks stand. */
export function atRung(rung: number): Standing {
  return { rung, ticks: NO_TICKS };
}

/** The best rung of the lifts that can be reached one after the other; a gate that is met is rung 1. */
export function climbed({ rung }: Standing, lifts: readonly Lift[]): Standing {
  let reached = rung;
  for (const lift of [...lifts].sort((a, b) => a.from - b.from)) {
    const to = lift.gate === undefined ? (lift.rung ?? 0) : 1;
    if (lift.from <= reached) reached = Math.max(reached, to);
  }
  return atRung(reached);
}

/** Why a value is no rung from 0 to the top in such steps; null where it is. */
export function rungMisfit({ rung }: AnswerValue, top: number, step: 0.5 | 1): MisfitCode | null {
  if (rung === undefined) return 'wrong-kind';
  return rung >= 0 && rung <= top && Number.isInteger(rung / step) ? null : 'out-of-range';
}

/** How many of the edges a figure reaches. */
export function edgesReached(edges: readonly number[], figure: number): number {
  return edges.filter((edge) => reaches(figure, edge)).length;
}

/** Options counted from 0. */
export function rungChoices(texts: readonly LocalizedText[]): Choice[] {
  return texts.map((text, value) => ({ value, text }));
}

export function readRung(held: unknown): AnswerValue | null {
  return typeof held === 'number' ? { rung: held } : null;
}
