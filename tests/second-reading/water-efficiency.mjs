import { EFFECTIVE, SELF, countsOf, questionsShown, readAnswer } from './answers.mjs';
import { cappedLevels, gateBlockers, gateOf } from './gates.mjs';
import { dimensionsShown, traceOf } from './ladder.mjs';
import { UNKNOWN_POINTS, exactly, traceLine, weightedMean } from './numbers.mjs';
import { waterKpi } from './water-kpis.mjs';

/** Water efficiency: KPIs 60, management 40, a bonus for non-conventional water, three gates. */
export function readWaterEfficiency(pack, mill) {
  const answers = readAll(pack, mill, EFFECTIVE);
  const dimensions = dimensionsOf(pack, mill, answers);
  const { before, score, bonusLine } = withBonus(dimensions, mill);
  const gates = answers
    .filter(({ question }) => question.dimension === 'GATE')
    .map((answer) => gateOf(answer, ({ rung }) => rung.low >= answer.question.form.metFrom));
  const levels = cappedLevels(pack, score, gates);
  const kpiLines = traceOf(dimensions);
  const lastKpi = kpiLines.filter(({ question }) => /^K\d/.test(question)).length;
  return {
    version: pack.version,
    score,
    selfScore: withBonus(dimensionsOf(pack, mill, readAll(pack, mill, SELF)), mill).score,
    ...levels,
    counts: countsOf(answers),
    dimensions: dimensionsShown(dimensions),
    gates,
    blockers: gateBlockers(pack, score, gates, levels.level),
    trace: before === null ? [] : [...kpiLines.slice(0, lastKpi), bonusLine, ...kpiLines.slice(lastKpi)],
  };
}

function readAll(pack, mill, voice) {
  return questionsShown(pack, mill).map((question) => readAnswer(question, mill, voice));
}

/** The weight of a KPI at this site; a dry mill is asked for K3w with water-jet looms and for K5 without. */
export function kpiWeight({ id, weight }, mill) {
  if (mill.wet) return weight.wet;
  if (id === 'K3w') return mill.waterJet ? weight.dry : 0;
  if (id === 'K5') return mill.waterJet ? 0 : weight.dry;
  return weight.dry;
}

function dimensionsOf(pack, mill, answers) {
  const kpis = pack.kpis
    .map((kpi) => ({ id: kpi.id, weight: kpiWeight(kpi, mill) }))
    .filter(({ weight }) => weight > 0)
    .map((kpi) => ({ ...kpi, score: pointsOf(waterKpi(kpi.id, mill)) }));
  const management = answers
    .filter(({ question }) => question.dimension === 'MGT')
    .map(({ question, points }) => ({ id: question.id, weight: question.weight, score: points }));
  const members = { KPI: kpis, MGT: management };
  return pack.dimensions.map(({ id, weight }) => ({
    id,
    weight: weight[mill.type],
    members: members[id],
    score: weightedMean(members[id]),
  }));
}

function pointsOf(kpi) {
  if (kpi === 'na') return null;
  return kpi.points === null ? UNKNOWN_POINTS : exactly(kpi.points);
}

function withBonus(dimensions, mill) {
  const before = weightedMean(dimensions);
  if (before === null) return { before, score: null };
  const points = pointsOf(waterKpi('K9', mill));
  const capped = (bound) => Math.min(100, before[bound] + (points[bound] * 3) / 100);
  const score = { low: capped('low'), high: capped('high') };
  const contribution = { low: score.low - before.low, high: score.high - before.high };
  return { before, score, bonusLine: { ...traceLine('K9', points, 0), contribution } };
}
