import type { NumericFactId, YearFacts } from '../schema/facts.ts';
import type { LocalizedText } from '../schema/localized-text.ts';
import { LOSSES, type Measure, type Range } from '../schema/measure.ts';
import type { Catalogue, FigureOrigin } from './catalogue.ts';
import { FACT_OF, STREAMS, type MillFlows, type Stream } from './flows.ts';
import { scaled } from './pull.ts';
import { avoidedOf, savedOf, type Saver } from './savings.ts';

/** A price of the mill, or the regional reference that stands in for it. */
export interface Price {
  /** In the unit of the fact: yuan a unit; 10k yuan for people. */
  readonly value: number;
  readonly origin: 'mill' | 'reference';
}

/** What a mill pays, null where neither it nor a source says. */
export type PriceOf = (fact: NumericFactId) => Price | null;

export function pricesOf(facts: YearFacts, { prices }: Pick<Catalogue, 'prices'>): PriceOf {
  return (fact) => {
    const own = facts[fact];
    if (own !== undefined) return { value: own, origin: 'mill' };
    const reference = prices.get(fact);
    return reference === undefined ? null : { value: reference.value, origin: 'reference' };
  };
}

/** What a saving line counts: a fact, the two parts of water, another cost, or the yearly fee. */
export type SavedThing = NumericFactId | 'water.intake' | 'other' | 'fee';

/**
 * One line of the arithmetic of a benefit: quantity × price. Quantity in the unit of the fact, negative where more is used;
 * price in yuan (people: 10k yuan), null where nobody gives one, so that the line counts nothing and is said.
 */
export interface SavingLine {
  readonly fact: SavedThing;
  readonly quantity: Range;
  readonly price: number | null;
  readonly priceOrigin: Price['origin'] | null;
  readonly what: LocalizedText | null;
  /** What the quantity rests on; null for a fee. */
  readonly origin: FigureOrigin | null;
}

/** Money a year in 10k yuan; `cautious` is what audited mills realised of such projections. */
export interface Benefit extends Range {
  readonly cautious: number;
}

/** Of planned savings, what 43 audited mills realised (SITRA; anchors-2026 C). */
export const REALISED_SHARE = 0.3;

/** What a choice of measures is worth a year, line by line. */
export interface Benefits<T> {
  readonly lines: ReadonlyMap<T, readonly SavingLine[]>;
  readonly of: ReadonlyMap<T, Benefit | null>;
  readonly whole: Benefit | null;
}

/** A measure that is chosen, with what it does here. */
export interface Worker extends Saver {
  readonly measure: Pick<Measure, 'cost'>;
}

const WATER_PARTS = [
  { fact: 'water.intake', price: 'water.price' },
  { fact: 'water.wastewater.discharged', price: 'water.wastewater-cost' },
] as const;

/** The price of what a stream is bought in. */
export const PRICE_OF_STREAM: Readonly<Record<Exclude<Stream, 'water'>, NumericFactId>> = {
  electricity: 'price.electricity',
  steam: 'price.steam',
  gas: 'price.gas',
  coal: 'price.coal',
};

const PRICE_OF_ADDED: Readonly<Partial<Record<NumericFactId, NumericFactId>>> = {
  'energy.electricity': 'price.electricity',
  'energy.steam': 'price.steam',
  'energy.gas': 'price.gas',
  'water.intake.town': 'water.price',
};

/** The price that a line is reckoned with, so that the window can ask for the one that is missing; null for what carries its money itself. */
export function priceOfLine({ fact }: Pick<SavingLine, 'fact'>): NumericFactId | null {
  if (fact === 'people.employees') return 'people.cost';
  if (fact === 'energy.renewable.pv') return 'price.electricity';
  if (fact === 'energy.coal') return 'price.coal';
  const part = WATER_PARTS.find((one) => one.fact === fact);
  return part?.price ?? PRICE_OF_ADDED[fact as NumericFactId] ?? null;
}

