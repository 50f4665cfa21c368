import { Dexie } from 'dexie';

/** A database of one mark beside the real one, in the same files of the browser. */
const NAME = 'zhizhen-mark';
const TABLE = 'marks';
const KEY = 'mark';

/** Writes the mark in place of the one before. @throws what the browser says */
export function writeMark(mark: string): Promise<void> {
  return withMarks(async (database) => {
    await database.table(TABLE).put({ key: KEY, mark });
  });
}

/** Null where there is none. @throws what the browser says */
export function readMark(): Promise<string | null> {
  return withMarks(async (database) => {
    const found = (await database.table(TABLE).get(KEY)) as { readonly mark: string } | undefined;
    return found?.mark ?? null;
  });
}

/**
 * Removes the database of the mark. Whenever a database is removed, the browser writes all that its log holds into
 * tables and begins a new log. @throws what the browser says
 */
export function removeMark(): Promise<void> {
  return alone(() => Dexie.delete(NAME));
}

/**
 * One at a time over all pages: a database that is removed while another has it open closes under its hand. A page that
 * goes lets go of the lock.
 */
function alone<Result>(work: () => Promise<Result>): Promise<Result> {
  return navigator.locks.request(NAME, work);
}

function withMarks<Result>(work: (database: Dexie) => Promise<Result>): Promise<Result> {
  return alone(async () => {
    const database = new Dexie(NAME, { chromeTransactionDurability: 'strict' });
    database.version(1).stores({ [TABLE]: 'key' });
    try {
      await database.open();
      return await work(database);
    } finally {
      database.close();
    }
  });
}
