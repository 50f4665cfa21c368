import { z } from 'zod';
import { IsoDate } from './ids.ts';
import { Figure } from './units.ts';

const text = z.string();

/** The kinds an answer value may take; exactly one of them is present. */
export const ANSWER_KINDS = ['rung', 'value', 'choices', 'gate', 'na', 'unknown'] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];

export type MisfitCode = 'wrong-kind' | 'na-not-allowed' | 'out-of-range' | 'unknown-choice';

/** Why a question does not take an answer value. */
export interface Misfit {
  readonly code: MisfitCode;
  /** The property of the answer value concerned. */
  readonly property: AnswerKind;
}

/**
 * What was answered, by the enterprise itself or verified on site.
 * `na` is the reason why the question does not apply, `unknown` who will find out (may be empty).
 */
export const AnswerValue = z
  .looseObject({
    rung: Figure.optional(),
    value: Figure.optional(),
    choices: z.array(text).optional(),
    gate: z.enum(['yes', 'partly', 'no'], { error: 'bad-value' }).optional(),
    na: text.min(2, { error: 'reason-too-short' }).optional(),
    unknown: text.optional(),
  })
  .refine((value) => ANSWER_KINDS.filter((kind) => value[kind] !== undefined).length === 1, { error: 'not-one-kind' });
export type AnswerValue = z.infer<typeof AnswerValue>;

/** Self and verified values stand side by side; the verified one counts. */
export const Answer = z
  .looseObject({
    self: AnswerValue.optional(),
    verified: AnswerValue.optional(),
    /** The day of the verified value and who looked; absent without it, and where it was given before they were kept. */
    verifiedOn: IsoDate.optional(),
    verifiedBy: text.optional(),
    note: text.optional(),
    flag: text.optional(),
    evidence: z.array(z.string().regex(/^sha256:[0-9a-f]{64}$/, { error: 'bad-hash' })).optional(),
    /** By entry of `evidence`, the name under which the file was added here, which may be another than that of the list. */
    evidenceNames: z.record(z.string(), text).optional(),
  })
  .refine(
    (answer) =>
      answer.self !== undefined ||
      answer.verified !== undefined ||
      answer.note !== undefined ||
      answer.flag !== undefined ||
      answer.evidence !== undefined,
    { error: 'empty-answer' },
  );
export type Answer = z.infer<typeof Answer>;
