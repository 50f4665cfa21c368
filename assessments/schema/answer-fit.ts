import { ANSWER_KINDS, type AnswerKind, type AnswerValue } from './answers.ts';
import type { Question } from './pack.ts';

export type MisfitCode = 'wrong-kind' | 'na-not-allowed' | 'out-of-range' | 'bad-value' | 'unknown-choice';

export interface Misfit {
  readonly code: MisfitCode;
  /** The property of the answer value concerned. */
  readonly property: AnswerKind;
}

/** Why a question does not take an answer value; null where it does. */
export function misfitOf(question: Question, value: AnswerValue): Misfit | null {
  const kind = ANSWER_KINDS.find((candidate) => value[candidate] !== undefined);
  if (kind === undefined || kind === 'unknown') return null;
  if (kind === 'na') return question.naAllowed ? null : { code: 'na-not-allowed', property: kind };
  if (!takenKinds(question).includes(kind)) return { code: 'wrong-kind', property: kind };
  const code = valueMisfit(question, kind, value);
  return code === null ? null : { code, property: kind };
}

function takenKinds({ form }: Question): readonly AnswerKind[] {
  switch (form.kind) {
    case 'ladder':
    case 'option':
      return ['rung'];
    case 'numeric':
      return ['value'];
    case 'gate':
      return ['gate'];
    case 'tally':
    case 'multiple':
      return ['choices'];
    case 'single':
      return form.bands === undefined ? ['rung'] : ['rung', 'value'];
  }
}

function valueMisfit({ form }: Question, kind: AnswerKind, value: AnswerValue): MisfitCode | null {
  if (kind === 'choices') return choicesMisfit(form, value.choices ?? []);
  if (kind === 'value') {
    const maximum = form.kind === 'numeric' ? form.maximum : 100;
    const whole = form.kind === 'numeric' && form.whole;
    return fitsRange(value.value, maximum, whole ? 1 : null);
  }
  if (kind !== 'rung') return null;
  if (form.kind === 'ladder') return fitsRange(value.rung, form.points.length, 0.5);
  return fitsRange(value.rung, form.kind === 'option' || form.kind === 'single' ? form.points.length - 1 : 0, 1);
}

function fitsRange(value: number | undefined, maximum: number, step: number | null): MisfitCode | null {
  if (value === undefined || value < 0 || value > maximum) return 'out-of-range';
  return step !== null && !Number.isInteger(value / step) ? 'out-of-range' : null;
}

function choicesMisfit(form: Question['form'], choices: readonly string[]): MisfitCode | null {
  const known =
    form.kind === 'tally' ? form.choices : form.kind === 'multiple' ? form.points.map((_, i) => String(i + 1)) : [];
  return choices.every((choice) => known.includes(choice)) ? null : 'unknown-choice';
}
