import { packData } from './pack-data.mjs';
import { sum } from './numbers.mjs';

/**
 * The products of a year in standard output: `{ lines: [{ class, unit, quantity }] }` of the dyeing classes, or what keeps
 * it from being told: `missing` (no list, an empty one, a line that cannot be converted, nothing made) or `other` (no line
 * of a dyeing class).
 */
export function standardOutput(facts) {
  const products = facts['output.products'] ?? [];
  if (products.length === 0) return { missing: true };
  const dyed = products.filter((product) => product.class !== 'other');
  if (dyed.length === 0) return { other: true };
  const lines = dyed.map(standardLine);
  if (lines.includes(null) || sum(lines.map(({ quantity }) => quantity)) === 0) return { missing: true };
  return { lines };
}

/** A total of standard output where all lines have one unit; null otherwise. */
export function inOneUnit({ lines }) {
  if (lines === undefined || new Set(lines.map(({ unit }) => unit)).size !== 1) return null;
  return { unit: lines[0].unit, quantity: sum(lines.map(({ quantity }) => quantity)) };
}

/** What the mill's total may be for each anchor score. */
export function allowed({ lines }, kpi) {
  const anchorsOf = (cls) => kpi.anchors.find(({ key }) => key === cls).values;
  return [0, 1, 2, 3, 4].map((i) => sum(lines.map((line) => line.quantity * anchorsOf(line.class)[i])));
}

function standardLine(product) {
  const rule = packData('water-efficiency').standardOutput.classes.find((row) => row.class === product.class);
  const quantity = quantityIn(rule.unit, product);
  if (quantity === null) return null;
  const factor = product.conversion > 0 ? product.conversion : widthAndMass(product, rule);
  return { class: product.class, unit: rule.unit, quantity: quantity * factor };
}

/** A line's quantity as made in 100 m or t; null where its mass is not told. */
export function quantityIn(wanted, { quantity, unit, massKgPer100m: mass }) {
  const own = {
    m: ['100m', quantity / 100],
    '100m': ['100m', quantity],
    kg: ['t', quantity / 1000],
    t: ['t', quantity],
  };
  const [kind, amount] = own[unit];
  if (kind === wanted) return amount;
  if (!(mass > 0)) return null;
  return wanted === 't' ? (amount * mass) / 1000 : (amount * 1000) / mass;
}

/** Wider or heavier cloth counts as more standard length; 1 for classes without such a rule or figures. */
function widthAndMass({ widthCm: width, massKgPer100m: mass }, { widthCm: standard, massKgPer100m: band }) {
  if (standard === null || !(width > 0) || !(mass > 0)) return 1;
  const byWidth = width / standard;
  if (band === null) return byWidth;
  const [lightest, heaviest] = band;
  const atStandard = (mass * standard) / width;
  const byMass = atStandard < lightest ? atStandard / lightest : atStandard > heaviest ? atStandard / heaviest : 1;
  return byWidth * Math.min(1.6, Math.max(0.7, byMass));
}
