import { pointsOnAnchors } from '../indicators/anchors.ts';
import type { KnownReading, Reading } from '../indicators/readings.ts';
import type { FactPair, Site } from '../indicators/site.ts';
import type { StandardOutput } from '../indicators/standard-output.ts';
import type { YearFacts } from '../schema/facts.ts';
import type { KpiId } from '../schema/ids.ts';
import type { Flow } from '../schema/measure.ts';
import type { GreenPack, Kpi, WaterPack } from '../schema/pack.ts';

/** What a KPI of a mill is read from. */
export interface KpiMill {
  readonly site: Site;
  readonly facts: FactPair;
  /** Standard output of the year. */
  readonly output: StandardOutput;
  readonly water: WaterPack;
  readonly green: GreenPack;
}

/**
 * How a KPI answers to savings: `total` is multiplied by what they leave, `share` is part / (part + rest) in percent,
 * `rate` is a rate of two totals, `linear` none of these, `step` has points that jump where the last one is done.
 */
export type KpiWay = 'total' | 'share' | 'rate' | 'linear' | 'step';

/** How a KPI is shown, in every document alike. */
export interface KpiFigure {
  /**
   * Shown per product by this indicator where the reading is a total of the mill, with the unit of that total; in % year
   * on year where the mill is not measured per product.
   */
  readonly perProduct?: { readonly indicator: string; readonly totalUnit: string };
  /** What the value is multiplied by, and the unit that it then has; by 1 and the unit of the pack if absent. */
  readonly shownIn?: { readonly factor: number; readonly unit: string };
  /** Shown in place of the value where that is a ratio of ratios: how many are fitted of those required, level by level. */
  readonly fittings?: (facts: YearFacts) => readonly Fitting[];
  /** Whether it stands in the comparison with anchors before and after a plan. */
  readonly isBenchmark: boolean;
}

/** Meters of a level, 1 for the site, 2 for its units, 3 for main equipment. */
export interface Fitting {
  readonly level: 1 | 2 | 3;
  readonly fitted: number;
  readonly required: number;
}

/** A KPI that is read from facts. */
export interface FactKpi {
  readonly kind: 'facts';
  /** Whether mills of this kind are scored on it where its pack gives it a weight. */
  readonly appliesTo: (site: Site) => boolean;
  /** The reading on the anchors of its pack; unknown where a fact is missing. */
  readonly read: (kpi: Kpi, mill: KpiMill, other: (id: KpiId) => Reading) => Reading;
  /** Whether it is measured per product and not year on year by output value. */
  readonly isPerProduct: (mill: Pick<KpiMill, 'site' | 'output'>) => boolean;
  /** The KPI whose reading and anchors it takes over; null where it has its own. */
  readonly takenFrom: ((site: Site) => KpiId) | null;
  /** Points 0..100 that a value has in the score. */
  readonly points: (value: number, reading: Pick<KnownReading, 'anchors'>) => number;
  readonly way: KpiWay;
  /** The year's facts once a measure has brought the KPI to a value; as they are where it is better already or not known. Null where none can. */
  readonly brought: ((facts: YearFacts, value: number, green: GreenPack) => YearFacts) | null;
  /** Flows and other KPIs that move it. */
  readonly movedBy: { readonly flows: readonly Flow[]; readonly kpis: readonly KpiId[] };
  readonly figure: KpiFigure;
}

/** A KPI that is read from the answer to a question: how many of its choices are ticked. */
export interface AnswerKpi {
  readonly kind: 'answer';
  readonly question: (green: GreenPack) => string;
  /** Points 0..100 for so many ticks. */
  readonly points: (ticked: number, green: GreenPack) => number;
  readonly figure: KpiFigure;
}

/** All that is known of a KPI beside the data of its pack (name, anchors, weight, source). */
export type KpiObject = FactKpi | AnswerKpi;

export const ALL_SITES = (): boolean => true;
export const NEVER = (): boolean => false;
export const UNMOVED = { flows: [], kpis: [] } as const;
export const kpiId = (id: string): KpiId => id as KpiId;

/** Points on the five anchors: the water pack. */
export function onAnchors(value: number, { anchors }: Pick<KnownReading, 'anchors'>): number {
  return pointsOnAnchors(value, anchors);
}

/** 0 at the 40-point anchor (base), 100 at the 85-point anchor (lead), linear between: the simulated items of the green pack. */
export function simulated(value: number, { anchors }: Pick<KnownReading, 'anchors'>): number {
  const lead = anchors[1];
  const base = anchors[3];
  return 100 * Math.min(1, Math.max(0, (value - base) / (lead - base)));
}
