import type { Database } from './database.ts';

/**
 * When the database began, in milliseconds since 1970: the first time this was asked, and kept in it, so that it goes where the
 * database goes. One that does not say yet is new.
 */
export function databaseBegun(database: Database, now: number): Promise<number> {
  const { moments } = database;
  return database.transaction('rw', moments, async () => {
    const begun = await moments.get('begun');
    if (begun === undefined) await moments.add({ name: 'begun', at: now });
    return begun?.at ?? now;
  });
}
