import type { YearFacts } from '#assessments/schema/facts.ts';

export const ESTIMATED_LOSSES = ['loss.rework', 'loss.returns', 'loss.late', 'loss.downtime'] as const;
export type EstimatedLoss = (typeof ESTIMATED_LOSSES)[number];

/** In what output is counted where rework is estimated. */
export const OUTPUT_UNITS = ['metre', 'tonne', 'piece'] as const;
export type OutputUnit = (typeof OUTPUT_UNITS)[number];

/** What one of a unit is: of yuan, of all, of pieces, metres, tonnes, orders, kilograms or hours. */
const SIZES = {
  share: 0.01,
  '10k-metres': 10_000,
  '10k-pieces': 10_000,
  tonnes: 1,
  '10k-yuan': 10_000,
  orders: 1,
  kilograms: 1,
  hours: 1,
  'yuan-a-metre': 1,
  'yuan-a-tonne': 1,
  'yuan-a-piece': 1,
  'yuan-an-order': 1,
  'yuan-a-kilogram': 1,
  'yuan-an-hour': 1,
} as const;
export type EstimateUnit = keyof typeof SIZES;

export type EstimateInputId =
  | 'rework-share'
  | 'output'
  | 'unit-cost'
  | 'returned-value'
  | 'returned-loss'
  | 'claims'
  | 'orders'
  | 'late-share'
  | 'late-deduction'
  | 'air-freight'
  | 'air-freight-cost'
  | 'stopped-hours'
  | 'hour-margin';

interface EstimateInput {
  readonly id: EstimateInputId;
  readonly unit: EstimateUnit;
}
/** What is multiplied with each other; the loss is the sum of all terms. */
export type EstimateTerm = readonly EstimateInput[];

const OUTPUTS: Readonly<Record<OutputUnit, readonly [EstimateUnit, EstimateUnit]>> = {
  metre: ['10k-metres', 'yuan-a-metre'],
  tonne: ['tonnes', 'yuan-a-tonne'],
  piece: ['10k-pieces', 'yuan-a-piece'],
};

/** How a loss is estimated: shares and quantities that a mill knows times what one of them costs. */
export function termsOf(loss: EstimatedLoss, output: OutputUnit): readonly EstimateTerm[] {
  const [quantity, cost] = OUTPUTS[output];
  switch (loss) {
    case 'loss.rework':
      return [
        [
          { id: 'rework-share', unit: 'share' },
          { id: 'output', unit: quantity },
          { id: 'unit-cost', unit: cost },
        ],
      ];
    case 'loss.returns':
      return [
        [
          { id: 'returned-value', unit: '10k-yuan' },
          { id: 'returned-loss', unit: 'share' },
        ],
        [{ id: 'claims', unit: '10k-yuan' }],
      ];
    case 'loss.late':
      return [
        [
          { id: 'orders', unit: 'orders' },
          { id: 'late-share', unit: 'share' },
          { id: 'late-deduction', unit: 'yuan-an-order' },
        ],
        [
          { id: 'air-freight', unit: 'kilograms' },
          { id: 'air-freight-cost', unit: 'yuan-a-kilogram' },
        ],
      ];
    case 'loss.downtime':
      return [
        [
          { id: 'stopped-hours', unit: 'hours' },
          { id: 'hour-margin', unit: 'yuan-an-hour' },
        ],
      ];
  }
}

/** Figures by the input that they were typed into; those that are not known are absent. */
export type EstimateFigures = Readonly<Partial<Record<EstimateInputId, number>>>;

/** A loss with the terms that make it up, each with all of its figures. */
export interface Estimate {
  readonly terms: readonly { readonly figure: number; readonly unit: EstimateUnit }[][];
  /** 10k yuan, to four digits. */
  readonly lossWan: number;
}

/** The loss in 10k yuan; null while no term has all of its figures, or one has only some of those that must be typed. */
export function estimateOf(
  terms: readonly EstimateTerm[],
  typed: EstimateFigures,
  known: EstimateFigures,
): Estimate | null {
  const figures = { ...known, ...typed };
  const begun = terms.filter((term) => term.some(({ id }) => typed[id] !== undefined));
  const counted = terms.filter((term) => begun.includes(term) || term.every(({ id }) => figures[id] !== undefined));
  if (counted.length === 0) return null;
  const filled = counted.map((term) =>
    term.flatMap(({ id, unit }) => {
      const figure = figures[id];
      return figure === undefined ? [] : [{ figure, unit }];
    }),
  );
  if (filled.some((term, i) => term.length < (counted[i]?.length ?? 0))) return null;
  const yuan = filled.map((term) => term.reduce((product, { figure, unit }) => product * figure * SIZES[unit], 1));
  return { terms: filled, lossWan: Number((yuan.reduce((sum, one) => sum + one, 0) / 10_000).toPrecision(4)) };
}

/** In what the mill's output is counted, by its first product; null where it has none. */
export function outputUnitOf({ 'output.products': [first] = [] }: YearFacts): OutputUnit | null {
  if (first === undefined) return null;
  return first.unit === 'm' || first.unit === '100m' ? 'metre' : 'tonne';
}

/** What the facts of the year already say: output that is counted so with its share of rework, and the share of late orders. */
export function knownFigures(facts: YearFacts, output: OutputUnit): EstimateFigures {
  const onTime = facts['delivery.on-time'];
  const lines = (facts['output.products'] ?? []).flatMap(({ unit, quantity, reworkPercent }) => {
    const times = COUNTED_AS[output][unit];
    return times === undefined || reworkPercent === undefined ? [] : [{ quantity: quantity * times, reworkPercent }];
  });
  const all = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const reworked = lines.reduce((sum, { quantity, reworkPercent }) => sum + quantity * reworkPercent, 0);
  return {
    ...(all > 0 ? { output: rounded(all), 'rework-share': rounded(reworked / all) } : {}),
    ...(onTime === undefined ? {} : { 'late-share': rounded(100 - onTime) }),
  };
}

type ProductUnit = NonNullable<YearFacts['output.products']>[number]['unit'];
/** How much of a unit of output one of a product line's is. */
const COUNTED_AS: Readonly<Record<OutputUnit, Readonly<Partial<Record<ProductUnit, number>>>>> = {
  metre: { m: 1 / 10_000, '100m': 1 / 100 },
  tonne: { t: 1, kg: 1 / 1000 },
  piece: {},
};

function rounded(figure: number): number {
  return Number(figure.toPrecision(6));
}
