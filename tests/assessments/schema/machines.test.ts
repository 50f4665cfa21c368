import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pointer } from '#assessments/schema/problem.ts';
import { readDossier } from '#assessments/schema/read-dossier.ts';
import { knownIds } from '#renderer/documents/composer/known-ids.ts';
import { arbitraryMachineLine } from '#tests/support/arbitrary-mills.ts';
import { dossierJson } from '#tests/support/dossiers.ts';

/** The problems of the facts of 2025, by their place in them. */
function problemsOf(facts: Record<string, unknown>): string[] {
  const outcome = readDossier(JSON.stringify(dossierJson({ facts })), knownIds);
  if (outcome.ok) return [];
  return outcome.problems.map(({ path, code }) => `${pointer(path.slice(2))} ${code}`);
}

const line = (more: Record<string, unknown> = {}) => ({ kind: 'stenter', count: 6, ...more });
const ofMachine = (more: Record<string, unknown>) => problemsOf({ machines: [line(), line(more)] });

describe('the machine register of a dossier', () => {
  it('is taken with all that a line can say, what this version does not know included', () => {
    const full = line({
      since: 2016,
      digital: 6,
      networked: 4,
      onCloud: 2,
      with: { 'heat-recovery': 3, 'exhaust-humidity': 0 },
      note: '二车间',
      later: { any: 1 },
    });
    const facts = {
      machines: [full, line(), { kind: 'pv', count: 1250.5 }, { kind: 'agv', count: 0, digital: 0 }],
      'machines.complete': ['stenter', 'pv'],
      systems: [{ kind: 'erp', name: '甲', since: 2019, scope: '全厂', cloud: true, later: 1 }, { kind: 'other' }],
    };
    const outcome = readDossier(JSON.stringify(dossierJson({ facts })), knownIds);
    expect(outcome.ok ? outcome.value.facts['2025'] : outcome.problems).toEqual(facts);
    expect(problemsOf({ 'machines.complete': ['all'] })).toEqual([]);
    expect(problemsOf({ machines: [], 'machines.complete': [], systems: [] })).toEqual([]);
  });

  it.each([
    [{ digital: 7 }, '/machines/1/digital out-of-range'],
    [{ networked: 6.5 }, '/machines/1/networked out-of-range'],
    [{ onCloud: 7 }, '/machines/1/onCloud out-of-range'],
    [{ with: { 'heat-recovery': 7 } }, '/machines/1/with/heat-recovery out-of-range'],
    [{ with: { 'heat-recovery': -1 } }, '/machines/1/with/heat-recovery negative'],
    [{ count: -1 }, '/machines/1/count negative'],
    [{ count: 1e13 }, '/machines/1/count out-of-range'],
    [{ count: undefined }, '/machines/1/count missing'],
    [{ count: '6' }, '/machines/1/count wrong-type'],
    [{ digital: -1 }, '/machines/1/digital negative'],
    [{ since: 16 }, '/machines/1/since out-of-range'],
    [{ kind: undefined }, '/machines/1/kind missing'],
    [{ kind: 'time-machine' }, '/machines/1/kind unknown-machine'],
    [{ kind: 'all' }, '/machines/1/kind unknown-machine'],
    [{ kind: 'toString' }, '/machines/1/kind unknown-machine'],
    [{ with: { wings: 1 } }, '/machines/1/with/wings unknown-machine'],
    [{ with: { 'low-liquor': 1 } }, '/machines/1/with/low-liquor unknown-machine'],
    [{ note: ['x'] }, '/machines/1/note wrong-type'],
  ])('is refused where a line says %j', (more, problem) => {
    expect(ofMachine(more)).toEqual([problem]);
  });

  it.each([
    [{ 'machines.complete': ['stenter', 'wings'] }, '/machines.complete/1 unknown-machine'],
    [{ 'machines.complete': ['all', 'stenter'] }, '/machines.complete/0 unknown-machine'],
    [{ 'machines.complete': 'all' }, '/machines.complete wrong-type'],
    [{ machines: {} }, '/machines wrong-type'],
    [{ machines: ['x'] }, '/machines/0 wrong-type'],
    [{ systems: [{ kind: 'abacus' }] }, '/systems/0/kind bad-value'],
    [{ systems: [{ name: '甲' }] }, '/systems/0/kind missing'],
    [{ systems: [{ kind: 'erp', cloud: 'yes' }] }, '/systems/0/cloud wrong-type'],
    [{ 'delivery.on-time': 101 }, '/delivery.on-time out-of-range'],
    [{ 'price.steam': -1 }, '/price.steam negative'],
  ])('is refused with %j', (facts, problem) => {
    expect(problemsOf(facts)).toEqual([problem]);
  });

  it('takes a turnover above 100 %, and all deliveries on time', () => {
    expect(problemsOf({ 'people.turnover': 130, 'delivery.on-time': 100 })).toEqual([]);
  });

  it('is taken exactly where no part of a line is more than the line', () => {
    fc.assert(
      fc.property(arbitraryMachineLine, fc.constantFrom('digital', 'networked', 'onCloud'), (taken, part) => {
        expect(problemsOf({ machines: [taken] })).toEqual([]);
        expect(problemsOf({ machines: [{ ...taken, [part]: taken.count + 0.5 }] })).toEqual([
          `/machines/0/${part} out-of-range`,
        ]);
      }),
      { numRuns: 60 },
    );
  });
});
