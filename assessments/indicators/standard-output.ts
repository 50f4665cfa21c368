import type { ProductClass, ProductLine } from '../schema/facts.ts';
import type { StandardOutputRules } from '../schema/pack.ts';

export type DyeingClass = Exclude<ProductClass, 'other'>;
export type OutputUnit = '100m' | 't';

export interface StandardLine {
  readonly class: DyeingClass;
  readonly unit: OutputUnit;
  /** Standard output in the unit of the class. */
  readonly quantity: number;
}

/**
 * Standard output of a year's dyeing lines.
 * `none`: no list or an empty one. `only-other`: no dyeing line. `unconvertible`: a line lacks what its unit needs.
 */
export type StandardOutput =
  | { readonly kind: 'known'; readonly lines: readonly StandardLine[] }
  | { readonly kind: 'none' | 'only-other' | 'unconvertible' };

export function standardOutput(
  products: readonly ProductLine[] | undefined,
  rules: StandardOutputRules,
): StandardOutput {
  if (products === undefined || products.length === 0) return { kind: 'none' };
  const dyeing = products.filter((line) => line.class !== 'other');
  if (dyeing.length === 0) return { kind: 'only-other' };
  const lines: StandardLine[] = [];
  for (const line of dyeing) {
    const rule = rules.classes.find((candidate) => candidate.class === line.class);
    const quantity = rule === undefined ? null : quantityIn(rule.unit, line);
    if (rule === undefined || quantity === null || line.class === 'other') return { kind: 'unconvertible' };
    lines.push({ class: line.class, unit: rule.unit, quantity: quantity * conversionFactor(line, rules) });
  }
  return { kind: 'known', lines };
}

/** Quantity in 100 m or t; length and mass convert by mass per 100 m; null where that is missing or zero. */
export function quantityIn(unit: OutputUnit, line: ProductLine): number | null {
  const isLength = line.unit === 'm' || line.unit === '100m';
  const hundredMetres = line.unit === 'm' ? line.quantity / 100 : line.quantity;
  const tonnes = line.unit === 'kg' ? line.quantity / 1000 : line.quantity;
  if (unit === '100m') return isLength ? hundredMetres : perMass(line, (mass) => (tonnes * 1000) / mass);
  return isLength ? perMass(line, (mass) => (hundredMetres * mass) / 1000) : tonnes;
}

function perMass(line: ProductLine, convert: (massKgPer100m: number) => number): number | null {
  const mass = line.massKgPer100m;
  return mass === undefined || mass === 0 ? null : convert(mass);
}

/**
 * The line's own recognised factor, else width factor times mass factor; both 1 where width or mass is missing.
 * Source: default conversion (docs/method.md), until the FZ/T tables are entered (mark: proposal).
 */
function conversionFactor(line: ProductLine, rules: StandardOutputRules): number {
  if (line.conversion !== undefined && line.conversion !== null && line.conversion > 0) return line.conversion;
  const rule = rules.classes.find((candidate) => candidate.class === line.class);
  const { widthCm: width, massKgPer100m: mass } = line;
  if (rule?.widthCm == null || !width || !mass) return 1;
  const widthFactor = width / rule.widthCm;
  if (rule.massKgPer100m === null) return widthFactor;
  return widthFactor * massFactor((mass * rule.widthCm) / width, rule.massKgPer100m, rules.massFactorLimits);
}

function massFactor(
  massAtStandardWidth: number,
  [light, heavy]: readonly [number, number],
  limits: readonly [number, number],
): number {
  const factor =
    massAtStandardWidth < light
      ? massAtStandardWidth / light
      : massAtStandardWidth > heavy
        ? massAtStandardWidth / heavy
        : 1;
  return Math.min(limits[1], Math.max(limits[0], factor));
}

/** Total standard output if all lines share a unit, else null. */
export function totalInOneUnit(
  output: StandardOutput,
): { readonly unit: OutputUnit; readonly quantity: number } | null {
  if (output.kind !== 'known') return null;
  const unit = output.lines[0]?.unit;
  if (unit === undefined || output.lines.some((line) => line.unit !== unit)) return null;
  return { unit, quantity: output.lines.reduce((sum, line) => sum + line.quantity, 0) };
}
