import { describe, expect, it } from 'vitest';
import { localDay } from '#electron/contract/local-day.ts';
import { isAged, staysUntil, withSweep } from '#electron/host/files/bin-age.ts';

const CAME = '2026-03-01';

/** The days that count of sweeps on some days. */
const counted = (days: readonly string[]) =>
  days.reduce<readonly string[]>((before, today) => withSweep(CAME, before, today), []);
const WEEKLY = ['2026-03-08', '2026-03-15', '2026-03-22', '2026-03-29', '2026-04-05'];

describe('the age of what lies in the bin', () => {
  it('is full after thirty days and five sweeps a week apart, and not before', () => {
    expect(counted(WEEKLY)).toEqual(WEEKLY);
    expect(isAged(CAME, counted(WEEKLY), '2026-04-05')).toBe(true);
    expect(isAged(CAME, counted(WEEKLY.slice(0, 4)), '2027-01-01')).toBe(false);
    expect(isAged(CAME, WEEKLY, '2026-03-30')).toBe(false);
    expect(isAged(CAME, WEEKLY, '2026-03-31')).toBe(true);
  });

  it('grows by no second sweep within a week', () => {
    const daily = Array.from({ length: 28 }, (_, i) => localDay(Date.UTC(2026, 2, 1 + i, 12)));
    expect(counted(daily)).toEqual(['2026-03-08', '2026-03-15', '2026-03-22']);
  });

  it('grows by one where the clock is ahead for a session, however far', () => {
    const sweeps = counted(['2031-01-01', '2031-01-02', '2031-01-07']);
    expect(sweeps).toEqual(['2031-01-01']);
    expect(isAged(CAME, sweeps, '2031-01-07')).toBe(false);
  });

  it('grows by one where the clock falls back to the same day at every start', () => {
    expect(counted(['2000-01-01', '2026-03-02', '2000-01-01', '2026-03-03', '2000-01-02'])).toEqual(['2000-01-01']);
  });

  it('is never full of what came on a day that is yet to come, or that is none', () => {
    expect(isAged('2031-01-01', WEEKLY, '2026-04-05')).toBe(false);
    expect(isAged('2026-03-01 - 副本', WEEKLY, '2027-04-05')).toBe(false);
    expect(withSweep('副本', [], '2026-03-08')).toEqual([]);
  });

  it('is said as the day before which nothing goes', () => {
    expect(staysUntil(CAME, [], CAME)).toBe('2026-04-05');
    expect(staysUntil(CAME, WEEKLY.slice(0, 4), '2026-03-29')).toBe('2026-04-05');
    expect(staysUntil(CAME, WEEKLY, '2026-03-29')).toBe('2026-03-31');
    expect(staysUntil('2031-01-01', [], CAME)).toBe('2031-01-31');
    expect(staysUntil('副本', [], CAME)).toBe('2026-04-05');
  });
});
