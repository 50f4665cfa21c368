import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';

/** Counts from now on what this process waits for its disk: how often it flushed a file or folder, and how long. */
export async function countFlushes() {
  const folder = await open(tmpdir());
  const handles = Object.getPrototypeOf(folder);
  await folder.close();
  const { sync } = handles;
  const flushes = { count: 0, ms: 0 };
  handles.sync = async function () {
    const start = performance.now();
    await sync.call(this);
    flushes.ms += performance.now() - start;
    flushes.count += 1;
  };
  return {
    /** Does some work; milliseconds and flushes of it alone. */
    during: async (work) => {
      Object.assign(flushes, { count: 0, ms: 0 });
      const start = performance.now();
      await work();
      return { tookMs: performance.now() - start, flushes: flushes.count, flushMs: flushes.ms };
    },
  };
}
