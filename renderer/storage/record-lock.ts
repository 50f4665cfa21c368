export interface RecordLock {
  readonly mine: boolean;
  readonly release: () => void;
}

const SECOND_TRY_MS = 200;

/**
 * Takes an enterprise for this tab until released; not mine where another tab or window has it.
 * The browser releases it when the tab goes, however it goes; a page that is just going gets a moment for it.
 */
export async function lockRecord(id: string): Promise<RecordLock> {
  const first = await tryLock(id);
  if (first.mine) return first;
  await new Promise((resolve) => setTimeout(resolve, SECOND_TRY_MS));
  return tryLock(id);
}

/** Does work with an enterprise locked; false, and nothing done, where another tab or window has it. */
export async function whileLocked(id: string, work: () => Promise<void>): Promise<boolean> {
  const { mine, release } = await lockRecord(id);
  try {
    if (mine) await work();
  } finally {
    release();
  }
  return mine;
}

function tryLock(id: string): Promise<RecordLock> {
  return new Promise((resolve) => {
    void navigator.locks.request(`zhizhen/${id}`, { ifAvailable: true }, async (lock) => {
      if (lock === null) {
        resolve({ mine: false, release: () => undefined });
        return;
      }
      await new Promise<void>((done) => resolve({ mine: true, release: done }));
    });
  });
}
