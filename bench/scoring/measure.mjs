import { contest } from '../support/contest.mjs';
import { effort } from '../support/effort.mjs';
import { loadProduct } from '../support/product.mjs';
import { AS_OF } from '../support/scored.mjs';
import { rounded, tableLines } from '../support/table.mjs';
import { LADDERS, SEED, WAYS } from './contestant.mjs';
import { randomDossiers } from './random-dossiers.mjs';

const MODULE = new URL('contestant.mjs', import.meta.url).href;
const ROUNDS = effort(5, 1);
const WARM_UPS = effort(1, 0);
const COMPARED = effort(500, 20);
const CONTESTANTS = [
  { way: 'whole', name: 'ZhiZhen, all packs, whole result', perRound: effort(2000, 20) },
  { way: 'ladders', name: 'ZhiZhen, the two ladder packs', perRound: effort(2000, 20) },
  { way: 'survey', name: 'SurveyJS 3.0.0, the two ladder packs', perRound: effort(100, 5) },
];
const MOST_DIFFERENCE = 1e-6;

/** Random dossiers scored on one core; no time counts unless SurveyJS comes to the same scores. */
export async function measureScoring(say) {
  const difference = await largestDifference();
  if (!(difference < MOST_DIFFERENCE)) throw new Error(`SurveyJS comes to other scores, by up to ${difference}`);
  say(`${COMPARED} dossiers scored alike, to ${difference.toExponential(1)}`);
  const results = await contest(
    CONTESTANTS.map(({ way, name, perRound }) => ({ name, module: MODULE, setup: { way, perRound } })),
    { warmUps: WARM_UPS, rounds: ROUNDS, slowMs: Infinity, say },
  );
  const speeds = results.map(({ ms, perRound }) => (1000 * perRound) / ms);
  const rows = results.map((result, i) => ({
    ...result,
    dossiers: ROUNDS * result.perRound,
    perSecond: speeds[i],
    ratio: speeds[i] / speeds.at(-1),
  }));
  const title = `Scoring, one core (${COMPARED} dossiers compared, largest difference ${difference.toExponential(1)})`;
  return { title, rows, lines: linesOf(rows) };
}

/** Of all bounds of all scores of the dossiers that come first in the row. */
async function largestDifference() {
  const product = await loadProduct();
  const packs = LADDERS.map((id) => product.shippedPacks[id]);
  const [whole, ladders, survey] = await Promise.all(CONTESTANTS.map(({ way }) => WAYS[way](product, packs)));
  const row = randomDossiers(SEED, product);
  let largest = 0;
  for (let i = 0; i < COMPARED; i += 1) {
    const dossier = product.Dossier.parse(row.next().value);
    const diagnosis = product.diagnosisToScore(dossier, AS_OF);
    const result = whole.score(whole.input(dossier, diagnosis)).packs;
    const ours = LADDERS.map((id) => result[id].score);
    for (const { input, score } of [ladders, survey]) {
      score(input(dossier, diagnosis)).forEach((other, k) => {
        largest = Math.max(largest, Math.abs(other.low - ours[k].low), Math.abs(other.high - ours[k].high));
      });
    }
  }
  return largest;
}

function linesOf(rows) {
  return tableLines(
    ['scorer', 'dossiers', 'per second', 'x SurveyJS', 'peak MB'],
    rows.map(({ name, dossiers, perSecond, ratio, peakMB }) => [
      name,
      dossiers,
      rounded(perSecond),
      rounded(ratio),
      rounded(peakMB),
    ]),
  );
}
