import type { YearFacts } from '../schema/facts.ts';
import type { KpiId, PackId } from '../schema/ids.ts';
import type { LocalizedText } from '../schema/localized-text.ts';
import type { GreenPack, WaterPack } from '../schema/pack.ts';
import type { IndicatorResult } from '../schema/result.ts';
import names from './indicators.json' with { type: 'json' };
import { usesOutputValue } from './rates.ts';
import type { Reading } from './readings.ts';
import type { FactPair, Site } from './site.ts';
import { totalInOneUnit, type StandardOutput } from './standard-output.ts';
import { carbonKg, energyKgce, intake, percentage, ratio } from './sums.ts';

/** What indicators are computed from. */
export interface IndicatorMill {
  readonly site: Site;
  readonly facts: FactPair;
  readonly output: StandardOutput;
  readonly water: WaterPack;
  readonly green: GreenPack;
  readonly readings: ReadonlyMap<KpiId, Reading>;
  /** Whether a scored pack of this mill uses a KPI. */
  readonly isScoredOn: (kpi: KpiId) => boolean;
}

type Figure = Pick<IndicatorResult, 'value' | 'unit'>;

/** A formula over facts with its unit, and where the report shows it. */
interface Indicator {
  /** The topic that shows it. */
  readonly topic: PackId;
  /** KPIs of which it is the figure: their rows show it, and it has the points of the first that the mill is scored on. */
  readonly kpis: readonly string[];
  /** Null while a fact is missing. */
  readonly read: (mill: IndicatorMill) => Figure;
}

/** The value of a KPI, times a factor, in a unit. */
function ofKpi(topic: PackId, unit: string, kpis: readonly [string, ...string[]], factor = 1): Indicator {
  const read = ({ readings }: IndicatorMill) => {
    const reading = readings.get(kpis[0] as KpiId);
    return { value: reading?.state === 'known' ? reading.value * factor : null, unit };
  };
  return { topic, kpis, read };
}

/** A figure of the year's facts alone. */
function ofFacts(topic: PackId, unit: string, value: (now: YearFacts) => number | null): Indicator {
  return { topic, kpis: [], read: ({ facts }) => ({ value: value(facts.now), unit }) };
}

const MANUFACTURING = 'intelligent-manufacturing';
const WATER = 'water-efficiency';
const GREEN = 'green-factory';

