import { EFFECTIVE, SELF, countsOf, questionsShown, readAnswer } from './answers.mjs';
import { ladderScore } from './ladder.mjs';
import { highestLevel, reaches, sum, traceLine } from './numbers.mjs';

/** The reference pack: the base items, and the scenes that are read off the smart-manufacturing answers. */
export function readSmeDigitalLevel(pack, imPack, mill) {
  const items = itemsOf(pack, mill, EFFECTIVE);
  const trace = items.map(({ question, points }) => traceLine(question.id, points, question.weight / 100));
  const score = scoreOf(items);
  const levelAt = (bound) => levelOf(pack, score[bound], scenesOf(pack, imPack, mill, bound));
  const level = levelAt('low');
  return {
    version: pack.version,
    score,
    selfScore: scoreOf(itemsOf(pack, mill, SELF)),
    level,
    levelIfUnknownsGoWell: levelAt('high'),
    counts: countsOf(items),
    dimensions: {},
    gates: [],
    blockers: level === 4 ? [] : blockersOf(pack, score.low, scenesOf(pack, imPack, mill, 'low'), level + 1),
    trace,
  };
}

export function readMiit2024(pack, imPack, mill) {
  const scenes = scenesOf(pack, imPack, mill, 'low');
  const baseScore = scoreOf(itemsOf(pack, mill, EFFECTIVE)).low;
  return {
    level: levelOf(pack, baseScore, scenes),
    baseScore,
    scenes: Object.fromEntries(scenes.map(({ id, level }) => [id, level])),
  };
}

function itemsOf(pack, mill, voice) {
  return questionsShown(pack, mill).map((question) => readAnswer(question, mill, voice));
}

function scoreOf(items) {
  const got = (bound) => sum(items.map(({ question, points }) => (question.weight * points[bound]) / 100));
  return { low: got('low'), high: got('high') };
}

/** Each scene's level 0..4, null where all its questions dropped out. */
function scenesOf(pack, imPack, mill, bound) {
  const { answers } = ladderScore(imPack, mill, EFFECTIVE);
  const rungOf = (id) => answers.find(({ question, state }) => question.id === id && state !== 'na')?.rung[bound];
  return pack.scenes.map(({ id, constrained, questions }) => {
    const asked = questions.filter((question) => rungOf(question.id) !== undefined);
    const levels = asked.map((question) => {
      const rung = rungOf(question.id);
      return rung >= question.fromRung ? Math.min(Math.floor(rung), 4) : 0;
    });
    return {
      id,
      constrained,
      questions: asked.map((question) => question.id),
      level: levels.length === 0 ? null : Math.max(...levels),
    };
  });
}

function levelOf(pack, score, scenes) {
  return highestLevel(
    4,
    0,
    (level) => reaches(score, pack.levels.thresholds[level - 1]) && enough(pack, scenes, level),
  );
}

function enough(pack, scenes, level) {
  const needs = pack.sceneNeeds[level - 1];
  const there = scenes.filter((scene) => scene.level !== null && scene.level >= level);
  return there.length >= needs.all && there.filter(({ constrained }) => constrained).length >= needs.constrained;
}

function blockersOf(pack, score, scenes, level) {
  const blockers = [];
  if (!reaches(score, pack.levels.thresholds[level - 1])) blockers.push({ level, rule: 'score', questions: [] });
  if (!enough(pack, scenes, level)) {
    const below = scenes.filter((scene) => scene.level !== null && scene.level < level);
    blockers.push({ level, rule: 'base', questions: below.flatMap(({ questions }) => questions) });
  }
  return blockers;
}
