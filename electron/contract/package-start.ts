/** What every hand-over package begins with (docs/package.md). */
export const PACKAGE_START = new TextEncoder().encode('ZHIZHEN\n');

/** Whether a file that begins with these bytes is a hand-over package. */
export function startsPackage(bytes: Uint8Array): boolean {
  return PACKAGE_START.every((byte, i) => bytes[i] === byte);
}
