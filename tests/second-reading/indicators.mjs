import { carbonOf, energyOf, greenKpi, onOtherRow } from './green-kpis.mjs';
import { percent, quotient } from './mill.mjs';
import { packData } from './pack-data.mjs';
import { inOneUnit, standardOutput } from './standard-output.mjs';
import { intakeOf, waterKpi } from './water-kpis.mjs';
import { kpiWeight } from './water-efficiency.mjs';

/** Every indicator with its value (null where unknown), its unit, and its five-anchor score where a KPI stands on it. */
export function readIndicators(mill) {
  const { now } = mill;
  const output = inOneUnit(standardOutput(now));
  const perOutput = onOtherRow(mill);
  return {
    'water.unit-intake': {
      value: perUnit(intakeOf(now), output),
      unit: `m3/${output?.unit ?? '100m'}`,
      score: waterScore('K1', mill),
    },
    'water.reuse-rate': figure(waterKpi('K3', mill), '%', waterScore('K3', mill) ?? waterScore('K3w', mill)),
    'water.wastewater-reuse-rate': figure(waterKpi('K4', mill), '%', waterScore('K4', mill)),
    'water.cooling-recirculation': figure(waterKpi('K5', mill), '%', waterScore('K5', mill)),
    'water.condensate-recovery': figure(waterKpi('K6', mill), '%', waterScore('K6', mill)),
    'water.leakage': figure(waterKpi('K7', mill), '%', waterScore('K7', mill)),
    'water.meter-fitting': inPercent(waterKpi('K8', mill), waterScore('K8', mill)),
    'water.nonconventional-share': figure(waterKpi('K9', mill), '%', waterScore('K9', mill)),
    'water.intake-per-output-decline': figure(waterKpi('K2d', mill), '%', waterScore('K2d', mill)),
    'energy.total': plain(thousandth(energyOf(now)), 'tce'),
    'energy.unit': {
      ...(perOutput ? perOutputValue(mill, energyOf, 'tce') : perProduct(energyOf(now), output, 'kgce', 'tce')),
      score: greenScore('GK1', mill),
    },
    'carbon.total': plain(thousandth(carbonOf(now)), 't'),
    'carbon.unit': {
      ...(perOutput ? perOutputValue(mill, carbonOf, 'tCO2') : perProduct(carbonOf(now), output, 'kgCO2', 'tCO2')),
      score: null,
    },
    'carbon.per-output-decline': ofGreen('GK2', '%', mill),
    'energy.renewable-share': ofGreen('GK3', '%', mill),
    'waste.utilisation': ofGreen('GK8', '%', mill),
    'land.output': ofGreen('GK11', '10k yuan/m2', mill),
    'land.building-coefficient': plain(percent(now['land.footprint'], now['land.area']), '%'),
    'land.floor-area-ratio': plain(quotient(now['land.floor-area'], now['land.area']), 'ratio'),
    'equipment.digital-rate': plain(percent(now['equipment.digital'], now['equipment.production']), '%'),
    'equipment.networked-rate': plain(percent(now['equipment.networked'], now['equipment.production']), '%'),
    'process.nc-rate': plain(percent(now['process.key-nc'], now['process.key']), '%'),
    'equipment.on-cloud-rate': plain(percent(now['equipment.on-cloud'], now['equipment.main']), '%'),
    'spinning.workers-per-10k-spindles': plain(
      tenThousandfold(quotient(now['spinning.direct-workers'], now['spinning.spindles'])),
      'persons/10k spindles',
    ),
    'dyeing.right-first-time': plain(percent(now['dyeing.batches-right-first-time'], now['dyeing.batches']), '%'),
  };
}

const plain = (value, unit) => ({ value, unit, score: null });
const valueOf = (kpi) => (kpi === 'na' ? null : kpi.value);
const pointsOf = (kpi) => (kpi === 'na' ? null : kpi.points);
const figure = (kpi, unit, score) => ({ value: valueOf(kpi), unit, score });
const inPercent = (kpi, score) => ({ value: valueOf(kpi) === null ? null : 100 * kpi.value, unit: '%', score });
const ofGreen = (id, unit, mill) => figure(greenKpi(id, mill), unit, greenScore(id, mill));
const thousandth = (value) => (value === null ? null : value / 1000);
const tenThousandfold = (value) => (value === null ? null : value * 10000);
const perUnit = (total, output) => (total === null || output === null ? null : quotient(total, output.quantity));

/** kg per 100 m, t per t. */
function perProduct(total, output, perLength, perMass) {
  const ratio = perUnit(total, output);
  if (output?.unit === 't') return { value: thousandth(ratio), unit: `${perMass}/t` };
  return { value: ratio, unit: `${perLength}/100m` };
}

function perOutputValue({ now }, quantityOf, unit) {
  return { value: thousandth(quotient(quantityOf(now), now['finance.output-value'])), unit: `${unit}/10k yuan` };
}

/** The score of a KPI that the water pack of this mill uses: weighed, or for the bonus. */
function waterScore(id, mill) {
  const { kpis, bonus } = packData('water-efficiency');
  const isUsed =
    id === bonus.kpi ||
    kpiWeight(
      kpis.find((row) => row.id === id),
      mill,
    ) > 0;
  return isUsed && isPinned('water-efficiency', mill) ? pointsOf(waterKpi(id, mill)) : null;
}

function greenScore(id, mill) {
  return isPinned('green-factory', mill) ? pointsOf(greenKpi(id, mill)) : null;
}

const isPinned = (id, { diagnosis }) => diagnosis.packs[id] !== undefined;
