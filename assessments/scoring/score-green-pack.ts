import { reaches } from '../indicators/comparison.ts';
import type { KnownReading, Reading } from '../indicators/readings.ts';
import type { GreenPack } from '../schema/pack.ts';
import type { GateResult, Interval, PackResult, Readiness } from '../schema/result.ts';
import { askQuestions, countStates, scored, type AskedQuestion, type Respondent } from './asked-questions.ts';
import { exactly, UNKNOWN_POINTS } from './interval.ts';
import { cappedLevel, gatedBlockers, NOTHING_SCORED } from './levels.ts';
import { dimensionResults, mergeLines, scoreOfGroups, traceOf, groupScore, type Group, type Item } from './trace.ts';

export type GreenReadings = ReadonlyMap<string, Reading>;

/** Green factory: simulated GB/T 36132-2025 score and maturity of management (docs/method.md). */
export function scoreGreenPack(
  pack: GreenPack,
  readings: GreenReadings,
  respondent: Respondent,
): Omit<PackResult, 'selfScore'> {
  const asked = askQuestions(pack.questions, respondent);
  const gates = gateResults(asked);
  const simulated: Group = { id: 'sim', weight: pack.simWeight, items: simulatedItems(pack, readings, asked) };
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

/** Items of the simulated score, each 0..100 between its base (40) and its lead (85) anchor. */
function simulatedItems(pack: GreenPack, readings: GreenReadings, asked: readonly AskedQuestion[]): Item[] {
  return pack.simItems.flatMap(({ id, points }): Item[] => {
    const answered = asked.find((entry) => entry.question.id === (id === 'GK4' ? pack.platform.question : id));
    if (answered !== undefined) {
      if (answered.state === 'not-applicable') return [];
      return [{ id, weight: points, points: id === 'GK4' ? platformPoints(pack, answered) : answered.points }];
    }
    const reading = readings.get(id);
    if (reading?.state === 'not-applicable') return [];
    return [
      {
        id,
        weight: points,
        points: reading?.state === 'known' ? exactly(simulatedPoints(reading)) : UNKNOWN_POINTS,
      },
    ];
  });
}

/** GK4: functions ticked against the number that gives full marks. */
function platformPoints(pack: GreenPack, entry: AskedQuestion): Interval {
  return entry.state === 'unknown' ? UNKNOWN_POINTS : exactly(100 * Math.min(entry.ticked / pack.platform.full, 1));
}

/** 0 at the 40-point anchor, 100 at the 85-point anchor, linear between. */
export function simulatedPoints({ value, anchors }: KnownReading): number {
  const lead = anchors[1];
  const base = anchors[3];
  return 100 * Math.min(1, Math.max(0, (value - base) / (lead - base)));
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

function gateResults(asked: readonly AskedQuestion[]): GateResult[] {
  return asked
    .filter((entry) => entry.question.form.kind === 'gate')
    .map((entry) => ({
      id: entry.question.id,
      state: entry.state !== 'answered' ? entry.state : entry.rung.low === 1 ? 'met' : 'failed',
    }));
}

/** Simulated readiness on the low bound; only with every gate met. */
function readinessOf(pack: GreenPack, sim: Interval | null, gates: readonly GateResult[]): Readiness {
  const allMet = gates.every((gate) => gate.state === 'met');
  const reached = pack.readiness.find((step) => allMet && sim !== null && reaches(sim.low, step.sim));
  return (reached?.id as Readiness | undefined) ?? 'foundation';
}
