import type { Answer } from '../schema/answers.ts';
import type { Diagnosis, Dossier } from '../schema/dossier.ts';
import { hashedInput } from '../schema/hashed-input.ts';

/**
 * What the choice of a plan rests on, as text whose SHA-256 is kept with the plan: what a result depends on, without the
 * name of the enterprise and without notes, flags, evidence and the specialist's remarks, which no measure hangs on.
 */
export function planBasis(dossier: Dossier, diagnosis: Diagnosis): string {
  const { remarks: _remarks, ...round } = diagnosis;
  const answers = Object.entries(diagnosis.answers).map(([id, answer]) => [id, valuesOf(answer)] as const);
  return hashedInput(
    { ...dossier, enterprise: { ...dossier.enterprise, name: '' } },
    { ...round, answers: Object.fromEntries(answers) },
  );
}

function valuesOf({ self, verified }: Answer): Answer {
  return { ...(self === undefined ? {} : { self }), ...(verified === undefined ? {} : { verified }) };
}
