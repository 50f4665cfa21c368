import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';

const WITNESS = new URL('peak-memory.mjs', import.meta.url).href;

/** Milliseconds from start to end of a Node process on so many of the cores, and its peak memory in MB. */
export async function runNode(args, cores = availableParallelism()) {
  const note = join(tmpdir(), `zhizhen-bench-${process.pid}.txt`);
  const start = performance.now();
  const child = spawn('taskset', ['-c', `0-${cores - 1}`, process.execPath, '--import', WITNESS, ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, PEAK_MEMORY_NOTE: note },
  });
  const [code] = await once(child, 'exit');
  const ms = performance.now() - start;
  if (code !== 0) throw new Error(`node ${args.join(' ')} ended with ${code}`);
  const peakMB = Number(readFileSync(note, 'utf8')) / 1024;
  rmSync(note);
  return { ms, peakMB };
}
