import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDossiers, type DossierComparison } from '#assessments/exchange/compare.ts';
import { Dossier } from '#assessments/schema/dossier.ts';
import { dossierJson, type MillSketch } from '#tests/support/dossiers.ts';
import { arbitraryLargeState, arbitraryState } from './arbitrary-dossiers.ts';

const dossier = (sketch: MillSketch, more: Record<string, unknown> = {}) =>
  Dossier.parse({ ...dossierJson(sketch), ...more });
const rung = (value: number) => ({ self: { rung: value } });
const plain = dossier({ facts: { 'energy.gas': 5 }, answers: { 'IM-ORG-01': rung(3) } });
const differing = ({ sections }: DossierComparison) => sections.filter(({ state }) => state !== 'same');

describe('comparing two states of a dossier', () => {
  it.each<[string, MillSketch, Record<string, unknown>]>([
    ['an answer', { facts: { 'energy.gas': 5 }, answers: { 'IM-ORG-01': rung(3), 'IM-ORG-02': rung(1) } }, {}],
    ['a figure', { facts: { 'energy.gas': 5, 'energy.coal': 1 }, answers: { 'IM-ORG-01': rung(3) } }, {}],
    ['a plan', { facts: { 'energy.gas': 5 }, answers: { 'IM-ORG-01': rung(3) } }, { plan: { madeOn: '2026-03-02' } }],
    ['what nobody knows', { facts: { 'energy.gas': 5 }, answers: { 'IM-ORG-01': rung(3) } }, { later: true }],
  ])('calls it newer where theirs has %s more, and older the other way round', (_, sketch, more) => {
    const theirs = dossier(sketch, more);
    expect(compareDossiers(plain, theirs).relation).toBe('newer');
    expect(compareDossiers(theirs, plain).relation).toBe('older');
  });

  it('names what differs with its place and both values', () => {
    const theirs = dossier({ facts: { 'energy.gas': 5 }, answers: { 'IM-ORG-01': rung(4), 'W-M01': { note: '查' } } });
    const comparison = compareDossiers(plain, theirs);
    expect(comparison.relation).toBe('conflict');
    expect(differing(comparison)).toEqual([
      {
        section: { kind: 'answers', diagnosis: 'd1', pack: 'intelligent-manufacturing' },
        state: 'differing',
        onlyHere: 0,
        onlyThere: 0,
        conflicts: [
          {
            id: '/diagnoses/d1/answers/IM-ORG-01/self',
            path: ['diagnoses', 0, 'answers', 'IM-ORG-01', 'self'],
            mine: { rung: 3 },
            theirs: { rung: 4 },
          },
        ],
      },
      {
        section: { kind: 'answers', diagnosis: 'd1', pack: 'water-efficiency' },
        state: 'only-there',
        onlyHere: 0,
        onlyThere: 1,
        conflicts: [],
      },
    ]);
  });

  it('is no newer state where each has something of its own, though nothing differs', () => {
    const theirs = dossier({ facts: { 'energy.coal': 5 }, answers: { 'IM-ORG-01': rung(3) } });
    const comparison = compareDossiers(plain, theirs);
    expect(comparison.relation).toBe('conflict');
    expect(differing(comparison)).toMatchObject([{ section: { kind: 'facts', year: '2025' }, conflicts: [] }]);
  });

  it('compares what the specialist says place by place, by its words alone', () => {
    const [round] = plain.diagnoses;
    const saying = (remarks: unknown) => dossier({}, { diagnoses: [{ ...round, remarks }] });
    const mine = saying({ conclusion: { text: '甲' }, money: { text: '贵', suggested: '一', language: 'en' } });
    const theirs = saying({ conclusion: { text: '乙' }, money: { text: '贵', suggested: '二', language: 'en' } });
    expect(differing(compareDossiers(mine, theirs))).toMatchObject([
      {
        section: { kind: 'diagnosis', diagnosis: 'd1' },
        conflicts: [{ id: '/diagnoses/d1/remarks/conclusion', mine: { text: '甲' }, theirs: { text: '乙' } }],
      },
    ]);
    expect(compareDossiers(plain, saying({ demand: { text: '丙' } })).relation).toBe('conflict');
  });

  it('compares the names of one file at an answer by file, apart from what else is said there', () => {
    const [a, b] = ['a', 'b'].map((digit) => `sha256:${digit.repeat(64)}`) as [string, string];
    const named = (evidenceNames: Record<string, string>) =>
      dossier({ answers: { 'IM-ORG-01': { self: { rung: 3 }, evidence: [a, b], evidenceNames } } });
    const compared = compareDossiers(named({ [a]: '甲.jpg', [b]: '乙.jpg' }), named({ [a]: '丙.jpg' }));
    expect(compared.sections.flatMap(({ conflicts }) => conflicts)).toMatchObject([
      { mine: '甲.jpg', theirs: '丙.jpg' },
    ]);
    expect(compareDossiers(named({ [a]: '甲.jpg', [b]: '乙.jpg' }), named({ [a]: '甲.jpg' })).relation).toBe('older');
  });

  it('minds neither order of rounds, files and ticks, nor how a hash or nothing is written', () => {
    const [round] = plain.diagnoses;
    const ticks = (...choices: string[]) => ({ 'G-Q12': { self: { choices } } });
    const hash = 'a'.repeat(64);
    const other = { sha256: 'b'.repeat(64) };
    const mine = dossier(
      {},
      {
        diagnoses: [
          { ...round, answers: ticks('energy-query', 'benchmarking') },
          { ...round, id: 'd2' },
        ],
        evidence: [{ sha256: hash }, other],
        plan: null,
      },
    );
    const theirs = dossier(
      {},
      {
        diagnoses: [
          { ...round, id: 'd2' },
          { ...round, answers: ticks('benchmarking', 'energy-query') },
        ],
        evidence: [other, { sha256: `sha256:${hash}` }],
        visits: [],
      },
    );
    expect(differing(compareDossiers(mine, theirs))).toEqual([]);
  });

  it('is the same as itself, and the other way round the reverse', () => {
    const reverse = { same: 'same', newer: 'older', older: 'newer', conflict: 'conflict' };
    fc.assert(
      fc.property(fc.oneof(arbitraryState, arbitraryLargeState), arbitraryState, (mine, theirs) => {
        expect(compareDossiers(mine, mine).relation).toBe('same');
        const { relation } = compareDossiers(mine, theirs);
        expect(compareDossiers(theirs, mine).relation).toBe(reverse[relation]);
      }),
      { numRuns: 60 },
    );
  });
});
