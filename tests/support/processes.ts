import { readdirSync, readFileSync } from 'node:fs';

/** Processes of the browser on a profile, which Playwright starts apart from the program; of one type, or all. Linux only. */
export function processesOn(profile: string, type = ''): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      const command = commandOf(pid);
      return command.includes(`--user-data-dir=${profile}`) && command.includes(type);
    })
    .map(Number);
}

/** Empty for a process that has just ended. */
function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
