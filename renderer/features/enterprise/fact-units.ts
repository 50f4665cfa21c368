/** Units a figure may be typed in, beside the one it is stored in; times = base units in one. */
const OTHER_UNITS: Readonly<Record<string, { readonly unit: string; readonly times: number }>> = {
  m3: { unit: '10k m3', times: 10_000 },
  kWh: { unit: '10k kWh', times: 10_000 },
  '10k yuan': { unit: 'yuan', times: 0.0001 },
  t: { unit: 'kg', times: 0.001 },
  m2: { unit: 'mu', times: 2000 / 3 },
};

export interface TypedUnit {
  readonly unit: string;
  readonly times: number;
}

/** As it is stored. */
export const AS_STORED: TypedUnit = { unit: '', times: 1 };

export function unitsFor(base: string): TypedUnit[] {
  const other = OTHER_UNITS[base];
  return [{ unit: base, times: 1 }, ...(other === undefined ? [] : [other])];
}

/** The figure as shown in a unit, in groups of three digits and without the noise of the division. */
export function shownIn(value: number, { times }: TypedUnit): string {
  const [whole = '', decimals] = plainDigits(Number((value / times).toPrecision(12))).split('.');
  const groups = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return decimals === undefined ? groups : `${groups}.${decimals}`;
}

/** All digits of a figure from 0 to 1e16, never in the form 1e-7. */
function plainDigits(value: number): string {
  return value === 0 || value >= 1e-6 ? String(value) : value.toFixed(18).replace(/0+$/, '');
}
