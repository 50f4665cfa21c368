import { contest } from '../support/contest.mjs';
import { effort } from '../support/effort.mjs';
import { rounded, tableLines } from '../support/table.mjs';

const MODULE = new URL('memory-contestant.mjs', import.meta.url).href;
const PER_RUN = effort(250, 5);
const RUNS = effort(8, 2);

/** What the mirror holds in memory and on the disk after one enterprise was copied two thousand times. */
export async function measureMirrorMemory(say) {
  const [{ held }] = await contest([{ name: 'ZhiZhen', module: MODULE, setup: { perRun: PER_RUN } }], {
    warmUps: 0,
    rounds: RUNS,
    slowMs: Infinity,
    say: (round) => say(`copies of one, ${round}`),
  });
  return { rows: held, lines: linesOf(held) };
}

function linesOf(held) {
  return tableLines(
    ['copies of one enterprise', 'heap MB', 'RSS MB', 'files left', 'ms each', '% flushing'],
    held.map(({ written, heapMB, rssMB, files, msEach, flushShare }) => [
      written,
      rounded(heapMB, 1),
      rounded(rssMB),
      files,
      msEach === null ? '-' : rounded(msEach, 1),
      flushShare === null ? '-' : rounded(100 * flushShare),
    ]),
  );
}
