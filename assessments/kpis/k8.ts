import { interpolate, type Anchors } from '../indicators/anchors.ts';
import { NOT_APPLICABLE, UNKNOWN, type Reading } from '../indicators/readings.ts';
import type { YearFacts } from '../schema/facts.ts';
import type { Kpi, WaterPack } from '../schema/pack.ts';
import { ALL_SITES, type FactKpi, type Fitting, NEVER, onAnchors, UNMOVED } from './kpi.ts';

/** Water meters fitted: the worst of three levels against its target; a level that requires none drops out. */
export const k8: FactKpi = {
  kind: 'facts',
  appliesTo: ALL_SITES,
  read: (kpi, { facts, water }) => readMeterFitting(kpi, facts.now, water.meterTargets),
  isPerProduct: NEVER,
  takenFrom: null,
  points: onAnchors,
  way: 'step',
  brought: withAllMeters,
  movedBy: UNMOVED,
  figure: { shownIn: { factor: 100, unit: '%' }, fittings, isBenchmark: true },
};

const METER_LEVELS = ['level1', 'level2', 'level3'] as const;

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

/** The levels that require meters. */
function fittings(facts: YearFacts): Fitting[] {
  return METER_LEVELS.flatMap((name, i) => {
    const [required, fitted] = [facts[`water.meters.${name}.required`], facts[`water.meters.${name}.fitted`]];
    return required === undefined || fitted === undefined || required === 0
      ? []
      : [{ level: (i + 1) as Fitting['level'], fitted, required }];
  });
}

/** Whoever fits one of the missing meters fits all. */
function withAllMeters(facts: YearFacts): YearFacts {
  const after = { ...facts };
  for (const level of METER_LEVELS) {
    const required = facts[`water.meters.${level}.required`];
    const fitted = facts[`water.meters.${level}.fitted`];
    if (required !== undefined && fitted !== undefined && fitted < required)
      after[`water.meters.${level}.fitted`] = required;
  }
  return after;
}
