import { AnswerValue } from '../schema/answers.ts';
import type { Form, FormQuestion } from './form.ts';
import { atRung, climbed } from './rungs.ts';

/** In the order of the texts of a question, the best first. */
const STATES = ['yes', 'partly', 'no'] as const;

/** A must-have answered yes, partly or no; met by yes alone, and scores nothing. */
export const gate: Form<'gate'> = {
  misfit: (_, value) => (value.gate === undefined ? 'wrong-kind' : null),
  standing: (_, value) => (value?.gate === undefined ? null : atRung(value.gate === 'yes' ? 1 : 0)),
  topRung: () => 1,
  countingRung: (_, rung) => rung,
  metFrom: () => 1,
  worth: () => 0,
  maximum: () => 100,
  lifted: (_, standing, lifts) => climbed(standing, lifts),
  valueAt: (_, { rung }) => ({ gate: rung >= 1 ? 'yes' : 'no' }),
  text: (question, value, words) => words.pick(choices(question).find((choice) => choice.value === value.gate)?.text),
  choices,
  firstDigit: () => 1,
  read: (held) => AnswerValue.safeParse({ gate: held }).data ?? null,
  survey: () => ({ type: 'radiogroup' }),
};

function choices({ options }: FormQuestion<'gate'>) {
  return STATES.flatMap((value, i) => {
    const text = options[i];
    return text === undefined ? [] : [{ value, text }];
  }).reverse();
}
