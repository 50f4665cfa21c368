import type { ComponentType } from 'react';
import type { FormKind } from '#assessments/forms/form.ts';
import type { Question } from '#assessments/schema/pack.ts';
import { FigureInput } from './forms/figure-input.tsx';
import type { AnswerInputProps } from './forms/input-props.ts';
import { LadderInput } from './forms/ladder-input.tsx';
import { OptionsInput } from './forms/options-input.tsx';
import { TicksInput } from './forms/ticks-input.tsx';

/** What each form of question is answered with. */
const INPUTS: { readonly [K in FormKind]: ComponentType<AnswerInputProps<K>> } = {
  ladder: LadderInput,
  numeric: FigureInput,
  option: OptionsInput,
  gate: OptionsInput,
  tally: TicksInput,
  single: OptionsInput,
  multiple: TicksInput,
};

/** The part of a card where the answer itself is given, by the form of the question. */
export function AnswerInput(props: AnswerInputProps<FormKind> & { readonly question: Question }) {
  const Input = INPUTS[props.question.form.kind] as ComponentType<typeof props>;
  return <Input {...props} />;
}
