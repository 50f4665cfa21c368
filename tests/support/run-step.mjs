import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Runs a command of the project; prints its name and seconds, and what it said where it failed.
 * @param {string} name
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<boolean>} whether it passed
 */
export async function runStep(name, command, args) {
  const start = performance.now();
  const run = spawn(command, args, { cwd: PROJECT, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = [];
  for (const stream of [run.stdout, run.stderr]) stream.on('data', (part) => said.push(part));
  const [code] = await once(run, 'close');
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${name}: ${code === 0 ? 'passed' : 'FAILED'} in ${seconds} s`);
  if (code !== 0) process.stdout.write(Buffer.concat(said));
  return code === 0;
}
