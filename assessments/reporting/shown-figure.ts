import { rounded } from '../scoring/shown-number.ts';

/** A figure as entered, with thousands separators: `600,000`, `0.12`. */
export function grouped(value: number): string {
  const [whole = '0', fraction] = plainDecimal(value).split('.');
  const separated = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? separated : `${separated}.${fraction}`;
}

/** A computed figure to about four significant digits: `31,298.5`, `44.4`, `1.333`, `0.0123`. */
export function computed(value: number): string {
  return grouped(significant(value));
}

/** A computed figure as a number, with the digits that are shown of it. */
export function significant(value: number): number {
  const size = Math.abs(value);
  return rounded(value, size >= 1000 ? 1 : size >= 10 ? 2 : size >= 1 ? 3 : 4);
}

/** Never an exponent: facts reach 1e12 and fractions may be tiny. */
function plainDecimal(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(12).replace(/\.?0+$/, '') : text;
}
