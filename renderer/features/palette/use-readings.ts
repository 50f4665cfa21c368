import { useEffect, useState } from 'react';
import type { Findable, Entry, Readings } from './find.ts';

const AT_ONCE = 500;

/** The readings of hanzi, prepared for all titles while nothing else is to be done; null until they have come. */
export function useReadings(all: readonly Findable<Entry>[]): Readings | null {
  const [readings, setReadings] = useState<Readings | null>(null);
  useEffect(() => {
    void import('./readings.ts').then(({ readingsOf }) => setReadings(() => readingsOf));
  }, []);
  useEffect(() => {
    if (readings === null) return undefined;
    let waiting: number;
    const prepare = (from: number) => {
      for (const { title } of all.slice(from, from + AT_ONCE)) for (const sign of title) readings(sign);
      if (from + AT_ONCE < all.length) waiting = requestIdleCallback(() => prepare(from + AT_ONCE));
    };
    waiting = requestIdleCallback(() => prepare(0));
    return () => cancelIdleCallback(waiting);
  }, [all, readings]);
  return readings;
}
