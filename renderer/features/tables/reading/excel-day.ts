const DAY_MS = 86_400_000;
/** The day before the first one that Excel counts; it also counts a 29th of February 1900, which never was. */
const BEFORE_1900 = Date.UTC(1899, 11, 31);
const FROM_1904 = Date.UTC(1904, 0, 1);
const LEAP_DAY_OF_1900 = 60;
/** The last day that Excel knows, in 9999. */
const LAST = 2_958_465;

/** A day YYYY-MM-DD by the number that Excel counts it with; null where it counts none so. */
export function dayOf(serial: number, from1904: boolean): string | null {
  const day = Math.floor(serial);
  if (day < (from1904 ? 0 : 1) || day > LAST) return null;
  const start = from1904 ? FROM_1904 : BEFORE_1900 - (day > LEAP_DAY_OF_1900 ? DAY_MS : 0);
  return new Date(start + day * DAY_MS).toISOString().slice(0, 10);
}
