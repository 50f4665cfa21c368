const DAY_MS = 24 * 3600 * 1000;
const DAY = /^\d{4}-\d\d-\d\d$/;
/** Days that a file lies in the bin at least. */
const KEPT_DAYS = 30;
/** Sweeps that must have seen it there, and the days that lie between any two of them and the day it came. */
const SWEEPS = 5;
const APART_DAYS = 7;

/**
 * The days of the sweeps that count for what came into the bin on a day, with today's: it counts where it lies a week from
 * all others, before or after. So a clock that is wrong once, or jumps to and fro, adds one and no more.
 */
export function withSweep(cameOn: string, sweptOn: readonly string[], today: string): readonly string[] {
  const isApart = [cameOn, ...sweptOn].every((day) => Math.abs(daysFrom(day, today)) >= APART_DAYS);
  return isApart ? [...sweptOn, today] : sweptOn;
}

/**
 * Whether what came into the bin on a day may go: thirty days by date, and five sweeps a week apart. What came on a day that
 * is yet to come, or that is none, stays.
 */
export function isAged(cameOn: string, sweptOn: readonly string[], today: string): boolean {
  return daysFrom(cameOn, today) >= KEPT_DAYS && sweptOn.length >= SWEEPS;
}

/** The day before which nothing of it goes, however often is swept. */
export function staysUntil(cameOn: string, sweptOn: readonly string[], today: string): string {
  const came = DAY.test(cameOn) ? cameOn : today;
  const left = (SWEEPS - Math.min(sweptOn.length, SWEEPS)) * APART_DAYS;
  const byDate = dayNumber(came) + KEPT_DAYS;
  return new Date(Math.max(byDate, dayNumber(today) + left) * DAY_MS).toISOString().slice(0, 10);
}

function daysFrom(earlier: string, later: string): number {
  return dayNumber(later) - dayNumber(earlier);
}

/** NaN for what is no day, which compares as false. */
function dayNumber(day: string): number {
  return DAY.test(day) ? Date.parse(`${day}T00:00:00Z`) / DAY_MS : Number.NaN;
}
