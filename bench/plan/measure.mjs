import { contest } from '../support/contest.mjs';
import { effort } from '../support/effort.mjs';
import { median } from '../support/median.mjs';
import { quantile } from '../support/quantile.mjs';
import { rounded, tableLines } from '../support/table.mjs';

const MODULE = new URL('contestant.mjs', import.meta.url).href;
const MILLS = effort(200, 5);
const WORKS = [
  { work: 'three aims', name: 'the three aims', targetMs: 150 },
  { work: 'plan', name: 'whole plan, expected scores included', targetMs: null },
  { work: 'firmness', name: 'firm or not: 100 draws of one plan', targetMs: 10_000, mills: effort(5, 1) },
  { work: 'what-if', name: 'what-if: one measure ticked, scored again', targetMs: 16 },
];
const WARM_UPS = effort(5, 0);

/** Random mills with the real catalogue, each at a budget of its own; every mill once, on one core. */
export async function measurePlan(say) {
  const rows = [];
  for (const { work, name, targetMs, mills = MILLS } of WORKS) {
    say(name);
    const [result] = await contest([{ name, module: MODULE, setup: { work, count: MILLS } }], {
      warmUps: mills < MILLS ? 0 : WARM_UPS,
      rounds: mills,
      slowMs: Infinity,
      say: () => {},
    });
    rows.push(rowOf(result, targetMs));
  }
  return { title: `The plan of a mill, ${MILLS} random mills, one core`, rows, lines: linesOf(rows) };
}

function rowOf({ name, times, described, peakMB }, targetMs) {
  const choices = described.slice(-times.length).filter(({ proven }) => proven !== undefined);
  const open = choices.filter(({ proven }) => !proven).map(({ gap }) => gap);
  return {
    name,
    ms: median(times),
    p95: quantile(times, 0.95),
    slowest: Math.max(...times),
    targetMs,
    withinTarget: targetMs === null ? null : times.filter((ms) => ms <= targetMs).length / times.length,
    offers: choices.length === 0 ? null : median(choices.map(({ offers }) => offers)),
    proven: choices.length === 0 ? null : 1 - open.length / choices.length,
    gapOfOthers: open.length === 0 ? null : { median: median(open), largest: Math.max(...open) },
    peakMB,
  };
}

function linesOf(rows) {
  const percent = (share) => (share === null ? '-' : `${rounded(100 * share, 1)}`);
  return tableLines(
    ['work', 'median ms', 'p95', 'worst', 'target', '% within', '% proven', 'gap % median', 'gap % most', 'peak MB'],
    rows.map(({ name, ms, p95, slowest, targetMs, withinTarget, proven, gapOfOthers, peakMB }) => [
      name,
      rounded(ms, 1),
      rounded(p95, 1),
      rounded(slowest, 1),
      targetMs ?? '-',
      percent(withinTarget),
      percent(proven),
      percent(gapOfOthers?.median ?? null),
      percent(gapOfOthers?.largest ?? null),
      rounded(peakMB),
    ]),
  );
}
