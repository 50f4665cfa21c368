import { formOf } from '../forms/forms.ts';
import type { GateResult } from '../schema/result.ts';
import type { AskedQuestion } from './asked-questions.ts';

/** Whether a question is a must-have: it caps the level and scores nothing. */
export function isGate({ question }: AskedQuestion): boolean {
  return formOf(question).metFrom(question) !== null;
}

/** The must-haves that a pack asks a mill, in pack order. */
export function gateResults(asked: readonly AskedQuestion[]): GateResult[] {
  return asked.filter(isGate).map((entry) => ({ id: entry.question.id, state: gateState(entry) }));
}

function gateState({ state, rung, question }: AskedQuestion): GateResult['state'] {
  if (state !== 'answered') return state;
  return rung.low >= (formOf(question).metFrom(question) ?? Infinity) ? 'met' : 'failed';
}
