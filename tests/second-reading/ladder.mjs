import { countsOf, EFFECTIVE, questionsShown, readAnswer, SELF } from './answers.mjs';
import { traceLine, weightedMean } from './numbers.mjs';

/** What both packs of rungs come to; they differ in what a level needs, and so in what keeps from the next. */
export function readLadder(pack, mill, levelOf, blockersOf) {
  const scored = ladderScore(pack, mill, EFFECTIVE);
  const levelAt = (bound) => scored.score && levelOf(pack, scored, bound);
  const level = levelAt('low');
  return {
    version: pack.version,
    score: scored.score,
    selfScore: ladderScore(pack, mill, SELF).score,
    level,
    levelIfUnknownsGoWell: levelAt('high'),
    counts: scored.counts,
    dimensions: dimensionsShown(scored.dimensions),
    gates: [],
    blockers: level === null || level === 5 ? [] : blockersOf(pack, scored, level + 1),
    trace: traceOf(scored.dimensions),
  };
}

/** Dimensions, score and trace of a pack whose dimensions are weighted means of its questions. */
export function ladderScore(pack, mill, voice) {
  const answers = questionsShown(pack, mill).map((question) => readAnswer(question, mill, voice));
  const dimensions = pack.dimensions.map(({ id, weight }) => {
    const members = answers
      .filter(({ question, points }) => question.dimension === id && points !== null)
      .map((answer) => ({ id: answer.question.id, weight: answer.question.weight, score: answer.points }));
    return { id, weight: weight[mill.type], members, score: weightedMean(members) };
  });
  return { answers, counts: countsOf(answers), dimensions, score: weightedMean(dimensions) };
}

/** One line for each member of each dimension that did not drop out, weights re-spread to 1. */
export function traceOf(dimensions) {
  const present = dimensions.filter(({ score }) => score !== null);
  const total = present.reduce((all, { weight }) => all + weight, 0);
  return present.flatMap(({ weight, members }) => {
    const counted = members.filter(({ score }) => score !== null);
    const inside = counted.reduce((all, member) => all + member.weight, 0);
    return counted.map((member) => traceLine(member.id, member.score, (weight / total) * (member.weight / inside)));
  });
}

export function dimensionsShown(dimensions) {
  return Object.fromEntries(dimensions.map(({ id, weight, score }) => [id, { score, weight }]));
}
