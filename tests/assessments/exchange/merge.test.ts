import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDossiers } from '#assessments/exchange/compare.ts';
import { firstChoices, mergeDossiers } from '#assessments/exchange/merge.ts';
import { Dossier } from '#assessments/schema/dossier.ts';
import { readDossier } from '#assessments/schema/read-dossier.ts';
import { knownIds } from '#renderer/documents/composer/known-ids.ts';
import { dossierJson } from '#tests/support/dossiers.ts';
import { arbitraryLargeState, arbitraryState } from './arbitrary-dossiers.ts';

const NONE: ReadonlySet<string> = new Set();
const conflictsOf = (mine: Dossier, theirs: Dossier) =>
  compareDossiers(mine, theirs).sections.flatMap(({ conflicts }) => conflicts);
const allOf = (mine: Dossier, theirs: Dossier) => new Set(conflictsOf(mine, theirs).map(({ id }) => id));
const pairOfStates = fc.oneof(
  { weight: 9, arbitrary: fc.tuple(arbitraryState, arbitraryState) },
  { weight: 1, arbitrary: fc.tuple(arbitraryLargeState, arbitraryLargeState) },
);
const holds = (check: (mine: Dossier, theirs: Dossier) => void) =>
  fc.assert(
    fc.property(pairOfStates, ([mine, theirs]) => void check(mine, theirs)),
    { numRuns: 80 },
  );

describe('merging two states of a dossier', () => {
  it('changes nothing with itself', () => {
    holds((mine) => expect(mergeDossiers(mine, mine, NONE)).toStrictEqual(mine));
  });

  it('gives a dossier that the reader takes', () => {
    holds((mine, theirs) => {
      const merged = mergeDossiers(mine, theirs, NONE);
      expect(readDossier(JSON.stringify(merged), knownIds)).toEqual({ ok: true, value: merged });
    });
  });

  it('with all mine holds all of mine, and of theirs all but what was decided', () => {
    holds((mine, theirs) => {
      const merged = mergeDossiers(mine, theirs, NONE);
      expect(['same', 'newer']).toContain(compareDossiers(mine, merged).relation);
      const lost = compareDossiers(theirs, merged).sections;
      expect(lost.reduce((sum, { onlyHere }) => sum + onlyHere, 0)).toBe(0);
      expect(allOf(theirs, merged)).toEqual(allOf(theirs, mine));
    });
  });

  it('with all theirs holds the same as with the sides exchanged and all mine', () => {
    holds((mine, theirs) => {
      const merged = mergeDossiers(mine, theirs, allOf(mine, theirs));
      expect(['same', 'newer']).toContain(compareDossiers(theirs, merged).relation);
      expect(compareDossiers(merged, mergeDossiers(theirs, mine, NONE)).relation).toBe('same');
    });
  });

  it('takes of each conflict the side that was chosen', () => {
    fc.assert(
      fc.property(pairOfStates, fc.func(fc.boolean()), ([mine, theirs], takes) => {
        const conflicts = conflictsOf(mine, theirs);
        const choices = new Set(conflicts.map(({ id }) => id).filter((id) => takes(id)));
        const merged = mergeDossiers(mine, theirs, choices);
        expect(allOf(mine, merged)).toEqual(choices);
        expect(allOf(theirs, merged)).toEqual(new Set(conflicts.map(({ id }) => id).filter((id) => !takes(id))));
      }),
    );
  });

  it('adds nothing a second time', () => {
    holds((mine, theirs) => {
      const once = mergeDossiers(mine, theirs, NONE);
      expect(mergeDossiers(once, theirs, NONE)).toEqual(once);
    });
  });

  it('takes the lines of a kind of machine from one side only, as they add up, and every kind that one side has', () => {
    const machines = (...lines: object[]) => Dossier.parse(dossierJson({ facts: { machines: lines } }));
    const [old, young, jets, pumps] = [
      { kind: 'stenter', count: 3, since: 2012 },
      { kind: 'stenter', count: 3, since: 2019 },
      { kind: 'jet-dyeing', count: 22 },
      { kind: 'pump', count: 40 },
    ];
    const mine = machines(old, jets, young);
    const theirs = machines({ kind: 'stenter', count: 6 }, pumps, jets);
    const [conflict, ...others] = conflictsOf(mine, theirs);
    expect(others).toEqual([]);
    expect(conflict).toMatchObject({ mine: [old, young], theirs: [{ kind: 'stenter', count: 6 }] });
    const linesOf = ({ facts }: Dossier) => facts['2025']?.machines;
    expect(linesOf(mergeDossiers(mine, theirs, NONE))).toEqual([old, jets, young, pumps]);
    expect(linesOf(mergeDossiers(mine, theirs, allOf(mine, theirs)))).toEqual([
      { kind: 'stenter', count: 6 },
      jets,
      pumps,
    ]);
    expect(compareDossiers(mine, machines(young, jets, old)).relation).toBe('same');
  });

  it('keeps on both sides what this version does not know', () => {
    const mine = Dossier.parse({ ...dossierJson(), later: { here: 1 }, visits: [{ id: 'v1', mood: 'good' }] });
    const theirs = Dossier.parse({ ...dossierJson(), newest: { there: 2 }, visits: [{ id: 'v1', weather: 'rain' }] });
    expect(mergeDossiers(mine, theirs, NONE)).toMatchObject({
      later: { here: 1 },
      newest: { there: 2 },
      visits: [{ id: 'v1', mood: 'good', weather: 'rain' }],
    });
  });

  it('begins with mine, but where mine says nothing', () => {
    const state = (answers: Record<string, unknown>) => Dossier.parse(dossierJson({ answers }));
    const mine = state({
      'IM-ORG-01': { self: { unknown: '问设备科' } },
      'IM-ORG-02': { self: { rung: 1 }, note: '' },
      'IM-ORG-03': { self: { rung: 2 } },
      'IM-ORG-04': { self: { unknown: '' } },
    });
    const theirs = state({
      'IM-ORG-01': { self: { rung: 4 } },
      'IM-ORG-02': { self: { unknown: '' }, note: '看过台账' },
      'IM-ORG-03': { self: { rung: 3 } },
      'IM-ORG-04': { self: { unknown: '问办公室' } },
    });
    expect([...firstChoices(compareDossiers(mine, theirs))]).toEqual([
      '/diagnoses/d1/answers/IM-ORG-01/self',
      '/diagnoses/d1/answers/IM-ORG-02/note',
    ]);
  });
});
