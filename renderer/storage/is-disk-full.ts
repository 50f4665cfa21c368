/** What the browser says of its own bound and of a disk that is full; Dexie hands it on as text only. */
const SAID = ['QuotaExceededError', 'NO_SPACE'];

/** Whether a write to the database failed for want of room. */
export function isDiskFull(error: unknown): boolean {
  return SAID.some((said) => String(error).includes(said));
}
