import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { median } from '../support/median.mjs';
import { DEMO_DOSSIER, LAUNCH } from '../support/places.mjs';
import { rounded, tableLines } from '../support/table.mjs';
import { runNode } from './run-process.mjs';

const ROUNDS = 3;
const BATCHES = [
  { formats: 'json', sizes: [10, 50, 200, 500] },
  { formats: 'json,pdf', sizes: [10, 50] },
];

/** Folders of growing size by the command line; what one more dossier costs must not grow with them. */
export async function measureBatch(say) {
  const place = mkdtempSync(join(tmpdir(), 'zhizhen-bench-'));
  const batches = BATCHES.flatMap(({ formats, sizes }) => [1, ...sizes].map((size) => ({ formats, size, runs: [] })));
  for (const { size } of batches) fillFolder(join(place, `in-${size}`), size);
  for (let round = 1; round <= ROUNDS; round += 1) {
    say(`round ${round} of ${ROUNDS}`);
    for (const { formats, size, runs } of batches) {
      const out = join(place, 'out');
      runs.push(await runNode([LAUNCH, join(place, `in-${size}`), '--out', out, '--formats', formats]));
      rmSync(out, { recursive: true });
    }
  }
  rmSync(place, { recursive: true });
  const rows = withFurtherCost(
    batches.map(({ formats, size, runs }) => ({
      name: `${formats}, ${size}`,
      formats,
      size,
      ms: median(runs.map(({ ms }) => ms)),
      peakMB: Math.max(...runs.map(({ peakMB }) => peakMB)),
    })),
  );
  return { title: 'Command line, a folder of dossiers', rows, lines: linesOf(rows) };
}

/** The demo mills again and again under other ids. */
function fillFolder(folder, size) {
  const seeds = dirname(DEMO_DOSSIER);
  const mills = readdirSync(seeds).map((name) => JSON.parse(readFileSync(join(seeds, name), 'utf8')));
  mkdirSync(folder, { recursive: true });
  for (let i = 0; i < size; i += 1) {
    const id = `mill-${String(i).padStart(4, '0')}`;
    writeFileSync(join(folder, `${id}.json`), JSON.stringify({ ...mills[i % mills.length], id }));
  }
}

/** What each dossier beyond those of the next smaller batch took. */
function withFurtherCost(rows) {
  return rows.map((row, i) => {
    const smaller = rows[i - 1];
    const msFurther = row.size === 1 ? null : (row.ms - smaller.ms) / (row.size - smaller.size);
    return { ...row, msEach: row.ms / row.size, msFurther };
  });
}

function linesOf(rows) {
  return tableLines(
    ['formats, dossiers', 's', 'ms each', 'ms per further one', 'peak MB'],
    rows.map(({ name, ms, msEach, msFurther, peakMB }) => [
      name,
      rounded(ms / 1000, 2),
      rounded(msEach, 1),
      msFurther === null ? '-' : rounded(msFurther, 1),
      rounded(peakMB),
    ]),
  );
}
