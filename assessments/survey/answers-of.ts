import { formOf } from '../forms/forms.ts';
import { misfitOf } from '../forms/misfit-of.ts';
import type { Answer } from '../schema/answers.ts';
import type { Pack } from '../schema/pack.ts';

/** The mill's own answers in the data of a SurveyJS page that asked a pack; what its questions do not take is left out. */
export function answersOf({ questions }: Pack, data: Readonly<Record<string, unknown>>): Record<string, Answer> {
  return Object.fromEntries(
    questions.flatMap((question) => {
      const self = formOf(question).read(data[question.id]);
      return self === null || misfitOf(question, self) !== null ? [] : [[question.id, { self }]];
    }),
  );
}
