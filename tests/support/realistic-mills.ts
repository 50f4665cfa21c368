import fc from 'fast-check';
import type { SubSector } from '#assessments/schema/vocabulary.ts';

type Range = readonly [low: number, high: number];

/** What mills of a sub-sector make and use, per employee and year where not said otherwise. */
interface Archetype {
  readonly subSector: SubSector;
  readonly process: string;
  readonly employees: Range;
  /** 10k yuan. */
  readonly output: Range;
  readonly electricity: Range;
  /** m3. */
  readonly intake: Range;
  /** Tonnes, or 100 m where `cloth` says so. */
  readonly product: Range;
  readonly cloth?: { readonly class: 'woven' | 'silk'; readonly massKgPer100m: Range };
  /** GJ. */
  readonly steam?: Range;
  readonly spindles?: Range;
}

const ARCHETYPES: readonly Archetype[] = [
  {
    subSector: 'SPINNING',
    process: 'spinning',
    employees: [40, 4000],
    output: [35, 250],
    electricity: [60_000, 800_000],
    intake: [20, 400],
    product: [12, 180],
    spindles: [80, 1000],
  },
  {
    subSector: 'WEAVING',
    process: 'water-jet-weaving',
    employees: [15, 1500],
    output: [30, 300],
    electricity: [15_000, 150_000],
    intake: [30, 6000],
    product: [300, 6000],
    cloth: { class: 'woven', massKgPer100m: [6, 30] },
  },
  {
    subSector: 'KNITTING',
    process: 'knitting',
    employees: [10, 800],
    output: [30, 300],
    electricity: [4000, 40_000],
    intake: [10, 200],
    product: [10, 120],
  },
  {
    subSector: 'DYEING',
    process: 'woven-dyeing',
    employees: [60, 3000],
    output: [20, 200],
    electricity: [8000, 90_000],
    intake: [500, 8000],
    product: [300, 5000],
    cloth: { class: 'woven', massKgPer100m: [8, 40] },
    steam: [100, 2000],
  },
  {
    subSector: 'DYEING',
    process: 'silk',
    employees: [40, 600],
    output: [20, 120],
    electricity: [5000, 40_000],
    intake: [300, 4000],
    product: [80, 1200],
    cloth: { class: 'silk', massKgPer100m: [4, 9] },
    steam: [50, 800],
  },
  {
    subSector: 'GARMENT',
    process: 'sewing',
    employees: [5, 3000],
    output: [6, 120],
    electricity: [600, 9000],
    intake: [5, 150],
    product: [0.3, 5],
  },
  {
    subSector: 'HOME',
    process: 'home-textile',
    employees: [20, 2500],
    output: [20, 200],
    electricity: [1500, 20_000],
    intake: [10, 300],
    product: [3, 60],
  },
  {
    subSector: 'FIBER',
    process: 'chemical-fibre',
    employees: [80, 6000],
    output: [100, 900],
    electricity: [60_000, 900_000],
    intake: [200, 9000],
    product: [60, 1500],
    steam: [50, 8000],
  },
];

/** Between two ends, small values as likely as large ones. */
const within = ([low, high]: Range): fc.Arbitrary<number> =>
  fc.double({ min: 0, max: 1, noNaN: true }).map((share) => low * (high / low) ** share);

/** kWh per 10k yuan of output: a bill of about 65 % of it. */
const MOST_POWER = 10_000;

/** Per 10k yuan of output: 2,000 yuan a tonne. */
const MOST_TONNES = 5;

const rounded = (value: number) => Number(value.toPrecision(5));

/** Shares and prices that do not hang on the sub-sector. */
const common = fc.record({
  growth: within([0.5, 2]),
  revenueOverOutput: within([0.6, 2.5]),
  direct: within([0.5, 0.95]),
  discharge: within([0.6, 0.95]),
  cod: within([20e-6, 500e-6]),
  digital: within([0.0005, 0.06]),
  pv: within([1, 120]),
  land: within([10, 1500]),
  floor: within([0.3, 4]),
  waste: within([0.001, 0.3]),
  material: within([1.01, 1.4]),
  gas: within([1, 600]),
  diesel: within([0.005, 0.5]),
  machines: within([0.1, 15]),
  waterPrice: within([0.5, 9]),
  wastewaterCost: within([0.8, 25]),
  hazardous: within([1e-5, 5e-3]),
});

