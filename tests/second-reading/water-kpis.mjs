import { declinePerOutput, lessDeduction, percent, sumOfKnown } from './mill.mjs';
import { exceeds, pointsBetweenAnchors, reaches } from './numbers.mjs';
import { packData } from './pack-data.mjs';
import { allowed, standardOutput } from './standard-output.mjs';

export const SOURCES = ['town', 'surface', 'ground', 'purchased'].map((source) => `water.intake.${source}`);
export const RECYCLED = ['cooling', 'direct', 'condensate', 'treated'].map((use) => `water.recycled.${use}`);
const OTHER_SOURCES = ['reclaimed', 'rain', 'desalinated'].map((source) => `water.nonconventional.${source}`);

export const sourcesOf = (facts) => sumOfKnown(facts, SOURCES);
export const intakeOf = (facts) => lessDeduction(sourcesOf(facts), facts['water.excluded'] ?? 0);
const recycledOf = (facts) => sumOfKnown(facts, RECYCLED);

/**
 * A KPI of the water pack: `{ value, points, anchors }`, value and points null where unknown; `'na'` where it does not apply.
 * The value of K1 is the mill's total, its anchors what the total may be.
 */
export function waterKpi(id, mill) {
  const kpi = packData('water-efficiency').kpis.find((row) => row.id === id);
  if (id === 'K1') return unitIntake(kpi, mill);
  if (id === 'K8') return meterFitting(mill.now);
  if (id === 'K5' && mill.now['water.has-cooling'] === false) return 'na';
  if (id === 'K6' && mill.now['water.has-steam'] === false) return 'na';
  const value = VALUES[id](mill);
  const anchors = kpi.anchors[0].values;
  return { value, anchors, points: value === null ? null : pointsBetweenAnchors(value, anchors) };
}

const VALUES = {
  K2d: (mill) => declinePerOutput(mill, intakeOf),
  K3: ({ now }) => share(recycledOf(now), intakeOf(now)),
  K3w: ({ now }) => share(recycledOf(now), intakeOf(now)),
  K4: ({ now }) => share(now['water.recycled.treated'], now['water.wastewater.discharged']),
  K5: ({ now }) => share(now['water.recycled.cooling'], now['water.cooling.makeup']),
  K6: ({ now }) =>
    percent(now['water.recycled.condensate'], now['water.steam.condensate-returnable'] ?? now['water.steam.used']),
  K7: ({ now }) => leakage(now['water.metered.level1'], now['water.metered.level2-sum']),
  K9: ({ now }) => share(sumOfKnown(now, OTHER_SOURCES), intakeOf(now)),
};

/** 100 part / (part + rest); null where one is unknown or both are 0. */
function share(part, rest) {
  return part == null || rest == null ? null : percent(part, part + rest);
}

function leakage(total, sum) {
  if (total === undefined || sum === undefined || exceeds(sum, total)) return null;
  return percent(total - sum, total);
}

function unitIntake(kpi, { now }) {
  const output = standardOutput(now);
  if (output.other) return 'na';
  const value = intakeOf(now);
  if (output.missing || value === null) return { value: null, anchors: null, points: null };
  const anchors = allowed(output, kpi);
  return { value, anchors, points: pointsBetweenAnchors(value, anchors) };
}

/** The lowest of the fitted shares against 100, 95 and 80 %, as a ratio. */
function meterFitting(facts) {
  const { meterTargets } = packData('water-efficiency');
  const levels = [1, 2, 3]
    .map((level, i) => ({
      required: facts[`water.meters.level${level}.required`],
      fitted: facts[`water.meters.level${level}.fitted`],
      target: meterTargets[i],
    }))
    .filter(({ required }) => required !== 0);
  if (levels.length === 0) return 'na';
  if (levels.some(({ required, fitted }) => required === undefined || fitted === undefined))
    return { value: null, points: null };
  const value = Math.min(...levels.map(({ required, fitted, target }) => fitted / required / target));
  if (levels.every(({ required, fitted }) => reaches(fitted, required))) return { value, points: 100 };
  if (value >= 1) return { value, points: 85 };
  return { value, points: Math.min(85, pointsBetweenAnchors(value, [1, 1, 0.95, 0.8, 0.5])) };
}
