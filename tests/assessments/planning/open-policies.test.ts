import { describe, expect, it } from 'vitest';
import { catalogue } from '#renderer/documents/composer/plan-references.ts';
import { isInForce, policiesFor } from '#assessments/planning/open-policies.ts';
import type { PlannedMeasure } from '#assessments/planning/planned-measures.ts';
import { Dossier } from '#assessments/schema/dossier.ts';
import { Policy } from '#assessments/schema/policy.ts';
import { AS_OF, dossierJson, scoredMillOf } from '#tests/support/dossiers.ts';

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
  amount: { share: 0.1, points: null, years: null, capWan: 100 },
  confirmNotice: false,
  helps: { services: ['smart-retrofit'], measures: [] as string[] },
};
const condition = (check: unknown) => ({ text: TEXT, check, mark: 'sourced-S2' });
const revenueOf = (value: number) => ({ kind: 'fact-at-least', fact: 'finance.revenue', value });

const mill = (city?: string) =>
  scoredMillOf(
    Dossier.parse(
      dossierJson({
        subSectors: ['DYEING'],
        facts: { 'finance.revenue': 3000 },
        ...(city === undefined ? {} : { enterprise: { region: { city } } }),
      }),
    ),
  );
const binzhou = mill('滨州市');
const retrofit = catalogue.measures.find(({ service }) => service === 'smart-retrofit');
if (retrofit === undefined) throw new Error('no measure of smart retrofit');
const planned: PlannedMeasure[] = [
  {
    item: { id: retrofit.id },
    measure: retrofit,
    offer: null,
    cost: { low: 1, planned: 1, high: 1, origin: 'estimate', isSized: true },
    benefit: null,
    lines: [],
    payback: null,
    requires: [],
    span: { start: 0, end: 3 },
    phase: 1,
    isLate: false,
    closes: [],
  },
];
const read = (policies: readonly object[], measures = planned) =>
  policiesFor(Policy.array().parse(policies), binzhou, measures, AS_OF);
const found = (policies: readonly object[], measures = planned) =>
  read(policies, measures).map(({ policy }) => policy.id);

describe('a policy', () => {
  it.each([
    [{}, true],
    [{ validUntil: AS_OF }, true],
    [{ validUntil: '2026-11-23' }, false],
    [{ validFrom: AS_OF }, true],
    [{ validFrom: '2026-11-25' }, false],
    [{ confirmNotice: true }, false],
    [{ mark: 'sourced-S2' }, true],
    [{ mark: 'unsourced-H' }, false],
    [{ mark: 'proposal' }, false],
  ] as const)('%o is in force: %s', (change, holds) => {
    expect(isInForce(Policy.parse({ ...base, ...change }), AS_OF)).toBe(holds);
    expect(found([{ ...base, ...change }])).toHaveLength(holds ? 1 : 0);
  });

  it('is listed where it helps a planned measure by service area or id, and not otherwise', () => {
    expect(found([base])).toEqual(['some']);
    expect(found([base], [])).toEqual([]);
    expect(found([{ ...base, helps: { services: ['platform'], measures: [] } }])).toEqual([]);
    expect(read([{ ...base, helps: { services: ['platform'], measures: [retrofit.id] } }])[0]?.measures).toEqual([
      retrofit.id,
    ]);
  });

  it('is listed for mills of its cities and sub-sectors alone', () => {
    expect(found([{ ...base, cities: ['济南市'] }])).toEqual([]);
    expect(found([{ ...base, cities: ['滨州市'] }])).toHaveLength(1);
    expect(found([{ ...base, subSectors: ['GARMENT'] }])).toEqual([]);
    expect(policiesFor([Policy.parse({ ...base, cities: ['滨州市'] })], mill(), planned, AS_OF)).toEqual([]);
  });

  it('about the whole mill is listed whatever is planned', () => {
    expect(found([{ ...base, helps: { services: [], measures: [] } }], [])).toEqual(['some']);
  });

  it('with an amount comes first, then by kind and id', () => {
    const policies = [
      { ...base, id: 'a', amount: null, kind: 'rule' },
      { ...base, id: 'b', amount: null },
      { ...base, id: 'd' },
      { ...base, id: 'c' },
    ];
    expect(found(policies)).toEqual(['c', 'd', 'b', 'a']);
  });

  it('stands beside what it cannot be taken together with, and names only what is listed', () => {
    const policies = [
      { ...base, id: 'a', excludes: ['d', 'over'] },
      { ...base, id: 'b' },
      { ...base, id: 'd', amount: null, excludes: ['a'] },
      { ...base, id: 'over', validUntil: '2020-12-31', excludes: ['a'] },
    ];
    const readings = read(policies);
    expect(readings.map(({ policy, excludes }) => [policy.id, excludes.map(({ id }) => id)])).toEqual([
      ['a', ['d']],
      ['d', ['a']],
      ['b', []],
    ]);
  });

  it('has its conditions read on the mill, the one that the mill misses before all others', () => {
    const conditions = [condition(null), condition(revenueOf(2000)), condition(revenueOf(5000))];
    const [reading] = read([{ ...base, conditions }]);
    expect(reading?.conditions.map(({ state }) => state)).toEqual(['missing', 'people', 'met']);
    expect(read([base])[0]?.conditions).toEqual([]);
  });
});
