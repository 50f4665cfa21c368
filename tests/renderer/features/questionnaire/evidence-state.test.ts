import { describe, expect, it } from 'vitest';
import type { Dossier } from '#assessments/schema/dossier.ts';
import { withEvidence, withoutEvidence, withoutUnnamed } from '#renderer/features/questionnaire/evidence-state.ts';
import { demoMills } from '#tests/support/demo-mills.ts';

const CONTRACT = `sha256:${'1'.repeat(64)}`;
const LEDGER = `sha256:${'2'.repeat(64)}`;

describe('the files at an answer', () => {
  it('are called as they were added there, and by the list where they were taken from it', () => {
    const added = withEvidence({ note: '见' }, CONTRACT, '合同.pdf');
    expect(added).toEqual({ note: '见', evidence: [CONTRACT], evidenceNames: { [CONTRACT]: '合同.pdf' } });
    expect(withEvidence(added, LEDGER)).toEqual({ ...added, evidence: [CONTRACT, LEDGER] });
    expect(withEvidence(added, LEDGER, '台账.xlsx').evidenceNames).toEqual({
      [CONTRACT]: '合同.pdf',
      [LEDGER]: '台账.xlsx',
    });
  });

  it('stand there once, under the first name', () => {
    const added = withEvidence(undefined, CONTRACT, '合同.pdf');
    expect(withEvidence(added, CONTRACT, '另一个名字.pdf')).toEqual(added);
  });

  it('go with their names, and leave nothing where nothing else was said', () => {
    const both = withEvidence(withEvidence({ note: '见' }, CONTRACT, '合同.pdf'), LEDGER, '台账.xlsx');
    expect(withoutEvidence(both, CONTRACT)).toEqual({
      note: '见',
      evidence: [LEDGER],
      evidenceNames: { [LEDGER]: '台账.xlsx' },
    });
    expect(withoutEvidence(withEvidence(undefined, CONTRACT, '合同.pdf'), CONTRACT)).toBeUndefined();
  });
});

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
