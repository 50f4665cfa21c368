import type { WarningCode } from '../schema/result.ts';
import type { YearFacts } from '../schema/facts.ts';
import { exceeds, reaches } from './comparison.ts';
import { reuseRate, wasteUtilisation } from './rates.ts';
import type { Reading } from './readings.ts';
import type { FactPair, Site } from './site.ts';
import { factRatio, intake, percentage } from './sums.ts';
import type { KpiId } from '../schema/ids.ts';
import type { FactRatio } from '../schema/pack.ts';

/** Facts of a mill with what is read from them. */
interface FactMill {
  readonly site: Site;
  readonly facts: FactPair;
  readonly readings: ReadonlyMap<KpiId, Reading>;
}

/** Something implausible but possible in the facts; kept, and said beside the field and in the report. */
export interface Implausibility {
  readonly code: WarningCode;
  /** The fact concerned. */
  readonly fact: string;
}

/** Bounds of docs/method.md, last paragraph (mark: proposal). */
const BOUNDS = {
  dischargeOverIntake: 1.05,
  dischargeShare: { low: 0.5, high: 0.98 },
  unitIntake: { low: 0.2, high: 5 },
  reusePercent: 85,
} as const;

/** Plausibility of the diagnosis year's facts; nothing is said about facts that are missing. */
export function findImplausibilities(context: FactMill, ratios: readonly FactRatio[]): Implausibility[] {
  const { now } = context.facts;
  return [
    ...unitIntakeOutOfRange(context),
    ...dischargeAgainstIntake(now, context.site.wet),
    ...(context.site.wet && exceeds(reuseRate(now) ?? 0, BOUNDS.reusePercent)
      ? [{ code: 'reuse-suspicious' as const, fact: firstGiven(now, 'water.recycled', RECYCLED) }]
      : []),
    ...((now['water.metered.level2-sum'] ?? 0) > (now['water.metered.level1'] ?? Infinity)
      ? [{ code: 'meter-sum' as const, fact: 'water.metered.level2-sum' }]
      : []),
    ...ratiosAbove100(now, context, ratios),
  ];
}

/**
 * Unit intake below 20 % or above 500 % of the 70-point anchor: metres taken for 10,000 m, tonnes for kilograms.
 * The anchor is one of dyeing, so nothing is said of dry mills.
 */
function unitIntakeOutOfRange({ readings, facts, site }: FactMill): Implausibility[] {
  const reading = readings.get('K1' as KpiId);
  if (!site.wet || reading?.state !== 'known') return [];
  const share = reading.value / reading.anchors[2];
  if (reaches(share, BOUNDS.unitIntake.low) && !exceeds(share, BOUNDS.unitIntake.high)) return [];
  return [{ code: 'check-units', fact: firstGiven(facts.now, 'water.intake', INTAKES) }];
}

const INTAKES = ['town', 'surface', 'ground', 'purchased'] as const;
const RECYCLED = ['cooling', 'direct', 'condensate', 'treated'] as const;
const RENEWABLES = ['pv', 'green-power', 'certificates'] as const;

/** Of the members of a sum the first that the mill gave: the warning stands beside it. */
function firstGiven(now: YearFacts, group: string, members: readonly [string, ...string[]]): string {
  const ids = members.map((name) => `${group}.${name}`);
  return ids.find((id) => id in now) ?? `${group}.${members[0]}`;
}

function dischargeAgainstIntake(now: YearFacts, wet: boolean): Implausibility[] {
  const discharged = now['water.wastewater.discharged'];
  const taken = intake(now);
  if (discharged === undefined || taken === null) return [];
  const fact = 'water.wastewater.discharged';
  const found: Implausibility[] = [];
  if (exceeds(discharged, taken * BOUNDS.dischargeOverIntake + (now['water.nonconventional.rain'] ?? 0))) {
    found.push({ code: 'discharge-above-intake', fact });
  }
  const { low, high } = BOUNDS.dischargeShare;
  const share = taken === 0 ? null : discharged / taken;
  if (wet && share !== null && (!reaches(share, low) || exceeds(share, high)))
    found.push({ code: 'discharge-ratio', fact });
  return found;
}

function ratiosAbove100(now: YearFacts, { readings }: FactMill, ratios: readonly FactRatio[]): Implausibility[] {
  const condensate = readings.get('K6' as KpiId);
  const renewable = readings.get('GK3' as KpiId);
  const investment = readings.get('GK10' as KpiId);
  const found: [string, number | null][] = [
    ...ratios.map((ratio): [string, number | null] => [ratio.numerator, factRatio(now, ratio)]),
    ['water.recycled.condensate', condensate?.state === 'known' ? condensate.value : null],
    [firstGiven(now, 'energy.renewable', RENEWABLES), renewable?.state === 'known' ? renewable.value : null],
    ['waste.used', wasteUtilisation(now)],
    ['finance.green-investment-3y', investment?.state === 'known' ? investment.value : null],
    ['dyeing.batches-right-first-time', percentage(now['dyeing.batches-right-first-time'], now['dyeing.batches'])],
    ['land.footprint', percentage(now['land.footprint'], now['land.area'])],
  ];
  return found
    .filter(([, value]) => value !== null && exceeds(value, 100))
    .map(([fact]) => ({ code: 'ratio-above-100' as const, fact }));
}
