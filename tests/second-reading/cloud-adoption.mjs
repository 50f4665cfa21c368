import { readLadder } from './ladder.mjs';
import { highestLevel, reaches } from './numbers.mjs';

/** Cloud adoption: score, and three conditions that hold from a level up. */
export function readCloudAdoption(pack, mill) {
  return readLadder(pack, mill, levelOf, blockersOf);
}

function levelOf(pack, scored, bound) {
  return highestLevel(
    5,
    0,
    (level) =>
      reaches(scored.score[bound], pack.levels.thresholds[level - 1]) &&
      failedConditions(scored.answers, level, bound).length === 0,
  );
}

/** The questions in the way of the conditions that do not hold, cumulative up to the level. */
function failedConditions(answers, level, bound) {
  const asked = answers.filter(({ state }) => state !== 'na');
  const of = (prefix) => asked.filter(({ question }) => question.id.startsWith(prefix));
  const below = (some, rung) => some.filter((answer) => answer.rung[bound] < rung);
  const conditions = [
    { from: 3, fails: appsAtRung3(of('CL-APP-'), bound), inTheWay: below(of('CL-APP-'), 3) },
    { from: 4, fails: below(of('CL-DEV-01'), 3).length > 0, inTheWay: below(of('CL-DEV-01'), 3) },
    { from: 5, fails: below(of('CL-DAT-01'), 4).length > 0, inTheWay: below(of('CL-DAT-01'), 4) },
    { from: 5, fails: meanBelow3(of('CL-SEC-'), bound), inTheWay: below(of('CL-SEC-'), 3) },
  ];
  return conditions
    .filter(({ from, fails }) => from <= level && fails)
    .flatMap(({ inTheWay }) => inTheWay.map(({ question }) => question.id));
}

function appsAtRung3(apps, bound) {
  const there = apps.filter(({ rung }) => rung[bound] >= 3).length;
  return there < Math.min(3, apps.length);
}

function meanBelow3(security, bound) {
  if (security.length === 0) return false;
  const total = security.reduce((all, { rung }) => all + rung[bound], 0);
  return !reaches(total / security.length, 3);
}

function blockersOf(pack, scored, level) {
  const score = reaches(scored.score.low, pack.levels.thresholds[level - 1])
    ? []
    : [{ level, rule: 'score', questions: [] }];
  const inTheWay = failedConditions(scored.answers, level, 'low');
  return inTheWay.length === 0 ? score : [...score, { level, rule: 'question', questions: inTheWay }];
}
