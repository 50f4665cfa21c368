import { reaches } from '../indicators/comparison.ts';
import type { Blocker, Interval, PackResult } from '../schema/result.ts';
import { levelName, officialLevelName } from '../scoring/level-name.ts';
import { needsForNextLevel, type LevelNeed } from '../scoring/level-needs.ts';
import { highestLevel } from '../scoring/levels.ts';
import { shownDistance, shownPoints, shownScore } from '../scoring/shown-number.ts';
import type { Mill, Topic } from './report-input.ts';
import { textId } from './words.ts';

const MANY_IDS = 8;

/** A level in words: 2级（共5级）. */
export function levelText({ pack }: Pick<Topic, 'pack'>, level: number | null, { words }: Mill): string {
  return level === null ? words.say('no-level') : levelName(pack.levels, level, words.language);
}

/** The level that is sure, and the best that the unknowns leave open where that is another. */
export function openLevelText(
  { pack, result }: { readonly pack: Topic['pack']; readonly result: PackResult },
  mill: Mill,
): string {
  const { level, levelIfUnknownsGoWell: best } = result;
  const own = levelText({ pack }, level, mill);
  return best === null || best === level ? own : mill.words.say('tile-detail-range', { level: own, best });
}

/** The level of a topic with the official one beside it where there is one: 2级（共5级）、GB/T 39116 规范级（参考等级，非认证）. */
export function standingText(topic: Topic, mill: Mill): string {
  return withOfficialLevel(levelText(topic, topic.result.level, mill), topic, mill);
}

/** What is said of our own level, and behind it the official one where there is one. */
export function withOfficialLevel(own: string, { pack }: Topic, { result, words }: Mill): string {
  const official = officialLevelName(pack, result.indicative.gbt39116?.level, words.language);
  return [own, ...(official === null ? [] : [official])].join(words.say('list-separator'));
}

/** Which rule keeps a topic from its next level, and how much or how many more suffice, from this mill's data. */
export function nextLevelText(topic: Topic, mill: Mill): string {
  const { words } = mill;
  const { score, level, blockers } = topic.result;
  if (score === null || level === null) return words.say('next-none', { topic: topic.name });
  const next = level + 1;
  if (next > highestLevel(topic.pack.levels)) {
    return words.say('next-top', { topic: topic.name, level: levelText(topic, level, mill) });
  }
  return words.flow([
    scoreShortText(topic, score, next, mill),
    ...needsForNextLevel(mill, topic.id).map((need) => needText(need, topic, next, mill)),
    ...blockers
      .filter(({ rule }) => rule === 'question' && topic.pack.method !== 'ladder')
      .map((blocker) => gatesBlockText(topic, blocker, mill)),
  ]);
}

/** How many points the next level lacks, an interval where the score is one; where the unknowns decide it, that is said. */
function scoreShortText(topic: Topic, score: Interval, next: number, mill: Mill): string {
  const { words } = mill;
  const need = topic.pack.levels.thresholds[next - 1] ?? 0;
  const values = { topic: topic.name, level: levelText(topic, next, mill), score: shownScore(score), need };
  if (reaches(score.low, need)) return words.say('next-score-enough', values);
  const most = shownDistance(need - score.low);
  if (reaches(score.high, need)) return words.say('next-score-maybe', { ...values, short: most });
  const least = shownDistance(need - score.high);
  const short = least === most ? most : words.say('interval', { low: least, high: most });
  return words.say('next-score', { ...values, short });
}

function needText(need: LevelNeed, topic: Topic, next: number, mill: Mill): string {
  return mill.words.say(textId('next-', need.kind), {
    ...needValues(need, topic, mill),
    level: levelText(topic, next, mill),
    ids: idList(need.questions, mill),
  });
}

/** What the texts of a need name. */
export function needValues({ rung, total, have, need, more, questions }: LevelNeed, { pack }: Topic, mill: Mill) {
  const id = mill.question(questions[0] ?? '')?.dimension;
  const dimension = mill.words.pick(pack.dimensions.find((candidate) => candidate.id === id)?.name);
  return { rung, total, have: shownCount(have), need, more, dimension };
}

function shownCount(value: number): string {
  return Number.isInteger(value) ? String(value) : shownPoints(value);
}

function gatesBlockText(topic: Topic, blocker: Blocker, mill: Mill): string {
  const { words } = mill;
  const ids = idList(blocker.questions, mill);
  if (topic.pack.method === 'sme')
    return words.say('next-scenes', { level: levelText(topic, blocker.level, mill), ids });
  const inState = (state: 'failed' | 'unknown') =>
    blocker.questions.filter((id) => topic.result.gates.some((gate) => gate.id === id && gate.state === state));
  const said = (['failed', 'unknown'] as const).flatMap((state) => {
    const found = inState(state);
    return found.length === 0 ? [] : [words.say(textId('next-gates-', state), { ids: idList(found, mill) })];
  });
  return words.say('next-gates', {
    topic: topic.name,
    cap: 'gateCap' in topic.pack ? topic.pack.gateCap : '',
    gates: said.join(words.say('clause-separator')),
  });
}

function idList(ids: readonly string[], { words }: Mill): string {
  const shown = words.list(ids.slice(0, MANY_IDS));
  return ids.length > MANY_IDS ? `${shown}…` : shown;
}

/** Score for a sentence: `46.2` or `46.2–61.5`. */
export function scoreText(topic: Topic): string {
  return shownScore(topic.result.score);
}