/** What measures are worth together at a mill (planning.md 2, Benefit): each has its part of what they save together. */
export function benefitsOf<T extends Worker>(
  chosen: readonly T[],
  { facts, flows, priceOf }: { readonly facts: YearFacts; readonly flows: MillFlows; readonly priceOf: PriceOf },
): Benefits<T> {
  const lines = new Map<T, SavingLine[]>(chosen.map((one) => [one, []]));
  const add = (one: T, line: SavingLine) => lines.get(one)?.push(line);
  for (const stream of STREAMS) addStream(stream);
  for (const loss of LOSSES) addLoss(`loss.${loss}`, avoidedOf(loss, chosen).parts);
  const persons = limitTo(facts['people.employees'], (one) => one.pull.persons.map((part) => part.persons));
  const kWh = limitTo(flows.use.electricity ?? undefined, (one) => one.pull.generates.map((part) => part.kWh));
  for (const one of chosen) {
    for (const { persons: saved, effect } of one.pull.persons)
      add(one, {
        fact: 'people.employees',
        quantity: scaled(saved, persons),
        ...paid('people.cost'),
        what: null,
        origin: effect,
      });
    for (const { kWh: made, effect } of one.pull.generates) {
      const price = priceOf('price.electricity');
      add(one, {
        fact: 'energy.renewable.pv',
        quantity: scaled(made, kWh),
        price: price === null ? null : price.value * effect.priceShare,
        priceOrigin: price?.origin ?? null,
        what: null,
        origin: effect,
      });
    }
    for (const { fact, amount, effect } of one.pull.adds) {
      const price = PRICE_OF_ADDED[fact];
      const quantity = { low: -amount.high, planned: -amount.planned, high: -amount.low };
      add(one, { fact, quantity, ...(price === undefined ? UNPRICED : paid(price)), what: null, origin: effect });
    }
    for (const { what, yuan, effect } of one.pull.others)
      add(one, { fact: 'other', quantity: yuan, price: 1, priceOrigin: 'mill', what, origin: effect });
    const { fee } = one.pull;
    if (fee !== null && fee.high > 0)
      add(one, {
        fact: 'fee',
        quantity: { low: -1e4 * fee.high, planned: -1e4 * fee.planned, high: -1e4 * fee.low },
        price: 1,
        priceOrigin: 'mill',
        what: null,
        origin: one.measure.cost,
      });
  }
  const of = new Map(chosen.map((one) => [one, benefitOfLines(lines.get(one) ?? [])]));
  return { lines, of, whole: sumOfBenefits([...of.values()]) };

  function paid(fact: NumericFactId): Pick<SavingLine, 'price' | 'priceOrigin'> {
    const price = priceOf(fact);
    return { price: price?.value ?? null, priceOrigin: price?.origin ?? null };
  }

  function addStream(stream: Stream): void {
    const use = flows.use[stream];
    if (use === null || use === 0) return;
    for (const [one, part] of savedOf(stream, chosen, flows).parts) {
      const origin = one.pull.shares.find((share) => share.stream === stream)?.effect ?? null;
      const quantity = scaled(part, use);
      if (stream !== 'water') {
        add(one, { fact: FACT_OF[stream], quantity, ...paid(PRICE_OF_STREAM[stream]), what: null, origin });
        continue;
      }
      const [taken, discharged] = WATER_PARTS;
      add(one, { fact: taken.fact, quantity, ...paid(taken.price), what: null, origin });
      const price = paid(discharged.price);
      if (flows.dischargedShare !== null && price.price !== null)
        add(one, {
          fact: discharged.fact,
          quantity: scaled(quantity, flows.dischargedShare),
          ...price,
          what: null,
          origin,
        });
    }
  }

  function addLoss(fact: `loss.${(typeof LOSSES)[number]}`, parts: ReadonlyMap<T, Range>): void {
    const loss = facts[fact];
    if (loss === undefined || loss === 0) return;
    for (const [one, part] of parts) {
      const origin = one.pull.losses.find((avoided) => `loss.${avoided.loss}` === fact)?.effect ?? null;
      add(one, { fact, quantity: scaled(part, loss), price: 1e4, priceOrigin: 'mill', what: null, origin });
    }
  }

  /** What all together may be scaled by so that they are no more than the mill has. */
  function limitTo(most: number | undefined, of: (one: T) => readonly Range[]): number {
    const sum = chosen.flatMap(of).reduce((total, { planned }) => total + planned, 0);
    return most === undefined || sum <= most ? 1 : most / sum;
  }
}

/** What the whole of a stream costs a mill a year, 10k yuan: water with the discharge that goes with it; 0 without a price. */
export function wanPerShare(stream: Stream, { use, dischargedShare }: MillFlows, priceOf: PriceOf): number {
  const amount = use[stream] ?? 0;
  if (stream !== 'water') return (amount * (priceOf(PRICE_OF_STREAM[stream])?.value ?? 0)) / 1e4;
  const [taken, discharged] = WATER_PARTS.map(({ price }) => priceOf(price)?.value ?? 0);
  return (amount * ((taken ?? 0) + (dischargedShare ?? 0) * (discharged ?? 0))) / 1e4;
}

const UNPRICED = { price: null, priceOrigin: null } as const;

/** What a line is worth in 10k yuan; 0 without a price. */
export function wanOf({ fact, price }: SavingLine, quantity: number): number {
  return price === null ? 0 : (quantity * price) / (fact === 'people.employees' ? 1 : 1e4);
}

/** The sum of lines; null where none has a price. */
export function benefitOfLines(lines: readonly SavingLine[]): Benefit | null {
  const priced = lines.filter(({ price }) => price !== null);
  if (priced.length === 0) return null;
  const sum = (of: (line: SavingLine) => number) => priced.reduce((total, line) => total + of(line), 0);
  const planned = (line: SavingLine) => wanOf(line, line.quantity.planned);
  return {
    low: sum((line) => wanOf(line, line.quantity.low)),
    planned: sum(planned),
    high: sum((line) => wanOf(line, line.quantity.high)),
    cautious: sum((line) => (planned(line) > 0 ? REALISED_SHARE : 1) * planned(line)),
  };
}

/** Null counts 0; a sum of nulls is null. */
export function sumOfBenefits(all: readonly (Benefit | null)[]): Benefit | null {
  const known = all.filter((one) => one !== null);
  if (known.length === 0) return null;
  return known.reduce((sum, one) => ({
    low: sum.low + one.low,
    planned: sum.planned + one.planned,
    high: sum.high + one.high,
    cautious: sum.cautious + one.cautious,
  }));
}

/** Years until the benefit has paid the cost; null where there is nothing to divide by. */
export interface Payback {
  readonly low: number | null;
  readonly planned: number | null;
  readonly high: number | null;
  readonly cautious: number | null;
}

export function paybackOf(cost: Range, benefit: Benefit | null): Payback | null {
  if (benefit === null) return null;
  const over = (money: number, yearly: number) => (yearly <= 0 ? null : money / yearly);
  return {
    low: over(cost.low, benefit.high),
    planned: over(cost.planned, benefit.planned),
    high: over(cost.high, benefit.low),
    cautious: over(cost.planned, benefit.cautious),
  };
}
