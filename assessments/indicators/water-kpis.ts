import type { YearFacts } from '../schema/facts.ts';
import type { Kpi, WaterPack } from '../schema/pack.ts';
import { interpolate, type Anchors } from './anchors.ts';
import { NOT_APPLICABLE, readOn, readTotal, UNKNOWN, type Reading } from './readings.ts';
import type { FactPair, Site } from './site.ts';
import { standardOutput } from './standard-output.ts';
import { decline, intake, nonConventional, percentage, ratio, recycled } from './sums.ts';

export type WaterReadings = ReadonlyMap<string, Reading>;

/** All water KPIs of a mill, whether its score uses them or not (docs/method.md, Indicators). */
export function readWaterKpis(pack: WaterPack, facts: FactPair): WaterReadings {
  const { now, prior } = facts;
  const output = standardOutput(now['output.products'], pack.standardOutput);
  const reuse = reuseRate(now);
  const read: Record<string, (kpi: Kpi) => Reading> = {
    K1: (kpi) => readTotal(kpi, intake(now), output),
    K2d: (kpi) => readOn(kpi, decline(intakePerOutputValue(prior), intakePerOutputValue(now))),
    K3: (kpi) => readOn(kpi, reuse),
    K3w: (kpi) => readOn(kpi, reuse),
    K4: (kpi) => readOn(kpi, wastewaterReuse(now)),
    K5: (kpi) => (now['water.has-cooling'] === false ? NOT_APPLICABLE : readOn(kpi, coolingRecirculation(now))),
    K6: (kpi) => (now['water.has-steam'] === false ? NOT_APPLICABLE : readOn(kpi, condensateRecovery(now))),
    K7: (kpi) => readOn(kpi, leakage(now)),
    K8: (kpi) => readMeterFitting(kpi, now, pack.meterTargets),
    K9: (kpi) => readOn(kpi, nonConventionalShare(now)),
  };
  return new Map(pack.kpis.map((kpi) => [kpi.id, read[kpi.id]?.(kpi) ?? UNKNOWN]));
}

/** The KPIs that this mill's water score uses, in pack order. */
export function waterKpisInUse(pack: WaterPack, site: Site): readonly Kpi[] {
  if (site.wet) return pack.kpis.filter((kpi) => kpi.weight.wet > 0);
  const loopOfOtherMills = site.waterJet ? 'K5' : 'K3w';
  return pack.kpis.filter((kpi) => kpi.weight.dry > 0 && kpi.id !== loopOfOtherMills);
}

function intakePerOutputValue(facts: YearFacts): number | null {
  return ratio(intake(facts), facts['finance.output-value']);
}

/** F3, %. */
export function reuseRate(facts: YearFacts): number | null {
  return shareOf(recycled(facts), intake(facts));
}

/** F5, %. */
function wastewaterReuse(facts: YearFacts): number | null {
  return shareOf(facts['water.recycled.treated'], facts['water.wastewater.discharged']);
}

/** F6, %. */
function coolingRecirculation(facts: YearFacts): number | null {
  return shareOf(facts['water.recycled.cooling'], facts['water.cooling.makeup']);
}

/** F7, %: condensate against what could return; 1 t of steam is 1 m3 of condensate. */
function condensateRecovery(facts: YearFacts): number | null {
  const returnable = facts['water.steam.condensate-returnable'] ?? facts['water.steam.used'];
  return percentage(facts['water.recycled.condensate'], returnable);
}

/** F8 proxy, %; unknown where the level-2 meters exceed the level-1 total. */
function leakage(facts: YearFacts): number | null {
  const total = facts['water.metered.level1'];
  const sum = facts['water.metered.level2-sum'];
  if (total === undefined || sum === undefined || sum > total) return null;
  return percentage(total - sum, total);
}

/** F10, %. */
function nonConventionalShare(facts: YearFacts): number | null {
  return shareOf(nonConventional(facts), intake(facts));
}

/** 100 part / (part + rest) in percent. */
function shareOf(part: number | null | undefined, rest: number | null | undefined): number | null {
  if (part === null || part === undefined || rest === null || rest === undefined) return null;
  return percentage(part, part + rest);
}

const METER_LEVELS = ['level1', 'level2', 'level3'] as const;

/** K8: the worst of the three fitting ratios; a level that requires no meter drops out. */
function readMeterFitting(kpi: Kpi, facts: YearFacts, targets: WaterPack['meterTargets']): Reading {
  const anchors = kpi.anchors[0]?.values;
  if (anchors === undefined) return UNKNOWN;
  let worst: number | null = null;
  let complete = true;
  for (const [i, level] of METER_LEVELS.entries()) {
    const required = facts[`water.meters.${level}.required`];
    const fitted = facts[`water.meters.${level}.fitted`];
    if (required === 0) continue;
    if (required === undefined || fitted === undefined) return UNKNOWN;
    const fitting = fitted / required / (targets[i] ?? 1);
    worst = worst === null ? fitting : Math.min(worst, fitting);
    complete = complete && fitted >= required;
  }
  if (worst === null) return NOT_APPLICABLE;
  return { state: 'known', value: worst, points: complete ? 100 : pointsBelowComplete(worst, anchors), anchors };
}

function pointsBelowComplete(worst: number, anchors: Anchors): number {
  return interpolate(worst, anchors.slice(1), [85, 70, 40, 0]);
}
