import type { Transaction } from 'dexie';

/** One step of the database from a version to the next. A step that was released is never changed. */
export interface Migration {
  readonly number: number;
  /** Tables and indexes that are new or other than before, in Dexie's notation; null takes a table away. */
  readonly stores: Readonly<Record<string, string | null>>;
  /** Changes rows, within the transaction of the step: where it throws, the database stays as it was. */
  readonly upgrade: ((transaction: Transaction) => Promise<void>) | null;
}