/** Every indicator by its id (docs/method.md); a new one is a line here and its name in indicators.json. */
export const INDICATORS = {
  'water.unit-intake': {
    topic: WATER,
    kpis: ['K1'],
    read: ({ facts, output }) => {
      const total = totalInOneUnit(output);
      return {
        value: total === null ? null : ratio(intake(facts.now), total.quantity),
        unit: total?.unit === 't' ? 'm3/t' : 'm3/100m',
      };
    },
  },
  'water.reuse-rate': ofKpi(WATER, '%', ['K3', 'K3w']),
  'water.wastewater-reuse-rate': ofKpi(WATER, '%', ['K4']),
  'water.cooling-recirculation': ofKpi(WATER, '%', ['K5']),
  'water.condensate-recovery': ofKpi(WATER, '%', ['K6']),
  'water.leakage': ofKpi(WATER, '%', ['K7']),
  'water.meter-fitting': ofKpi(WATER, '%', ['K8'], 100),
  'water.nonconventional-share': ofKpi(WATER, '%', ['K9']),
  'water.intake-per-output-decline': ofKpi(WATER, '%', ['K2d']),
  'energy.total': {
    topic: GREEN,
    kpis: [],
    read: ({ facts, green }) => ({ value: tonnes(energyKgce(facts.now, green.energy)), unit: 'tce' }),
  },
  'energy.unit': {
    topic: GREEN,
    kpis: ['GK1'],
    read: (mill) => perProduct(energyKgce(mill.facts.now, mill.green.energy), 'kgce', 'tce', mill),
  },
  'carbon.total': {
    topic: GREEN,
    kpis: [],
    read: ({ facts, green }) => ({ value: tonnes(carbonKg(facts.now, green.energy)), unit: 't' }),
  },
  'carbon.unit': {
    topic: GREEN,
    kpis: [],
    read: (mill) => perProduct(carbonKg(mill.facts.now, mill.green.energy), 'kgCO2', 'tCO2', mill),
  },
  'carbon.per-output-decline': ofKpi(GREEN, '%', ['GK2']),
  'energy.renewable-share': ofKpi(GREEN, '%', ['GK3']),
  'waste.utilisation': ofKpi(GREEN, '%', ['GK8']),
  'land.output': ofKpi(GREEN, '10k yuan/m2', ['GK11']),
  'land.building-coefficient': ofFacts(GREEN, '%', (now) => percentage(now['land.footprint'], now['land.area'])),
  'land.floor-area-ratio': ofFacts(GREEN, 'ratio', (now) => ratio(now['land.floor-area'], now['land.area'])),
  'equipment.digital-rate': ofFacts(MANUFACTURING, '%', (now) =>
    percentage(now['equipment.digital'], now['equipment.production']),
  ),
  'equipment.networked-rate': ofFacts(MANUFACTURING, '%', (now) =>
    percentage(now['equipment.networked'], now['equipment.production']),
  ),
  'process.nc-rate': ofFacts(MANUFACTURING, '%', (now) => percentage(now['process.key-nc'], now['process.key'])),
  'equipment.on-cloud-rate': ofFacts('cloud-adoption', '%', (now) =>
    percentage(now['equipment.on-cloud'], now['equipment.main']),
  ),
  'spinning.workers-per-10k-spindles': ofFacts(MANUFACTURING, 'persons/10k spindles', (now) => {
    const workers = ratio(now['spinning.direct-workers'], now['spinning.spindles']);
    return workers === null ? null : workers * 10000;
  }),
  'dyeing.right-first-time': ofFacts(MANUFACTURING, '%', (now) =>
    percentage(now['dyeing.batches-right-first-time'], now['dyeing.batches']),
  ),
} as const satisfies Readonly<Record<string, Indicator>>;

export type IndicatorId = keyof typeof INDICATORS;

/** What each indicator is called, on screen and in every document. */
export const INDICATOR_NAMES: Readonly<Record<IndicatorId, LocalizedText>> = names;

/** Every indicator; value null while unknown, score only where a scored pack of this mill uses its KPI. */
export function computeIndicators(mill: IndicatorMill): Record<string, IndicatorResult> {
  return Object.fromEntries(
    Object.entries(INDICATORS).map(([id, indicator]: [string, Indicator]) => {
      const { value, unit } = indicator.read(mill);
      return [id, { value, unit, score: scoreOf(indicator, mill) }];
    }),
  );
}

/** The known indicators of a topic that no row of a KPI shows, in the order of the table. */
export function indicatorsBeside(topic: PackId): IndicatorId[] {
  const entries = Object.entries(INDICATORS) as [IndicatorId, Indicator][];
  return entries.flatMap(([id, indicator]) => (indicator.topic === topic && indicator.kpis.length === 0 ? [id] : []));
}

function scoreOf({ kpis }: Indicator, { readings, isScoredOn }: IndicatorMill): number | null {
  const used = kpis.map((id) => id as KpiId).find(isScoredOn);
  const reading = used === undefined ? undefined : readings.get(used);
  return reading?.state === 'known' ? reading.points : null;
}

function tonnes(kilograms: number | null): number | null {
  return kilograms === null ? null : kilograms / 1000;
}

/** A total per product, or per output value where the mill has no product of the pack; null where products differ in unit. */
function perProduct(kilograms: number | null, mass: string, tonne: string, mill: IndicatorMill): Figure {
  const { site, facts, output } = mill;
  if (usesOutputValue(site, output))
    return { value: ratio(tonnes(kilograms), facts.now['finance.output-value']), unit: `${tonne}/10k yuan` };
  const total = totalInOneUnit(output);
  const isTonnes = total?.unit === 't';
  const value = total === null ? null : ratio(isTonnes ? tonnes(kilograms) : kilograms, total.quantity);
  return { value, unit: isTonnes ? `${tonne}/t` : `${mass}/100m` };
}
