import type { Migration } from './migration.ts';

/** What stood in the place of an enterprise before a copy was restored over it. */
export const setAside: Migration = {
  number: 2,
  stores: { setAside: '++key, enterpriseId' },
  upgrade: null,
};
