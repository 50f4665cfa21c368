import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plausibility, type Denominator } from '#assessments/indicators/plausibility-bounds.ts';
import { findImplausibleFacts } from '#assessments/indicators/plausible-facts.ts';
import { FACT_UNITS, NUMERIC_FACT_IDS, type NumericFactId } from '#assessments/schema/facts.ts';
import { arbitraryMill } from '#tests/support/arbitrary-mills.ts';
import { demoMills } from '#tests/support/demo-mills.ts';
import { scoreSketch, YEAR } from '#tests/support/dossiers.ts';
import { realisticMill } from '#tests/support/realistic-mills.ts';

type Facts = Readonly<Record<string, unknown>>;

const doubts = (now: Facts, { prior = {}, employees }: { prior?: Facts; employees?: number } = {}) =>
  findImplausibleFacts({ now, prior }, employees);
const doubted = (now: Facts, other: { prior?: Facts; employees?: number } = {}) =>
  doubts(now, other).map(({ fact, doubt }) => `${fact} ${doubt.kind}`);

/** Facts of method 1.1 that a register of prices, losses and people adds. */
const COMING = [
  'price.electricity',
  'price.steam',
  'price.gas',
  'price.coal',
  'people.cost',
  'people.vacancies',
  'people.turnover',
  'loss.rework',
  'loss.returns',
  'loss.late',
  'loss.downtime',
  'delivery.lead-days',
  'delivery.on-time',
];

describe('the bounds of facts', () => {
  const entries = Object.entries(plausibility.facts);

  it('are there for every numeric fact', () => {
    expect(NUMERIC_FACT_IDS.filter((id) => !(id in plausibility.facts))).toEqual([]);
    const known = new Set<string>([...NUMERIC_FACT_IDS, 'output.products', ...COMING]);
    expect(entries.map(([id]) => id).filter((id) => !known.has(id))).toEqual([]);
    expect(COMING.filter((id) => !(id in plausibility.facts))).toEqual([]);
  });

  it.each(entries)('end with what needs no denominator, are ranges and are our own: %s', (_, { bounds }) => {
    for (const of of new Set(bounds.map((bound) => bound.of)))
      expect(bounds.filter((bound) => bound.of === of).at(-1)?.per).toBe('absolute');
    for (const { low = 0, high, mark } of bounds) {
      expect(low).toBeLessThan(high);
      expect(mark).toBe('proposal');
    }
  });

  it('stand behind what they are divided by, so that it is judged first', () => {
    const restsOn = (per: Denominator) =>
      typeof per === 'object'
        ? per.fact
        : {
            employee: 'people.employees',
            '10k-yuan-output': 'finance.output-value',
            spindle: 'spinning.spindles',
            'tonne-of-product': 'output.products',
            '100m-of-product': 'output.products',
            absolute: null,
          }[per];
    const ids = entries.map(([id]) => id);
    const early = entries.flatMap(([id, { bounds }]) =>
      bounds
        .map(({ per }) => restsOn(per))
        .filter((fact) => fact !== null && ids.indexOf(fact) >= ids.indexOf(id))
        .map((fact) => `${id} before ${fact}`),
    );
    expect(early).toEqual([]);
  });
});

