import { describe, expect, it } from 'vitest';
import type { Dossier } from '#assessments/schema/dossier.ts';
import { withoutUnnamed } from '#renderer/features/questionnaire/evidence-state.ts';
import { demoMills } from '#tests/support/demo-mills.ts';

const CONTRACT = `sha256:${'1'.repeat(64)}`;
const LEDGER = `sha256:${'2'.repeat(64)}`;

describe('the list of files without one that is taken from an answer', () => {
  const [{ dossier } = { dossier: null }] = demoMills();
  if (dossier === null) throw new Error('no demo enterprise');
  const [round] = dossier.diagnoses;
  if (round === undefined) throw new Error('no round');
  const mill = (...rounds: Readonly<Record<string, readonly string[]>>[]): Dossier => ({
    ...dossier,
    evidence: [{ sha256: CONTRACT }, { sha256: LEDGER }] as NonNullable<Dossier['evidence']>,
    diagnoses: rounds.map((named) => ({
      ...round,
      answers: Object.fromEntries(Object.entries(named).map(([id, evidence]) => [id, { evidence: [...evidence] }])),
    })),
  });
  const left = (dossier: Dossier) => withoutUnnamed(dossier, CONTRACT).map(({ sha256 }) => sha256);

  it('has it no more where no other answer names it', () => {
    expect(left(mill({ 'CL-SEC-01': [CONTRACT, LEDGER] }))).toEqual([LEDGER]);
  });

  it.each([
    ['of the same round', mill({ 'CL-SEC-01': [CONTRACT], 'CL-SEC-02': [CONTRACT] })],
    ['of an earlier round', mill({ 'CL-SEC-01': [CONTRACT] }, { 'CL-SEC-01': [CONTRACT] })],
  ])('has it still where an answer %s names it', (_, dossier) => {
    expect(left(dossier)).toEqual([CONTRACT, LEDGER]);
  });
});
