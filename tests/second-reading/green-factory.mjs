import { EFFECTIVE, SELF, countsOf, questionsShown, readAnswer } from './answers.mjs';
import { cappedLevels, gateBlockers, gateOf } from './gates.mjs';
import { simulatedShare } from './green-kpis.mjs';
import { dimensionsShown, traceOf } from './ladder.mjs';
import { reaches, traceLine, weightedMean } from './numbers.mjs';

/** Green factory: the simulated standard (0.6), the maturity of its own questions (0.4), eight gates. */
export function readGreenFactory(pack, mill) {
  const answers = questionsShown(pack, mill).map((question) => readAnswer(question, mill, EFFECTIVE));
  const parts = partsOf(pack, mill, answers);
  const score = together(parts);
  const gates = answers
    .filter(({ question }) => question.form.kind === 'gate')
    .map((answer) => gateOf(answer, ({ gate }) => gate === 'yes'));
  const levels = cappedLevels(pack, score, gates);
  const self = questionsShown(pack, mill).map((question) => readAnswer(question, mill, SELF));
  return {
    version: pack.version,
    score,
    selfScore: together(partsOf(pack, mill, self)),
    ...levels,
    counts: countsOf(answers),
    dimensions: dimensionsShown(parts.blocks),
    gates,
    blockers: gateBlockers(pack, score, gates, levels.level),
    trace: traceOfParts(pack, parts),
    parts: { sim: parts.sim, mat: parts.mat },
    readiness: readinessOf(parts.sim, gates),
  };
}

function partsOf(pack, mill, answers) {
  const items = pack.simItems.map(({ id, points }) => ({
    id,
    weight: points,
    score: itemPoints(pack, id, mill, answers),
  }));
  const blocks = pack.dimensions.map(({ id, weight }) => {
    const members = answers
      .filter(({ question, points }) => question.dimension === id && points !== null)
      .map(({ question, points }) => ({ id: question.id, weight: 1, score: points }));
    return { id, weight: weight[mill.type], members, score: weightedMean(members) };
  });
  return { items, blocks, sim: weightedMean(items), mat: weightedMean(blocks) };
}

/** 100 times the 0..1 of an item of the simulation; null where it drops out. */
function itemPoints(pack, id, mill, answers) {
  const share =
    id === 'GK4' ? platformShare(pack, answers) : id.startsWith('GK') ? simulatedShare(id, mill) : undefined;
  if (share === undefined) return answers.find(({ question }) => question.id === id).points;
  return share && { low: 100 * share.low, high: 100 * share.high };
}

function platformShare({ platform }, answers) {
  const { state, count } = answers.find(({ question }) => question.id === platform.question);
  if (state === 'na') return null;
  if (state === 'unknown') return { low: 0, high: 1 };
  const share = Math.min(count / platform.full, 1);
  return { low: share, high: share };
}

function together({ sim, mat }) {
  return weightedMean([
    { weight: 0.6, score: sim },
    { weight: 0.4, score: mat },
  ]);
}

/** KPIs first, then the questions; one that serves both parts has one line with both weights. */
function traceOfParts(pack, { items, blocks, sim, mat }) {
  const weightOfSim = sim === null ? 0 : mat === null ? 1 : 0.6;
  const scaled = (lines, by) => lines.map((line) => ({ ...line, weight: line.weight * by }));
  const both = [
    ...scaled(traceOf([{ weight: 1, members: items, score: sim }]), weightOfSim),
    ...scaled(traceOf(blocks), 1 - weightOfSim),
  ];
  const ids = [...pack.kpis, ...pack.questions].map(({ id }) => id);
  return ids.flatMap((id) => {
    const lines = both.filter(({ question }) => question === id);
    const weight = lines.reduce((all, line) => all + line.weight, 0);
    return lines.length === 0 ? [] : [traceLine(id, lines[0].points, weight)];
  });
}

function readinessOf(sim, gates) {
  const met = gates.every(({ state }) => state === 'met');
  const step = [
    ['national', 85],
    ['provincial', 75],
    ['municipal', 60],
  ].find(([, from]) => met && sim !== null && reaches(sim.low, from));
  return step?.[0] ?? 'foundation';
}
