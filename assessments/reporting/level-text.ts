import type { Blocker } from '../schema/result.ts';
import { levelName, officialLevelName } from '../scoring/level-name.ts';
import { highestLevel } from '../scoring/levels.ts';
import { shownDistance, shownPoints, shownScore } from '../scoring/shown-number.ts';
import { askedOfBase } from './base-questions.ts';
import type { Mill, Topic } from './report-input.ts';

const MANY_IDS = 8;

/** A level in words: 2级（共5级）. */
export function levelText({ pack }: Pick<Topic, 'pack'>, level: number | null, { words }: Mill): string {
  return level === null ? words.say('no-level') : levelName(pack.levels, level, words.language);
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

/** Which rule and which questions keep a topic from its next level, from this mill's data. */
export function nextLevelText(topic: Topic, mill: Mill): string {
  const { words } = mill;
  const { score, level, blockers } = topic.result;
  if (score === null || level === null) return words.say('next-none', { topic: topic.name });
  const next = level + 1;
  if (next > highestLevel(topic.pack.levels)) {
    return words.say('next-top', { topic: topic.name, level: levelText(topic, level, mill) });
  }
  const need = topic.pack.levels.thresholds[next - 1] ?? 0;
  const values = {
    topic: topic.name,
    level: levelText(topic, next, mill),
    score: shownPoints(score.low),
    need,
  };
  const lacksScore = blockers.some((blocker) => blocker.rule === 'score');
  return words.flow([
    lacksScore
      ? words.say('next-score', { ...values, short: shownDistance(need - score.low) })
      : words.say('next-score-enough', values),
    ...blockers.filter((blocker) => blocker.rule !== 'score').map((blocker) => blockerText(topic, blocker, mill)),
  ]);
}

function blockerText(topic: Topic, blocker: Blocker, mill: Mill): string {
  const { words } = mill;
  const level = levelText(topic, blocker.level, mill);
  const ids = idList(blocker.questions, mill);
  if (topic.pack.method === 'sme') return words.say('next-scenes', { level, ids });
  if (blocker.rule === 'base') {
    const total = askedOfBase(topic, mill);
    return words.say('next-base', {
      level,
      total,
      wide: blocker.level - 1,
      half: blocker.level,
      count: blocker.questions.length,
      ids,
    });
  }
  if (topic.pack.method === 'ladder') return words.say('next-rules', { level, ids });
  return words.say('next-gates', { topic: topic.name, cap: topic.pack.gateCap, ids });
}

function idList(ids: readonly string[], { words }: Mill): string {
  const shown = words.list(ids.slice(0, MANY_IDS));
  return ids.length > MANY_IDS ? `${shown}…` : shown;
}

/** Score for a sentence: `46.2` or `46.2–61.5`. */
export function scoreText(topic: Topic): string {
  return shownScore(topic.result.score);
}
