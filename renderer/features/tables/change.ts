import type { Answer } from '#assessments/schema/answers.ts';
import type { ProductLine, YearFacts } from '#assessments/schema/facts.ts';
import type { Question } from '#assessments/schema/pack.ts';

/** A fact that one cell can hold. */
export type CellFactId = Exclude<keyof YearFacts, 'output.products' | 'machines' | 'machines.complete' | 'systems'>;
export type CellFact = YearFacts[CellFactId];

/** One field that a table would change, with what stands there now; undefined for nothing. */
export type Change =
  | {
      readonly kind: 'fact';
      readonly fact: CellFactId;
      readonly year: number;
      readonly before: CellFact;
      readonly after: CellFact;
    }
  /** All lines of products of a year. */
  | {
      readonly kind: 'products';
      readonly year: number;
      readonly before: readonly ProductLine[];
      readonly after: readonly ProductLine[];
    }
  | {
      readonly kind: 'answer';
      readonly question: Question;
      readonly before: Answer | undefined;
      readonly after: Answer | undefined;
    };

export const REFUSALS = [
  'not-a-figure',
  'negative',
  'out-of-range',
  'is-percent',
  'unit-unknown',
  'unknown-choice',
  'wrong-kind',
  'na-not-allowed',
  'reason-too-short',
  'year-unknown',
  'not-added',
  'twice',
  'incomplete',
  'line-changed',
] as const;

/** What is in a table and is not taken. */
export interface Refused {
  /** Sheet and row, or the name that the table has for it. */
  readonly place: string;
  /** The field that it would go to, where that is known. */
  readonly field?: { readonly fact: CellFactId; readonly year: number };
  readonly text: string;
  readonly reason: (typeof REFUSALS)[number];
}

/** What a table would change, before anything is written. */
export interface Preview {
  readonly changes: readonly Change[];
  readonly refused: readonly Refused[];
  /** Fields that say what is there already. */
  readonly same: number;
}
