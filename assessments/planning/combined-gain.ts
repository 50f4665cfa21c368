import { kpiObject, readKpis } from '../kpis/kpis.ts';
import type { KpiId } from '../schema/ids.ts';
import type { Flow, Measure } from '../schema/measure.ts';
import type { ReadMill } from '../scoring/read-mill.ts';
import { changedFacts } from './changed-facts.ts';
import { kpiWay, type KpiWay, type ScoredKpi } from './kpi-way.ts';
import type { CombinedGain, Corner } from './plan-problem.ts';

/** Weight of a KPI's line in the objective: topic weight times trace weight. */
export type KpiWeights = ReadonlyMap<KpiId, number>;

/** Flows whose savings meet in one total, so that a measure moves it most when the other flow is saved already. */
const ENERGY = ['electricity', 'heat'] as const satisfies readonly Flow[];

/**
 * What the KPIs gain when facts are rescored for the combined saving. The bounds rest on savings that multiply: on the
 * scale of kpi-way.ts a measure moves a KPI no further than alone or in one of a few extreme companies; and a KPI only
 * gets better with each measure.
 */
export function combinedGain(mill: ReadMill, measures: readonly Measure[], weights: KpiWeights): CombinedGain {
  const items = measures.flatMap(({ saves, reaches }, i) => (saves.length + reaches.length > 0 ? [i] : []));
  const read = kpiReader(mill);
  const measuresOf = (chosen: readonly number[]) => chosen.flatMap((i) => measures[i] ?? []);
  const movers = measuresOf(items);
  const start = read([]);
  const best = read(movers);
  const parts = [...weights].flatMap(([id, weight]) => {
    const [from, to] = [start.get(id), best.get(id)];
    if (from === undefined || to === undefined || to.points <= from.points) return [];
    return [{ id, weight, from, to, way: kpiWay(from, to.reading.value) }];
  });
  const companies = companiesOf(movers).map((company) => ({ company, before: read(company) }));
  const moves = movers.map((measure) => {
    const seen = (measure.saves.some(({ flow }) => flow !== 'water') ? companies : companies.slice(0, 2)).map(
      ({ company, before }) => ({ before, after: read([...company, measure]) }),
    );
    return parts.map(({ id, way }) =>
      Math.max(...seen.map(({ before, after }) => movement(way, before.get(id), after.get(id)))),
    );
  });
  return {
    items,
    parts: parts.length,
    moves,
    at: (chosen) => {
      const now = read(measuresOf(chosen));
      const lineFrom = (at: Scored | undefined, { to, way }: (typeof parts)[number]): readonly Corner[] => {
        if (at === undefined) return NOTHING;
        return way === null ? [ORIGIN, { way: 1, gain: gainOf(at, to) }] : way.gainsFrom(at.reading.value);
      };
      return {
        gain: parts.reduce((sum, { id, weight, from }) => sum + weight * gainOf(from, now.get(id)), 0),
        lines: parts.map((part) =>
          lineFrom(now.get(part.id), part).map(({ way, gain }) => ({ way, gain: part.weight * gain })),
        ),
      };
    },
  };
}

const ORIGIN: Corner = { way: 0, gain: 0 };
const NOTHING: readonly Corner[] = [ORIGIN];

/** Nobody; whoever brings a KPI to a value; then everybody who saves one flow of energy or the other or both, by these savings only. */
function companiesOf(measures: readonly Measure[]): Measure[][] {
  const savers = (flows: readonly Flow[]) =>
    measures.map((measure) => ({
      ...measure,
      reaches: [],
      saves: measure.saves.filter(({ flow }) => flows.includes(flow)),
    }));
  return [
    [],
    measures.map((measure) => ({ ...measure, saves: [] })),
    ...ENERGY.map((flow) => savers([flow])),
    savers(ENERGY),
  ];
}

interface Scored extends ScoredKpi {
  readonly points: number;
}

function gainOf(before: Scored | undefined, after: Scored | undefined): number {
  return before === undefined || after === undefined ? 0 : Math.max(0, after.points - before.points);
}

/** How far a KPI is moved, as a share of its whole way; all of it where the points step up at once. */
function movement(way: KpiWay | null, before: Scored | undefined, after: Scored | undefined): number {
  if (before === undefined || after === undefined) return 0;
  if (way === null) return after.points > before.points ? 1 : 0;
  return way.between(before.reading.value, after.reading.value);
}

/** Reads every KPI of the mill with some measures done; KPIs that are unknown now are left out. */
function kpiReader(mill: ReadMill) {
  const { facts, green } = mill;
  return (measures: readonly Measure[]): ReadonlyMap<KpiId, Scored> => {
    const after = { ...mill, facts: { ...facts, now: changedFacts(facts.now, measures, green) } };
    const scored = new Map<KpiId, Scored>();
    for (const [id, reading] of readKpis(after)) {
      const object = kpiObject(id);
      if (reading.state !== 'known' || object.kind !== 'facts') continue;
      const pointsAt = (value: number) => object.points(value, reading);
      const points = object.way === 'step' ? reading.points : pointsAt(reading.value);
      scored.set(id, { reading, way: object.way, points, pointsAt });
    }
    return scored;
  };
}
