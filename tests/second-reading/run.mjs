import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { differences } from './compare.mjs';
import { secondReading } from './reading.mjs';

const LAUNCH = fileURLToPath(new URL('../../electron/cli/launch.mjs', import.meta.url));

/**
 * Has the command line diagnose the dossiers as a user does and reads each of them a second time; gives `{ dossier, found }`
 * for each on which the two differ. Throws where the command line refuses one.
 */
export function readTwice(dossiers, asOf) {
  const folder = mkdtempSync(join(tmpdir(), 'zhizhen-second-reading-'));
  try {
    const [given, out] = [join(folder, 'dossiers'), join(folder, 'results')];
    mkdirSync(given);
    for (const dossier of dossiers) writeFileSync(join(given, `${dossier.id}.json`), JSON.stringify(dossier));
    diagnose(given, out, asOf);
    return dossiers
      .map((dossier) => {
        const result = JSON.parse(readFileSync(join(out, dossier.id, 'result.json'), 'utf8'));
        return { dossier, found: differences(result, secondReading(dossier, asOf)) };
      })
      .filter(({ found }) => found.length > 0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function diagnose(given, out, asOf) {
  const args = [LAUNCH, given, '--formats', 'json', '--out', out, '--as-of', asOf];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`diagnose ended with ${status}: ${stderr}`);
}