export interface RealisticMill {
  readonly subSectors: readonly SubSector[];
  readonly processes: readonly string[];
  readonly employees: number;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly prior: Readonly<Record<string, unknown>>;
}

/** A mill whose figures could stand in a real one: of a sub-sector, a size and a year that grew or fell by half at most. */
export const realisticMill: fc.Arbitrary<RealisticMill> = fc.constantFrom(...ARCHETYPES).chain((archetype) =>
  fc
    .record({
      employees: within(archetype.employees).map(Math.round),
      output: within(archetype.output),
      electricity: within(archetype.electricity),
      intake: within(archetype.intake),
      product: within(archetype.product),
      mass: within(archetype.cloth?.massKgPer100m ?? [1, 1]),
      steam: within(archetype.steam ?? [1, 1]),
      spindles: within(archetype.spindles ?? [1, 1]),
      common,
    })
    .map(({ common: shares, ...sizes }) => millOf(archetype, sizes, shares)),
);

type Sizes = Readonly<
  Record<'employees' | 'output' | 'electricity' | 'intake' | 'product' | 'mass' | 'steam' | 'spindles', number>
>;
type Shares = typeof common extends fc.Arbitrary<infer T> ? T : never;

function millOf(archetype: Archetype, sizes: Sizes, shares: Shares): RealisticMill {
  const { employees } = sizes;
  const output = employees * sizes.output;
  const intake = employees * sizes.intake;
  const quantity = employees * sizes.product;
  const tonnes =
    archetype.cloth === undefined ? Math.min(quantity, output * MOST_TONNES) : (quantity * sizes.mass) / 1000;
  const flows = {
    'water.intake.town': intake * 0.4,
    'water.intake.surface': intake * 0.6,
    'energy.electricity': employees * Math.min(sizes.electricity, sizes.output * MOST_POWER),
    'energy.gas': employees * shares.gas,
    'energy.diesel': employees * shares.diesel,
    'finance.output-value': output,
    'finance.revenue': output * shares.revenueOverOutput,
    ...(archetype.steam === undefined ? {} : { 'energy.steam': employees * sizes.steam }),
  };
  const line =
    archetype.cloth === undefined
      ? { class: 'other', quantity: rounded(tonnes), unit: 't' }
      : {
          class: archetype.cloth.class,
          quantity: rounded(quantity * 100),
          unit: 'm',
          massKgPer100m: rounded(sizes.mass),
        };
  const facts = {
    ...flows,
    'people.employees': employees,
    'people.direct-workers': Math.floor(employees * shares.direct),
    'water.wastewater.discharged': intake * shares.discharge,
    'water.metered.level1': intake,
    'water.metered.level2-sum': intake * 0.96,
    'water.price': shares.waterPrice,
    'water.wastewater-cost': shares.wastewaterCost,
    'emissions.cod': intake * shares.discharge * shares.cod,
    'materials.main': tonnes * shares.material,
    'waste.generated': output * shares.waste,
    'waste.used': output * shares.waste * 0.8,
    'waste.hazardous': output * shares.hazardous,
    'land.area': employees * shares.land,
    'land.floor-area': employees * shares.land * shares.floor,
    'land.footprint': employees * shares.land * 0.5,
    'energy.renewable.pv': employees * shares.land * shares.pv,
    'finance.digital-spend-3y-mean': output * shares.digital,
    'finance.output-value-3y': output * 3,
    'equipment.production': Math.ceil(employees * shares.machines),
    ...(archetype.spindles === undefined ? {} : { 'spinning.spindles': employees * sizes.spindles }),
  };
  const prior = Object.fromEntries(Object.entries(flows).map(([id, value]) => [id, rounded(value / shares.growth)]));
  return {
    subSectors: [archetype.subSector],
    processes: [archetype.process],
    employees,
    facts: {
      ...Object.fromEntries(Object.entries(facts).map(([id, value]) => [id, rounded(value)])),
      'output.products': [line],
    },
    prior,
  };
}
