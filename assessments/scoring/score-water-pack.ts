import type { Reading } from '../indicators/readings.ts';
import { waterKpisInUse } from '../kpis/kpis.ts';
import type { Interval, PackResult, TraceLine } from '../schema/result.ts';
import { countStates, scored, type AskedQuestion } from './asked-questions.ts';
import { exactly, scale, UNKNOWN_POINTS } from './interval.ts';
import { cappedLevel, gatedBlockers, NOTHING_SCORED } from './levels.ts';
import { gateResults, isGate } from './gate-results.ts';
import type { ReadMill } from './read-mill.ts';
import { dimensionResults, scoreOfGroups, traceOf, type Group, type Item } from './trace.ts';

/** Water efficiency: KPIs 60, management 40, gates that cap the level, a small bonus (docs/method.md). */
export function scoreWaterPack(mill: ReadMill, asked: readonly AskedQuestion[]): Omit<PackResult, 'selfScore'> {
  const { water: pack } = mill;
  const gates = gateResults(asked);
  const groups = waterGroups(mill, asked);
  const before = scoreOfGroups(groups);
  const bonus = bonusLine(mill, before);
  const score =
    before === null ? null : { low: before.low + bonus.contribution.low, high: before.high + bonus.contribution.high };
  const states = gates.map((gate) => gate.state);
  const level = score === null ? null : cappedLevel(pack.levels, score.low, states, pack.gateCap, 'low');
  return {
    version: pack.version,
    score,
    ...(score === null || level === null
      ? NOTHING_SCORED
      : { level, levelIfUnknownsGoWell: cappedLevel(pack.levels, score.high, states, pack.gateCap, 'high') }),
    counts: countStates(asked),
    dimensions: dimensionResults(groups),
    gates,
    blockers: score === null || level === null ? [] : gatedBlockers(pack.levels, level, score.low, gates, pack.gateCap),
    trace: before === null ? [] : linesOf(groups, bonus),
  };
}

function waterGroups(mill: ReadMill, asked: readonly AskedQuestion[]): Group[] {
  const kpis = waterKpisInUse(mill).flatMap(({ kpi, weight }) => kpiItem(kpi.id, weight, mill.readings.get(kpi.id)));
  const management = scored(asked)
    .filter((entry) => !isGate(entry))
    .map((entry) => ({ id: entry.question.id, weight: entry.question.weight, points: entry.points }));
  return mill.water.dimensions.map((dimension) => ({
    id: dimension.id,
    weight: dimension.weight.process,
    items: dimension.id === 'KPI' ? kpis : management,
  }));
}

/** The lines in pack order: the bonus is a KPI and stands at the end of the KPIs. */
function linesOf(groups: readonly Group[], bonus: TraceLine): TraceLine[] {
  const kpis = groups.find(({ id }) => id === 'KPI')?.items.length ?? 0;
  return traceOf(groups).toSpliced(kpis, 0, bonus);
}

/** An item of a KPI; nothing where the KPI does not apply. */
export function kpiItem(id: string, weight: number, reading: Reading | undefined): Item[] {
  if (reading?.state === 'not-applicable') return [];
  return [{ id, weight, points: reading?.state === 'known' ? exactly(reading.points) : UNKNOWN_POINTS }];
}

/** Up to `bonus.points` for non-conventional water; what it adds is capped by 100. */
function bonusLine({ water: pack, readings }: ReadMill, before: Interval | null): TraceLine {
  const points = kpiItem(pack.bonus.kpi, 0, readings.get(pack.bonus.kpi))[0]?.points ?? exactly(0);
  const raw = scale(points, pack.bonus.points / 100);
  const added = (bound: keyof Interval) => Math.min(100, (before?.[bound] ?? 0) + raw[bound]) - (before?.[bound] ?? 0);
  return { question: pack.bonus.kpi, points, weight: 0, contribution: { low: added('low'), high: added('high') } };
}
