import { contest } from '../support/contest.mjs';
import { effort } from '../support/effort.mjs';
import { rounded, tableLines } from '../support/table.mjs';

const MODULE = new URL('backup-contestant.mjs', import.meta.url).href;
const ENTERPRISES = effort(500, 5);
/** Each further round changes every enterprise once more; fewer than the copies that the mirror keeps at the least. */
const ROUNDS = effort(3, 1);
const WRITERS = { writeFile: 'fs.writeFile', flushed: '  and flushed', cp: 'cp -r' };
const STEPS = [
  { step: 'first', title: 'first copy of all', peers: WRITERS },
  { step: 'changed', title: 'one change in each', peers: WRITERS },
  { step: 'same', title: 'no change in any', peers: {} },
  { step: 'list', title: 'listed at the start', peers: { sha256sum: 'sha256sum' } },
  { step: 'compare', title: 'listed and compared', peers: {} },
];

/** The copies of many enterprises, beside the same files written plainly. */
export async function measureBackup(say) {
  const rows = [];
  for (const { step, title, peers } of STEPS) {
    const contestants = Object.entries({ ours: 'ZhiZhen', ...peers }).map(([who, name]) => ({
      name,
      module: MODULE,
      setup: { work: `${who}, ${step}`, count: ENTERPRISES },
    }));
    const results = await contest(contestants, {
      warmUps: 1,
      rounds: ROUNDS,
      slowMs: Infinity,
      say: (round) => say(`${title}, ${round}`),
    });
    const base = results[1]?.ms ?? null;
    for (const result of results) rows.push({ step: title, ...result, ratio: base === null ? null : result.ms / base });
  }
  return { rows, lines: linesOf(rows) };
}

function linesOf(rows) {
  return tableLines(
    [`backup of ${ENTERPRISES}`, 's', 'ms each', 'x plain', 'flushes', '% of the time', 'MB on disk'],
    rows.map(({ step, name, ms, ratio, flushes, flushShare, bytes }) => [
      name === 'ZhiZhen' ? `${step}: ${name}` : `  ${name}`,
      rounded(ms / 1000, 2),
      rounded(ms / ENTERPRISES, 2),
      ratio === null ? '-' : rounded(ratio, 2),
      flushes,
      rounded(100 * flushShare),
      rounded(bytes / 1e6, 1),
    ]),
  );
}
