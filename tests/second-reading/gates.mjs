import { highestLevel, reaches } from './numbers.mjs';

/** The state of a gate: `isMet` tells of an answered one. */
export function gateOf({ question, state, ...answer }, isMet) {
  if (state === 'na') return { id: question.id, state: 'not-applicable' };
  if (state === 'unknown') return { id: question.id, state: 'unknown' };
  return { id: question.id, state: isMet(answer) ? 'met' : 'failed' };
}

/** Level on a bound of the score; a failed gate caps it at 2, an unknown one too unless unknowns go well. */
export function cappedLevels(pack, score, gates) {
  if (score === null) return { level: null, levelIfUnknownsGoWell: null };
  const levelAt = (points, capped) => {
    const level = highestLevel(5, 1, (k) => reaches(points, pack.levels.thresholds[k - 1]));
    return capped ? Math.min(level, pack.gateCap) : level;
  };
  const has = (...states) => gates.some(({ state }) => states.includes(state));
  return {
    level: levelAt(score.low, has('failed', 'unknown')),
    levelIfUnknownsGoWell: levelAt(score.high, has('failed')),
  };
}

export function gateBlockers(pack, score, gates, level) {
  if (level === null || level === 5) return [];
  const blockers = [];
  if (!reaches(score.low, pack.levels.thresholds[level]))
    blockers.push({ level: level + 1, rule: 'score', questions: [] });
  const open = gates.filter(({ state }) => state === 'failed' || state === 'unknown').map(({ id }) => id);
  if (level + 1 > pack.gateCap && open.length > 0)
    blockers.push({ level: level + 1, rule: 'question', questions: open });
  return blockers;
}
