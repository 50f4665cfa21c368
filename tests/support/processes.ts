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

/** Kills them at once, as a power cut would; one that has just ended of itself is what was asked for. */
export function killOn(profile: string, type = ''): void {
  for (const pid of processesOn(profile, type)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
}

/** Empty for a process that has just ended. */
function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
