import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'electron-builder';
import { buildProgram } from './build-program.mjs';

/** Makes the installers of this machine's platform and the list of their SHA-256 (docs/packaging.md). */
const PROJECT = fileURLToPath(new URL('../', import.meta.url));
const INSTALLERS = join(PROJECT, 'out', 'installers');

await buildProgram();
const installers = await build({ projectDir: PROJECT, publish: 'never' });
const lines = await Promise.all(installers.map(async (path) => `${await sha256(path)}  ${basename(path)}\n`));
await writeFile(join(INSTALLERS, `SHA256SUMS-${process.platform}.txt`), lines.sort().join(''));

async function sha256(path) {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
}
