import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { effort } from '../support/effort.mjs';
import { median } from '../support/median.mjs';
import { DEMO_DOSSIER, LAUNCH } from '../support/places.mjs';
import { rounded, tableLines } from '../support/table.mjs';
import { runNode } from './run-process.mjs';

const ROUNDS = effort(3, 1);
/** A larger batch runs once: what is by chance in it is small. */
const LARGE = 5000;
const BATCHES = [
  { formats: 'json', sizes: effort([100, 1000, 10_000], [30]) },
  { formats: 'brief', sizes: effort([50, 500], [2]) },
  { formats: 'json,pdf', sizes: effort([10, 50], [2]) },
];
const ALL_CORES = availableParallelism();
const CORES = ALL_CORES === 1 ? [1] : [1, ALL_CORES];

/** Folders of growing size by the command line, on one core and on all; what one more dossier costs must not grow with them. */
export async function measureBatch(say) {
  const place = mkdtempSync(join(tmpdir(), 'zhizhen-bench-'));
  const batches = BATCHES.flatMap(({ formats, sizes }) =>
    CORES.flatMap((cores) => [1, ...sizes].map((size) => ({ formats, cores, size, runs: [] }))),
  );
  for (const { size } of batches) fillFolder(join(place, `in-${size}`), size);
  for (let round = 1; round <= ROUNDS; round += 1)
    for (const { formats, cores, size, runs } of batches) {
      if (round > 1 && size >= LARGE) continue;
      say(`round ${round} of ${ROUNDS}: ${formats}, ${cores} of the cores, ${size}`);
      const out = join(place, 'out');
      runs.push(await runNode([LAUNCH, join(place, `in-${size}`), '--out', out, '--formats', formats], cores));
      rmSync(out, { recursive: true });
    }
  rmSync(place, { recursive: true });
  const rows = withComparisons(
    batches.map(({ runs, ...batch }) => ({
      ...batch,
      ms: median(runs.map(({ ms }) => ms)),
      peakMB: Math.max(...runs.map(({ peakMB }) => peakMB)),
    })),
  );
  return { title: 'Command line, a folder of dossiers', rows, lines: linesOf(rows) };
}

/** The demo mills again and again under other ids and names. */
function fillFolder(folder, size) {
  const seeds = dirname(DEMO_DOSSIER);
  const mills = readdirSync(seeds).map((name) => JSON.parse(readFileSync(join(seeds, name), 'utf8')));
  mkdirSync(folder, { recursive: true });
  for (let i = 0; i < size; i += 1) {
    const id = `mill-${String(i).padStart(5, '0')}`;
    const mill = mills[i % mills.length];
    const enterprise = { ...mill.enterprise, name: `示例纺织厂${i}`, uscc: undefined };
    writeFileSync(join(folder, `${id}.json`), JSON.stringify({ ...mill, id, enterprise }));
  }
}

/** What each dossier beyond those of the next smaller batch took, and how many times as long the batch takes on one core. */
function withComparisons(rows) {
  return rows.map((row, i) => {
    const smaller = rows[i - 1];
    const msFurther = row.size === 1 ? null : (row.ms - smaller.ms) / (row.size - smaller.size);
    const alone = rows.find((other) => other.formats === row.formats && other.size === row.size && other.cores === 1);
    return { ...row, msEach: row.ms / row.size, msFurther, timesOneCore: alone.ms / row.ms };
  });
}

function linesOf(rows) {
  return tableLines(
    ['formats, dossiers', 'cores', 's', 'ms each', 'ms per further one', 'x one core', 'peak MB'],
    rows.map(({ formats, size, cores, ms, msEach, msFurther, timesOneCore, peakMB }) => [
      `${formats}, ${size}`,
      cores,
      rounded(ms / 1000, 2),
      rounded(msEach, 1),
      msFurther === null ? '-' : rounded(msFurther, 1),
      rounded(timesOneCore, 2),
      rounded(peakMB),
    ]),
  );
}
