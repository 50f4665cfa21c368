import { setTimeout as wait } from 'node:timers/promises';

/** What Windows says of a file that a virus scanner, a sync program or the preview of the Explorer holds for a moment. */
const HELD = new Set(['EBUSY', 'EPERM', 'EACCES']);
/** What a system says that is short of files or memory for a moment. */
const SHORT = new Set(['EMFILE', 'ENFILE', 'EAGAIN', 'ENOMEM']);
/** Milliseconds before each further try: 1.5 s together. */
const PAUSES: readonly number[] = [10, 20, 50, 100, 200, 400, 700];

/** Whether an error says nothing of the file, but that it cannot be had now. */
export function isScarce(code: string): boolean {
  return HELD.has(code) || SHORT.has(code);
}

/** Does something to a file, again where it cannot be had for a moment. @throws what the last try said. */
export async function whileHeld<T>(work: () => Promise<T>, pauses = PAUSES): Promise<T> {
  const [pause, ...later] = pauses;
  try {
    return await work();
  } catch (error) {
    if (pause === undefined || !isScarce((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
  await wait(pause);
  return whileHeld(work, later);
}
