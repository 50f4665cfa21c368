import { declinePerOutput, lessDeduction, percent, quotient, sumOfKnown } from './mill.mjs';
import { exceeds, pointsBetweenAnchors, shareBetween, sum } from './numbers.mjs';
import { packData } from './pack-data.mjs';
import { allowed, standardOutput } from './standard-output.mjs';
import { waterKpi } from './water-kpis.mjs';

const pack = packData('green-factory');
const { carriers, sold, renewable } = pack.energy;
export const RENEWABLES = renewable.facts;

function carriersTotal(facts, factor) {
  const known = carriers.filter(({ fact }) => facts[fact] !== undefined);
  return known.length === 0 ? null : sum(known.map((carrier) => facts[carrier.fact] * carrier[factor]));
}

function netOfHeatSold(facts, factor) {
  const deduction = sum(sold.map((row) => (facts[row.fact] ?? 0) * row[factor]));
  return { total: carriersTotal(facts, factor), deduction };
}

/** Energy of a year in kgce, CO2 in kg; null where no carrier is known or more heat is sold than came in. */
export const energyOf = (facts) => net(netOfHeatSold(facts, 'kgcePerUnit'));
export const carbonOf = (facts) => net(netOfHeatSold(facts, 'kgCo2PerUnit'));
const net = ({ total, deduction }) => lessDeduction(total, deduction);

export function heatSoldAboveTotal(facts) {
  return ['kgcePerUnit', 'kgCo2PerUnit'].some((factor) => {
    const { total, deduction } = netOfHeatSold(facts, factor);
    return total !== null && exceeds(deduction, total);
  });
}

/** Whether energy is judged by its decline per output value instead of per product. */
export function onOtherRow(mill) {
  return !mill.wet || standardOutput(mill.now).other === true;
}

/** A KPI of the green pack, as those of the water pack. */
export function greenKpi(id, mill) {
  if (id === 'GK1') return energyPerProduct(mill);
  if (id === 'GK6') return waterKpi(mill.wet ? 'K1' : 'K2d', mill);
  if (id === 'GK7') return waterKpi(mill.wet ? 'K3' : mill.waterJet ? 'K3w' : 'K5', mill);
  if (id === 'GK9' && onOtherRow(mill)) return 'na';
  return judged(VALUES[id](mill), rowOf(id).anchors[0].values);
}

const rowOf = (id) => pack.kpis.find((row) => row.id === id);

function judged(value, anchors) {
  return { value, anchors, points: value === null ? null : pointsBetweenAnchors(value, anchors) };
}

const VALUES = {
  GK2: (mill) => declinePerOutput(mill, carbonOf),
  GK3: ({ now }) => {
    const known = sumOfKnown(now, RENEWABLES);
    return known === null ? null : percent(known * renewable.kgcePerUnit, energyOf(now));
  },
  GK5: (mill) => declinePerOutput(mill, (facts) => facts['materials.main']),
  GK8: ({ now }) => {
    const generated = now['waste.generated'];
    return percent(
      now['waste.used'],
      generated === undefined ? undefined : generated + (now['waste.used-from-stock'] ?? 0),
    );
  },
  GK9: ({ now }) => quotient(now['water.wastewater.discharged'], baselineDischarge(standardOutput(now))),
  GK10: ({ now }) => percent(now['finance.green-investment-3y'], now['finance.output-value-3y']),
  GK11: ({ now }) => quotient(now['finance.output-value'], now['land.area']),
};

function energyPerProduct(mill) {
  const row = rowOf('GK1');
  if (onOtherRow(mill))
    return judged(declinePerOutput(mill, energyOf), row.anchors.find(({ key }) => key === 'decline').values);
  const output = standardOutput(mill.now);
  const energy = energyOf(mill.now);
  if (output.missing || energy === null) return { value: null, anchors: null, points: null };
  return judged(energy, allowed(output, row));
}

/** The m³ that the discharge standard starts from for what was made. */
function baselineDischarge({ lines }) {
  if (lines === undefined) return null;
  return sum(
    lines.map((line) => {
      const { kgPer100m, baseline } = pack.drainage.find((row) => row.class === line.class);
      const tonnes = line.unit === 't' ? line.quantity : (line.quantity * kgPer100m) / 1000;
      return tonnes * baseline;
    }),
  );
}

/** A KPI as a share of 1 between the anchors for 40 and 85 points: an interval, null where it does not apply. */
export function simulatedShare(id, mill) {
  const kpi = greenKpi(id, mill);
  if (kpi === 'na') return null;
  if (kpi.value === null) return { low: 0, high: 1 };
  const share = shareBetween(kpi.value, kpi.anchors[3], kpi.anchors[1]);
  return { low: share, high: share };
}
