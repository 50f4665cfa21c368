import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDossiers } from '#assessments/exchange/compare.ts';
import { mergeDossiers } from '#assessments/exchange/merge.ts';
import { underIdsOf } from '#assessments/exchange/under-ids-of.ts';
import { Dossier } from '#assessments/schema/dossier.ts';
import { dossierJson } from '#tests/support/dossiers.ts';
import { arbitraryState } from './arbitrary-dossiers.ts';

const round = (id: string, year: number, answers = {}) => ({
  id,
  openedOn: `${year + 1}-03-02`,
  year,
  packs: { 'cloud-adoption': '1.0.0' },
  answers,
});
const dossierWith = (id: string, rounds: readonly object[], more = {}) =>
  Dossier.parse({ ...dossierJson(), id, diagnoses: rounds, ...more });
const idsOf = ({ diagnoses }: Dossier) => diagnoses.map(({ id }) => id);

describe('a dossier that was begun apart', () => {
  it('meets the other one round by round of the same year, in their order', () => {
    const mine = dossierWith('ent-mine', [round('m-24', 2024), round('m-25', 2025), round('m-25b', 2025)]);
    const theirs = dossierWith('ent-theirs', [round('t-25', 2025), round('t-23', 2023), round('t-25b', 2025)]);
    const met = underIdsOf(mine, theirs);
    expect(met.id).toBe('ent-mine');
    expect(idsOf(met)).toEqual(['m-25', 't-23', 'm-25b']);
  });

  it('leaves alone what both know already, and gives no id to two rounds', () => {
    const mine = dossierWith('ent-mine', [round('both', 2025), round('m-25', 2025)]);
    const theirs = dossierWith('ent-theirs', [round('t-25', 2025), round('both', 2025), round('t-25b', 2025)]);
    expect(idsOf(underIdsOf(mine, theirs))).toEqual(['m-25', 'both', 't-25b']);
  });

  it('meets the round of the same day before another of that year', () => {
    const march = { ...round('m-1', 2025), openedOn: '2026-03-01' };
    const mine = dossierWith('ent-mine', [march, { ...round('m-2', 2025), openedOn: '2026-09-20' }]);
    const theirs = dossierWith('ent-theirs', [{ ...round('t-2', 2025), openedOn: '2026-09-20' }]);
    expect(idsOf(underIdsOf(mine, theirs))).toEqual(['m-2']);
  });

  it('does not take the same id for the same round where the years differ', () => {
    const mine = dossierWith('ent-mine', [round('round-1', 2023), round('round-2', 2024)]);
    const theirs = dossierWith('ent-theirs', [round('round-1', 2024), round('round-2', 2025)]);
    expect(idsOf(underIdsOf(mine, theirs))).toEqual(['round-2', 'round-2-2']);
  });

  it('gives no round the id that another of theirs was given just now', () => {
    const mine = dossierWith('ent-mine', [round('round-1', 2023)]);
    const theirs = dossierWith('ent-theirs', [round('round-1', 2024), round('round-1-2', 2025)]);
    expect(idsOf(underIdsOf(mine, theirs))).toEqual(['round-1-2', 'round-1-2-2']);
  });

  it('has its plan go on naming its round', () => {
    const mine = dossierWith('ent-mine', [round('m-25', 2025)]);
    const plan = { madeOn: '2026-11-20', diagnosis: 't-25', more: 1 };
    const met = underIdsOf(mine, dossierWith('ent-theirs', [round('t-25', 2025)], { plan }));
    expect(met.plan).toEqual({ ...plan, diagnosis: 'm-25' });
    expect(underIdsOf(mine, dossierWith('ent-theirs', [], { plan: null })).plan).toBeNull();
    expect('plan' in underIdsOf(mine, dossierWith('ent-theirs', []))).toBe('plan' in dossierJson());
  });

  it('merges into one round where both answered', () => {
    const mine = dossierWith('ent-mine', [round('m-25', 2025, { 'CL-SEC-01': { self: { rung: 2 } } })]);
    const theirs = dossierWith('ent-theirs', [round('t-25', 2025, { 'CL-SEC-02': { self: { rung: 3 } } })]);
    const merged = mergeDossiers(mine, underIdsOf(mine, theirs), new Set());
    expect(merged.diagnoses.map(({ answers }) => Object.keys(answers))).toEqual([['CL-SEC-01', 'CL-SEC-02']]);
  });

  it('says what it said, whatever it is', () => {
    fc.assert(
      fc.property(arbitraryState, arbitraryState, (mine, theirs) => {
        const met = underIdsOf(mine, theirs);
        expect(new Set(idsOf(met)).size).toBe(new Set(idsOf(theirs)).size);
        expect(compareDossiers(underIdsOf(theirs, met), theirs).relation).toBe('same');
      }),
      { numRuns: 60 },
    );
  });
});
