import { readFileSync, writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Collects garbage in this process, however it was started. */
export function collectGarbage() {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
}

/** Lets this process rest; `growthMB` then tells how much more memory it ever took from now on. */
export function memoryFromNow() {
  collectGarbage();
  writeFileSync('/proc/self/clear_refs', '5');
  const idle = ownMB('VmRSS');
  return { growthMB: () => ownMB('VmHWM') - idle };
}

/** A line of the status of this process, in MB. */
export function ownMB(name) {
  const [, kB] = new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(readFileSync('/proc/self/status', 'utf8'));
  return Number(kB) / 1024;
}
