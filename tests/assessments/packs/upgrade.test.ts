import { describe, expect, it } from 'vitest';
import { movesBetween, withAnswersOf } from '#assessments/packs/upgrade.ts';
import { Diagnosis, Dossier } from '#assessments/schema/dossier.ts';
import { ALL_TOPICS, dossierJson } from '#tests/support/dossiers.ts';
import { nextLibrary } from '#tests/support/next-cloud-pack.ts';

const NEXT = { ...ALL_TOPICS, 'cloud-adoption': '1.1.0' };
const HASH = `sha256:${'a'.repeat(64)}`;

function moved(answers: Record<string, unknown>, pins: Record<string, string> = ALL_TOPICS) {
  const [before] = Dossier.parse(dossierJson({ answers, packs: pins })).diagnoses;
  if (before === undefined) throw new Error('a dossier without a diagnosis');
  const begun = Diagnosis.parse({ id: 'd2', openedOn: '2026-11-01', year: 2025, packs: NEXT, answers: {} });
  const kept = structuredClone(before);
  const after = withAnswersOf(before, begun, nextLibrary, (move) => `changed in ${move.after.version}`);
  expect(before).toEqual(kept);
  expect({ ...after, answers: {} }).toEqual(begun);
  return after.answers;
}

describe('a round on a newer pack', () => {
  it('says of every question whether it is kept, changed, new or gone', () => {
    const [move, ...others] = movesBetween(ALL_TOPICS, NEXT, nextLibrary);
    expect(others).toEqual([]);
    const of = (kind: string) =>
      move?.questions
        .filter((question) => question.kind === kind)
        .map(
          (question) =>
            ('before' in question ? question.before.id : '') + ('after' in question ? `>${question.after.id}` : ''),
        );
    expect(of('changed')).toEqual(['CL-VAL-01>CL-VAL-01']);
    expect(of('new')).toEqual(['>CL-VAL-05']);
    expect(of('gone')).toEqual(['CL-VAL-02']);
    const before = nextLibrary.pack('cloud-adoption', '1.0.0')?.questions ?? [];
    expect(of('kept')).toHaveLength(before.length - 2);
    expect(of('kept')).toContain('CL-VAL-03>CL-VAL-04');
    expect(movesBetween(NEXT, NEXT, nextLibrary)).toEqual([]);
  });

  it('carries answers over under their ids of now', () => {
    const answer = { self: { rung: 3 }, note: '见台账', evidence: [HASH] };
    expect(moved({ 'CL-VAL-03': answer, 'CL-INF-01': { self: { value: 40 } }, 'IM-ORG-01': answer })).toEqual({
      'CL-VAL-04': answer,
      'CL-INF-01': { self: { value: 40 } },
      'IM-ORG-01': answer,
    });
  });

  it('flags what was answered to another version of the question', () => {
    expect(moved({ 'CL-VAL-01': { self: { rung: 2 }, verified: { rung: 1 }, note: '甲' } })).toEqual({
      'CL-VAL-01': { self: { rung: 2 }, verified: { rung: 1 }, note: '甲', flag: 'changed in 1.1.0' },
    });
    expect(moved({ 'CL-VAL-01': { flag: '再看' } })).toEqual({ 'CL-VAL-01': { flag: '再看\nchanged in 1.1.0' } });
    expect(moved({ 'CL-VAL-05': { self: { rung: 2 } } })['CL-VAL-05']?.flag).toBe('changed in 1.1.0');
  });

  it('leaves in the round before what is not asked any more', () => {
    expect(moved({ 'CL-VAL-02': { self: { rung: 2 } } })).toEqual({});
  });

  it('takes no value that the question does not take now', () => {
    expect(moved({ 'CL-VAL-01': { self: { value: 7 }, note: '甲' } })).toEqual({
      'CL-VAL-01': { note: '甲', flag: 'changed in 1.1.0' },
    });
  });
});
