const DAYS_TO_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;
/** Day 1 is the first of January 1900; Excel counts a 29th of February 1900 that never was. */
const DAYS_BEFORE_1900 = 693594;

/** A day YYYY-MM-DD as Excel counts days; null where the text is none, or one before March 1900. */
export function excelDay(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return null;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const before = year - 1;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const count =
    before * 365 +
    Math.floor(before / 4) -
    Math.floor(before / 100) +
    Math.floor(before / 400) +
    (DAYS_TO_MONTH[month - 1] ?? Number.NaN) +
    (isLeap && month > 2 ? 1 : 0) +
    day -
    DAYS_BEFORE_1900;
  return count > 60 ? count : null;
}
