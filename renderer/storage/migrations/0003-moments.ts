import type { Migration } from './migration.ts';

/** Moments in the life of the database itself, by name. */
export const moments: Migration = {
  number: 3,
  stores: { moments: 'name' },
  upgrade: null,
};
