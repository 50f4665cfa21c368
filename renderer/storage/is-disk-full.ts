/** Whether a write to the database failed for want of room; Dexie names that only in the text of what ended it. */
export function isDiskFull(error: unknown): boolean {
  return String(error).includes('QuotaExceededError');
}
