import { describe, expect, it } from 'vitest';
import { readCatalogue } from '#assessments/planning/catalogue.ts';
import { policiesFor, policyStanding } from '#assessments/planning/open-policies.ts';
import type { PlannedMeasure } from '#assessments/planning/planned-measures.ts';
import { Dossier } from '#assessments/schema/dossier.ts';
import { Policy } from '#assessments/schema/policy.ts';
import { measureFiles } from '#seeds/measures/index.ts';
import { dossierJson } from '#tests/support/dossiers.ts';

const AS_OF = '2026-11-24';
const TEXT = { 'zh-CN': '某', en: 'some' };
const base = {
  id: 'some',
  title: TEXT,
  kind: 'funding',
  issuer: TEXT,
  documentNo: null,
  issuedOn: null,
  validUntil: null,
  checkedOn: AS_OF,
  mark: 'sourced-S1',
  source: 'x',
  who: TEXT,
  gives: TEXT,
  money: { share: 0.1, capWan: 100 },
  confirmNotice: false,
  helps: { services: ['smart-retrofit'], measures: [] as string[] },
};

const { enterprise } = Dossier.parse(
  dossierJson({ subSectors: ['DYEING'], enterprise: { region: { city: '滨州市' } } }),
);
const retrofit = readCatalogue(measureFiles).measures.find(({ service }) => service === 'smart-retrofit');
if (retrofit === undefined) throw new Error('no measure of smart retrofit');
const planned: PlannedMeasure[] = [
  {
    item: { id: retrofit.id, phase: 1 },
    measure: retrofit,
    cost: { low: 1, planned: 1, high: 1, isSized: true },
    requires: [],
  },
];
const found = (policies: readonly object[], measures = planned) =>
  policiesFor(Policy.array().parse(policies), enterprise, measures, AS_OF).map((reading) => [
    reading.policy.id,
    reading.standing,
  ]);

describe('a policy', () => {
  it.each([
    [{}, 'current'],
    [{ validUntil: AS_OF }, 'current'],
    [{ validUntil: '2026-11-23' }, 'expired'],
    [{ validUntil: '2026-11-23', confirmNotice: true }, 'expired'],
    [{ confirmNotice: true }, 'confirm'],
    [{ mark: 'unsourced-H' }, 'unverified'],
    [{ mark: 'proposal' }, 'unverified'],
  ] as const)('%o stands as %s', (change, standing) => {
    expect(policyStanding(Policy.parse({ ...base, ...change }), AS_OF)).toBe(standing);
  });

  it('is shown where it helps a planned measure by service area or id, and not otherwise', () => {
    expect(found([base])).toEqual([['some', 'current']]);
    expect(found([base], [])).toEqual([]);
    expect(found([{ ...base, helps: { services: ['platform'], measures: [] } }])).toEqual([]);
    expect(found([{ ...base, helps: { services: ['platform'], measures: [retrofit.id] } }])).toHaveLength(1);
  });

  it('is shown for mills of its cities and sub-sectors alone', () => {
    expect(found([{ ...base, cities: ['济南市'] }])).toEqual([]);
    expect(found([{ ...base, cities: ['滨州市'] }])).toHaveLength(1);
    expect(found([{ ...base, subSectors: ['GARMENT'] }])).toEqual([]);
    const nowhere = policiesFor(
      [Policy.parse({ ...base, cities: ['滨州市'] })],
      { ...enterprise, region: undefined },
      planned,
      AS_OF,
    );
    expect(nowhere).toEqual([]);
  });

  it('about the whole mill is shown until it runs out', () => {
    const whole = { ...base, helps: { services: [], measures: [] } };
    expect(found([whole], [])).toEqual([['some', 'current']]);
    expect(found([{ ...whole, validUntil: '2026-01-01' }], [])).toEqual([]);
  });

  it('that can be counted on comes first', () => {
    const policies = [
      { ...base, id: 'a', validUntil: '2020-01-01' },
      { ...base, id: 'b', confirmNotice: true },
      { ...base, id: 'd' },
      { ...base, id: 'c' },
    ];
    expect(found(policies).map(([id]) => id)).toEqual(['c', 'd', 'b', 'a']);
  });
});