describe('mills as they are', () => {
  it('say nothing at the demo mills', () => {
    for (const { dossier, result } of demoMills())
      expect(
        result.warnings.filter(({ code }) => code === 'implausible'),
        dossier.id,
      ).toEqual([]);
  });

  it('say nothing at any realistic mill, and little without its denominators', () => {
    fc.assert(
      fc.property(realisticMill, ({ facts, prior, employees }) => {
        expect(doubts(facts, { prior, employees })).toEqual([]);
        for (const gone of ['people.employees', 'finance.output-value', 'output.products']) {
          const { [gone]: _gone, ...others } = facts;
          expect(doubts(others, { prior })).toEqual([]);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('mills at the edge', () => {
  it.each([
    ['a plant that makes only the raw material', { 'people.employees': 400, 'finance.output-value': 2_500_000 }],
    ['a trader with few people', { 'people.employees': 5, 'finance.revenue': 200_000 }],
    ['the largest groups', { 'people.employees': 120_000, 'finance.revenue': 52_000_000 }],
    ['a first year', { 'people.employees': 300, 'finance.output-value': 60, 'finance.revenue': 60 }],
    [
      'sludge that is all hazardous, and wet',
      { 'people.employees': 600, 'finance.output-value': 40_000, 'waste.hazardous': 12_000 },
    ],
    [
      'solvent coating without recovery',
      { 'people.employees': 80, 'finance.output-value': 6000, 'emissions.voc': 2400 },
    ],
    [
      'alkali peeling before treatment',
      { 'people.employees': 200, 'water.wastewater.discharged': 100_000, 'emissions.cod': 1500 },
    ],
    ['a trial frame', { 'people.employees': 800, 'spinning.spindles': 24 }],
    ['cooling towers of a fibre plant', { 'water.recycled.cooling': 8e8 }],
  ])('say nothing: %s', (_, facts) => {
    expect(doubted(facts)).toEqual([]);
  });
});

describe('one wrong unit', () => {
  const mills = demoMills().map(({ dossier }) => ({
    id: dossier.id,
    employees: dossier.enterprise.employees ?? 0,
    facts: dossier.facts[String(YEAR)] as Facts,
  }));
  const wrong = mills.flatMap((mill) =>
    Object.entries(mill.facts)
      .filter((entry): entry is [NumericFactId, number] => typeof entry[1] === 'number')
      .flatMap(([id, value]) =>
        [10_000, ...(FACT_UNITS[id] === 't' ? [1000] : [])].map((times) => ({
          ...mill,
          id,
          mill: mill.id,
          value,
          times,
        })),
      ),
  );
  /** What no bound can tell apart. */
  const MISSED = [
    // a thousandfold of a dyehouse that filters its stenters is what solvent coating without recovery has
    'demo-dyeing emissions.voc 1000',
    // nothing times anything is nothing
    'demo-garment water.meters.level3.required 10000',
    'demo-garment water.meters.level3.fitted 10000',
    // a garment or spinning mill has so little that a thousandfold, or more, is what a dyehouse has whose sludge is hazardous
    'demo-garment waste.hazardous 10000',
    'demo-garment waste.hazardous 1000',
    'demo-spinning waste.hazardous 1000',
  ];

  it('is seen at the fact itself, once, and nowhere else', () => {
    expect(wrong.length).toBeGreaterThan(150);
    const missed = wrong.filter(({ facts, employees, id, value, times }) => {
      const found = doubted({ ...facts, [id]: value * times }, { employees });
      if (found.length === 0) return true;
      expect(found, `${id} ${times}`).toEqual([`${id} out-of-range`]);
      return false;
    });
    expect(missed.map(({ mill, id, times }) => `${mill} ${id} ${times}`)).toEqual(MISSED);
  });

  it('is seen in the other direction where nothing lies so low', () => {
    const low = [
      'water.metered.level1',
      'water.price',
      'energy.electricity',
      'land.area',
      'land.floor-area',
      'land.footprint',
      'finance.revenue',
      'finance.output-value',
      'finance.output-value-3y',
      'people.employees',
    ];
    for (const { facts, employees } of mills)
      for (const id of low)
        expect(doubted({ ...facts, [id]: Number(facts[id]) / 10_000 }, { employees })).toEqual([`${id} out-of-range`]);
    const spinning = mills.find(({ id }) => id === 'demo-spinning');
    expect(doubted({ ...spinning?.facts, 'spinning.spindles': 6.24 })).toEqual(['spinning.spindles out-of-range']);
  });

  it.each([
    ['electricity of 6 million kWh typed as 10k kWh', { 'energy.electricity': 6e10 }],
    ['revenue of 80 million yuan typed as 10k yuan', { 'finance.revenue': 8e7 }],
  ])('is seen at a mill of 180 people that says nothing else: %s', (_, facts) => {
    const [fact] = Object.keys(facts);
    expect(doubted(facts, { employees: 180 })).toEqual([`${fact} out-of-range`]);
    expect(doubted({ ...facts, 'people.employees': 180 })).toEqual([`${fact} out-of-range`]);
  });

  it.each([
    ['water.price', 3.9],
    ['water.wastewater-cost', 6.8],
    ['price.electricity', 0.68],
    ['price.steam', 58],
    ['price.gas', 3.6],
    ['price.coal', 820],
  ])('is seen in a price in fen: %s', (id, yuan) => {
    expect(doubted({ [id]: yuan })).toEqual([]);
    expect(doubted({ [id]: yuan * 100 })).toEqual([`${id} out-of-range`]);
  });

  it.each([
    ['people.cost', 8.2, 82_000],
    ['loss.rework', 120, 1_200_000],
    ['loss.downtime', 35, 350_000],
    ['delivery.on-time', 95, 0.95],
    ['delivery.lead-days', 21, 21_000],
    ['people.turnover', 18, 1800],
    ['people.vacancies', 12, 12_000],
  ])('is seen in what a mill says of people, losses and delivery: %s', (id, right, mistyped) => {
    const mill = { 'finance.output-value': 9000, 'people.employees': 180 };
    expect(doubted({ ...mill, [id]: right })).toEqual([]);
    expect(doubted({ ...mill, [id]: mistyped })).toEqual([`${id} out-of-range`]);
  });

  it('is seen in the list of products: metres as 100 m, kilograms as tonnes', () => {
    const cloth = { class: 'woven', quantity: 52_800_000, massKgPer100m: 15.5 };
    const made = (line: object) => doubted({ 'finance.output-value': 47_950, 'output.products': [line] });
    expect(made({ ...cloth, unit: 'm' })).toEqual([]);
    expect(made({ ...cloth, unit: '100m' })).toEqual(['output.products out-of-range']);
    expect(made({ class: 'other', quantity: 2_400_000, unit: 'kg' })).toEqual([]);
    expect(made({ class: 'other', quantity: 2_400_000, unit: 't' })).toEqual(['output.products out-of-range']);
  });

  it('leaves the denominator for the next one where that is itself in doubt', () => {
    const facts = { 'finance.output-value': 90_000_000, 'people.employees': 180, 'energy.gas': 40_000_000_000 };
    expect(doubts(facts).map(({ fact, doubt }) => [fact, doubt.kind === 'out-of-range' ? doubt.per : null])).toEqual([
      ['finance.output-value', 'employee'],
      ['energy.gas', 'employee'],
    ]);
    expect(doubts({ ...facts, 'people.employees': 1.8e6 }, { employees: 180 }).map(({ fact }) => fact)).toEqual([
      'people.employees',
      'finance.output-value',
      'energy.gas',
    ]);
  });

  it('does not read no use as too little', () => {
    expect(doubted({ 'energy.electricity': 0, 'finance.revenue': 0, 'people.employees': 180 })).toEqual([]);
  });
});

describe('a change against the year before', () => {
  const PRIOR: Readonly<Record<string, number>> = {
    'water.meters.level2.fitted': 1,
    'loss.rework': 100,
    'people.vacancies': 100,
    'people.turnover': 10,
  };

  it.each([
    ['energy.electricity', 300_000, []],
    ['energy.electricity', 300_001, ['energy.electricity changed']],
    ['energy.electricity', 33_334, []],
    ['energy.electricity', 33_333, ['energy.electricity changed']],
    ['energy.electricity', 0, []],
    ['water.intake.town', 400_000, ['water.intake.town changed']],
    ['finance.revenue', 400_000, ['finance.revenue changed']],
    ['loss.rework', 301, ['loss.rework changed']],
    ['people.vacancies', 301, ['people.vacancies changed']],
    ['people.turnover', 31, ['people.turnover changed']],
    ['water.meters.level2.fitted', 4, []],
  ])(
    'is asked about beyond a factor of three, where water, energy, money or people are meant: %s %d',
    (id, now, found) => {
      const prior = { [id]: PRIOR[id] ?? 100_000 };
      expect(doubted({ [id]: now }, { prior, employees: 500 })).toEqual(found);
      expect(doubted({ [id]: now }, { prior: { [id]: 0 }, employees: 500 })).toEqual([]);
      expect(doubted({ [id]: now }, { employees: 500 })).toEqual([]);
    },
  );

  it('compares output in one unit, whatever the lines are in', () => {
    const made = (quantity: number, unit: string) => ({ 'output.products': [{ class: 'woven', quantity, unit }] });
    expect(doubted(made(5_000_000, 'm'), { prior: made(48_000, '100m') })).toEqual([]);
    expect(doubted(made(5_000_000, 'm'), { prior: made(4_800_000, '100m') })).toEqual(['output.products changed']);
  });

  it('is not said beside a figure that is out of range anyway', () => {
    const found = doubted({ 'energy.electricity': 6e10 }, { prior: { 'energy.electricity': 6e6 }, employees: 180 });
    expect(found).toEqual(['energy.electricity out-of-range']);
  });

  it('stands at the fact of the year in the result', () => {
    const { warnings } = scoreSketch({ facts: { 'people.employees': 400 }, prior: { 'people.employees': 40 } });
    expect(warnings).toEqual([
      {
        code: 'implausible',
        path: `facts.${YEAR}.people.employees`,
        doubt: { kind: 'changed', value: 400, prior: 40, unit: 'persons' },
      },
    ]);
  });
});

describe('any facts', () => {
  it('bring one doubt a fact at most, only for facts that are there, and move no score', () => {
    fc.assert(
      fc.property(arbitraryMill, ({ facts = {}, prior = {} }) => {
        const found = doubts(facts, { prior }).map(({ fact }) => fact);
        expect(new Set(found).size).toBe(found.length);
        expect(found.filter((fact) => facts[fact] === undefined)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
