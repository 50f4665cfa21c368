const LACKING = {
  linux: process.platform !== 'linux',
  /** Rights of files, and scripts that are programs. */
  posix: process.platform === 'win32',
} as const;

/** Null where the tests can run on this system; else the reason to skip, which is printed. */
export function systemMissing(needed: keyof typeof LACKING): string | null {
  if (!LACKING[needed]) return null;
  const reason = `skipped, needs ${needed} and this is ${process.platform}`;
  process.stderr.write(`${reason}\n`);
  return reason;
}
