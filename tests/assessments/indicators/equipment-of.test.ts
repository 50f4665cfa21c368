import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equipmentOf, factsWithRegister } from '#assessments/indicators/equipment-of.ts';
import { YearFacts } from '#assessments/schema/facts.ts';
import { knownIds } from '#renderer/documents/composer/known-ids.ts';
import { arbitraryFacts, arbitraryMachineLine } from '#tests/support/arbitrary-mills.ts';

const { machines: kinds } = knownIds;
const STENTERS = { kind: 'stenter', count: 6, digital: 6, networked: 4, onCloud: 2 };
const VATS = { kind: 'jet-dyeing', count: 14, digital: 9, networked: 0, onCloud: 0 };
const COMPRESSORS = { kind: 'compressor', count: 3, digital: 3, networked: 3, onCloud: 3 };
const INSPECTION = { kind: 'inspection-machine', count: 8 };
const PV = { kind: 'pv', count: 1250 };

const withRegister = (machines: readonly object[], more: Record<string, unknown> = {}) =>
  factsWithRegister(YearFacts.parse({ machines, 'machines.complete': ['all'], ...more }), kinds);
const differences = (machines: readonly object[], more: Record<string, unknown>) =>
  withRegister(machines, more).differences.map(({ code, fact }) => `${code} ${fact}`);

describe('the numbers of equipment', () => {
  it('are sums over the lines of production kinds, and of main kinds', () => {
    const { facts, differences } = withRegister([STENTERS, VATS, COMPRESSORS, INSPECTION, PV], { 'land.area': 5 });
    expect(facts).toMatchObject({
      'land.area': 5,
      'equipment.production': 20,
      'equipment.digital': 15,
      'equipment.networked': 4,
      'equipment.on-cloud': 2,
      'equipment.main': 23,
    });
    expect(differences).toEqual([]);
  });

  it('count every line of a kind', () => {
    const { facts } = withRegister([STENTERS, { ...STENTERS, count: 2, digital: 0, networked: 0, onCloud: 0 }]);
    expect(facts).toMatchObject({ 'equipment.production': 8, 'equipment.digital': 6, 'equipment.networked': 4 });
  });

  it('are unknown where a line does not say its part, and only those', () => {
    const { digital: _digital, ...silent } = VATS;
    const { facts } = withRegister([STENTERS, silent]);
    expect(facts['equipment.digital']).toBeUndefined();
    expect(facts).toMatchObject({ 'equipment.production': 20, 'equipment.networked': 4, 'equipment.on-cloud': 2 });
  });

  it('do not ask lines that do not produce', () => {
    expect(withRegister([STENTERS, INSPECTION]).facts['equipment.digital']).toBe(6);
  });

  it.each([
    ['is not said to be complete', { machines: [STENTERS] }],
    ['is complete for some kinds only', { machines: [STENTERS], 'machines.complete': ['stenter'] }],
    ['names none that produces', { machines: [COMPRESSORS, PV], 'machines.complete': ['all'] }],
    ['is empty', { machines: [], 'machines.complete': ['all'] }],
    ['is not there', { 'machines.complete': ['all'], 'equipment.digital': 4 }],
  ])('are not told by a register that %s', (_, given) => {
    const facts = YearFacts.parse(given);
    expect(equipmentOf(facts, kinds)).toBeNull();
    expect(factsWithRegister(facts, kinds)).toEqual({ facts, differences: [] });
  });

  it('are told by machines that the mill has none of', () => {
    const none = { kind: 'stenter', count: 0, digital: 0 };
    expect(withRegister([none]).facts).toMatchObject({ 'equipment.production': 0, 'equipment.digital': 0 });
  });
});

describe('a number of equipment that was given', () => {
  it('holds', () => {
    const { facts } = withRegister([STENTERS, VATS], { 'equipment.production': 500, 'equipment.digital': 0 });
    expect(facts).toMatchObject({ 'equipment.production': 500, 'equipment.digital': 0, 'equipment.networked': 4 });
  });

  it.each([
    ['equipment.production', 20, []],
    ['equipment.production', 18, []],
    ['equipment.production', 17.9, ['register-difference equipment.production']],
    ['equipment.production', 22, []],
    ['equipment.production', 22.3, ['register-difference equipment.production']],
    ['equipment.digital', 0, ['register-difference equipment.digital']],
    ['equipment.networked', 4.5, ['register-difference equipment.networked']],
    ['equipment.on-cloud', 2, []],
    ['equipment.main', 40, ['register-difference equipment.main']],
  ])('is held against the register, with a tenth of the larger allowed: %s = %d', (fact, given, expected) => {
    expect(differences([STENTERS, VATS], { [fact]: given })).toEqual(expected);
  });

  it('is not held against what the register does not know, nor nothing against nothing', () => {
    expect(differences([{ kind: 'stenter', count: 6 }], { 'equipment.digital': 1 })).toEqual([]);
    expect(differences([{ ...STENTERS, onCloud: 0 }], { 'equipment.on-cloud': 0 })).toEqual([]);
  });
});

const register = fc.array(arbitraryMachineLine, { minLength: 1, maxLength: 6 });

describe('any register', () => {
  it('changes no figure that was given, and adds only numbers of equipment', () => {
    fc.assert(
      fc.property(arbitraryFacts, (given) => {
        const facts = YearFacts.parse(given);
        const { facts: after } = factsWithRegister(facts, kinds);
        expect(after).toMatchObject(facts);
        const added = Object.keys(after).filter((id) => !(id in facts));
        expect(added.filter((id) => !id.startsWith('equipment.'))).toEqual([]);
      }),
    );
  });

  it('tells parts that are no more than the whole, and the same in any order', () => {
    fc.assert(
      fc.property(register, (machines) => {
        const { facts } = withRegister(machines);
        const { 'equipment.production': whole = Infinity, 'equipment.main': main = Infinity } = facts;
        expect(main).toBeGreaterThanOrEqual(whole);
        for (const part of ['equipment.digital', 'equipment.networked', 'equipment.on-cloud'] as const)
          expect(facts[part] ?? 0).toBeLessThanOrEqual(whole);
        const { machines: _there, ...there } = facts;
        const { machines: _back, ...back } = withRegister([...machines].reverse()).facts;
        expect(back).toEqual(there);
      }),
    );
  });

  it('tells of two lines of a kind what it tells of one with their sum', () => {
    fc.assert(
      fc.property(arbitraryMachineLine, arbitraryMachineLine, (one, other) => {
        fc.pre(one.kind === other.kind);
        const sum = (part: 'digital' | 'networked' | 'onCloud') =>
          one[part] === undefined || other[part] === undefined ? {} : { [part]: one[part] + other[part] };
        const joined = {
          kind: one.kind,
          count: one.count + other.count,
          ...sum('digital'),
          ...sum('networked'),
          ...sum('onCloud'),
        };
        const { machines: _apart, ...apart } = withRegister([one, other]).facts;
        const { machines: _together, ...together } = withRegister([joined]).facts;
        expect(apart).toEqual(together);
      }),
    );
  });
});
