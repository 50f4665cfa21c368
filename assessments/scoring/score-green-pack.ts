import { reaches } from '../indicators/comparison.ts';
import { kpiObject } from '../kpis/kpis.ts';
import type { KpiId } from '../schema/ids.ts';
import type { GreenPack } from '../schema/pack.ts';
import type { GateResult, Interval, PackResult, Readiness } from '../schema/result.ts';
import { countStates, scored, type AskedQuestion } from './asked-questions.ts';
import { exactly, UNKNOWN_POINTS } from './interval.ts';
import { cappedLevel, gatedBlockers, NOTHING_SCORED } from './levels.ts';
import { gateResults } from './gate-results.ts';
import type { ReadMill } from './read-mill.ts';
import { dimensionResults, mergeLines, scoreOfGroups, traceOf, groupScore, type Group, type Item } from './trace.ts';

/** Green factory: simulated GB/T 36132-2025 score and maturity of management (docs/method.md). */
export function scoreGreenPack(mill: ReadMill, asked: readonly AskedQuestion[]): Omit<PackResult, 'selfScore'> {
  const { green: pack } = mill;
  const gates = gateResults(asked);
  const simulated: Group = { id: 'sim', weight: pack.simWeight, items: simulatedItems(mill, asked) };
  const blocks = maturityBlocks(pack, asked);
  const sim = groupScore(simulated);
  const mat = scoreOfGroups(blocks);
  const weighted = [simulated, ...shareOut(blocks, 1 - pack.simWeight)];
  const score = scoreOfGroups(weighted);
  const states = gates.map((gate) => gate.state);
  const level = score === null ? null : cappedLevel(pack.levels, score.low, states, pack.gateCap, 'low');
  return {
    version: pack.version,
    score,
    ...(score === null || level === null
      ? NOTHING_SCORED
      : { level, levelIfUnknownsGoWell: cappedLevel(pack.levels, score.high, states, pack.gateCap, 'high') }),
    counts: countStates(asked),
    dimensions: dimensionResults(blocks),
    gates,
    blockers: score === null || level === null ? [] : gatedBlockers(pack.levels, level, score.low, gates, pack.gateCap),
    trace: inPackOrder(pack, mergeLines(traceOf(weighted))),
    parts: { sim, mat },
    readiness: readinessOf(pack, sim, gates),
  };
}

/** Items of the simulated score, each 0..100: KPIs between their base and lead anchors, questions by their option. */
function simulatedItems({ green, readings }: ReadMill, asked: readonly AskedQuestion[]): Item[] {
  const byId = new Map<string, AskedQuestion>(asked.map((entry) => [entry.question.id, entry]));
  return green.simItems.flatMap(({ id, points }): Item[] => {
    const worth = byId.has(id) ? questionPoints(byId.get(id)) : kpiPoints(id as KpiId, green, readings, byId);
    return worth === null ? [] : [{ id, weight: points, points: worth }];
  });
}

/** Null where the question drops out. */
function questionPoints(entry: AskedQuestion | undefined): Interval | null {
  return entry === undefined || entry.state === 'not-applicable' ? null : entry.points;
}

/** Null where the KPI drops out. */
function kpiPoints(
  id: KpiId,
  green: GreenPack,
  readings: ReadMill['readings'],
  asked: ReadonlyMap<string, AskedQuestion>,
): Interval | null {
  const kpi = kpiObject(id);
  if (kpi.kind === 'answer') {
    const entry = asked.get(kpi.question(green));
    return entry?.standing == null ? questionPoints(entry) : exactly(kpi.points(entry.standing.ticks.size, green));
  }
  const reading = readings.get(id);
  if (reading?.state === 'not-applicable') return null;
  return reading?.state === 'known' ? exactly(kpi.points(reading.value, reading)) : UNKNOWN_POINTS;
}

function maturityBlocks(pack: GreenPack, asked: readonly AskedQuestion[]): Group[] {
  return pack.dimensions.map((dimension) => ({
    id: dimension.id,
    weight: dimension.weight.process,
    items: scored(asked)
      .filter((entry) => entry.question.dimension === dimension.id)
      .map((entry) => ({ id: entry.question.id, weight: entry.question.weight, points: entry.points })),
  }));
}

/** The blocks with their weights re-spread to sum to `whole`; blocks that dropped out take no part. */
function shareOut(blocks: readonly Group[], whole: number): Group[] {
  const present = blocks.filter((block) => block.items.length > 0);
  const total = present.reduce((sum, block) => sum + block.weight, 0);
  return present.map((block) => ({ ...block, weight: (whole * block.weight) / total }));
}

/** KPIs first, then the questions. */
function inPackOrder<T extends { readonly question: string }>(pack: GreenPack, lines: readonly T[]): T[] {
  const order = [
    ...pack.kpis.map((kpi) => kpi.id as string),
    ...pack.questions.map((question) => question.id as string),
  ];
  return [...lines].sort((a, b) => order.indexOf(a.question) - order.indexOf(b.question));
}

/** Simulated readiness on the low bound; only with every gate met. */
function readinessOf(pack: GreenPack, sim: Interval | null, gates: readonly GateResult[]): Readiness {
  const allMet = gates.every((gate) => gate.state === 'met');
  const reached = pack.readiness.find((step) => allMet && sim !== null && reaches(sim.low, step.sim));
  return (reached?.id as Readiness | undefined) ?? 'foundation';
}
