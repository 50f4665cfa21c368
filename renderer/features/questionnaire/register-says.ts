import { ratioOf } from '#assessments/forms/known-figure.ts';
import { equipmentOf } from '#assessments/indicators/equipment-of.ts';
import type { NumericFactId, YearFacts } from '#assessments/schema/facts.ts';
import type { MachineKinds } from '#assessments/schema/machines.ts';
import type { Question } from '#assessments/schema/pack.ts';

/** Two numbers of machines whose ratio answers a question, each null where the register does not say it. */
export interface RegisterFigures {
  readonly numerator: { readonly fact: NumericFactId; readonly figure: number | null };
  readonly denominator: { readonly fact: NumericFactId; readonly figure: number | null };
}

/** What the machine register says to a question; null for one that is not about numbers of machines. */
export function registerSays(question: Question, facts: YearFacts, kinds: MachineKinds): RegisterFigures | null {
  const ratio = ratioOf(question);
  if (ratio === undefined || !isOfRegister(ratio.numerator) || !isOfRegister(ratio.denominator)) return null;
  const counted: Readonly<Partial<Record<NumericFactId, number | null>>> = equipmentOf(facts, kinds) ?? {};
  const figureOf = (fact: NumericFactId) => ({ fact, figure: counted[fact] ?? null });
  return { numerator: figureOf(ratio.numerator), denominator: figureOf(ratio.denominator) };
}

function isOfRegister(fact: NumericFactId): boolean {
  return fact.startsWith('equipment.');
}
