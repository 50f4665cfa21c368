import { kpiId, type FactKpi } from '../kpis/kpi.ts';
import { kpiObject, KPIS, readKpis } from '../kpis/kpis.ts';
import type { KnownReading } from '../indicators/readings.ts';
import type { YearFacts } from '../schema/facts.ts';
import type { KpiId } from '../schema/ids.ts';
import type { ScoredMill } from '../scoring/scored-mill.ts';
import { lessSaved, STREAMS, type Stream } from './flows.ts';
import { constant, type Expression, type LinearModel, scaledBy, sumOfExpressions, times } from './linear-model.ts';
import type { Variable } from './linear-program.ts';
import { factsAfter, withReached } from './mill-after.ts';
import type { Offer } from './offer.ts';
import type { PlannedMill } from './planned-mill.ts';
import type { QuestionPart } from './question-parts.ts';
import { cornersOf, energyRun, lineAbove, steepestOf, waterRun, type Run } from './kpi-run.ts';
import { MOST_OF_FLOW } from './savings.ts';
import type { StreamParts } from './stream-parts.ts';

/** How a KPI that is known today moves with the choice. */
export interface KpiPart {
  readonly id: KpiId;
  /** Points 0..100 that it gains, as the model bounds them from above; may be negative where an added use worsens it. */
  readonly gain: Expression;
  /** Tightens the bound where this choice stands, whose points it really gains. */
  readonly refine: (isChosen: (item: number) => boolean) => void;
}

type Saved = Readonly<Partial<Record<Stream, number>>>;

/** Parts of the KPIs that are known today and that an offer moves. */
export function kpiParts(
  model: LinearModel,
  planned: PlannedMill,
  offers: readonly Offer[],
  { saved }: StreamParts,
  chosen: readonly Variable[],
): KpiPart[] {
  const { mill, flows } = planned;
  const { now } = mill.facts;
  const grounds = { planned, offers, saved, chosen };
  const read = (facts: YearFacts) => readKpis({ ...mill, facts: { ...mill.facts, now: facts } });
  const before = read(now);
  const moved = [...before].flatMap(([id, reading]) => {
    const object = kpiObject(id);
    return object.kind === 'facts' && reading.state === 'known' ? [{ id, object, reading }] : [];
  });
  const pointsOf = (id: KpiId, readings: ReturnType<typeof read>): number => {
    const reading = readings.get(id);
    const object = kpiObject(id);
    if (reading?.state !== 'known' || object.kind !== 'facts') return 0;
    return object.way === 'step' ? reading.points : object.points(reading.value, reading);
  };
  return moved.flatMap(({ id, object, reading }) => {
    const adders = offers.flatMap(({ pull }, item) => (pull.adds.length > 0 ? [item] : []));
    const jumpers = jumpersOf(id, object);
    const valueWith = (share: Saved, more: readonly Offer[] = []) => {
      const facts = lessSaved(now, flows, { water: 0, electricity: 0, steam: 0, gas: 0, coal: 0, ...share });
      for (const { pull } of more)
        for (const { fact, amount } of pull.adds) {
          const value = facts[fact];
          if (value !== undefined) facts[fact] = value + amount.planned;
        }
      const after = read(facts).get(id);
      return after?.state === 'known' ? after.value : reading.value;
    };
    const slopes = STREAMS.map((stream) => [stream, (valueWith({ [stream]: 0.5 }) - reading.value) / 0.5] as const);
    const added = adders.map((item) => {
      const offer = offers[item];
      return [item, offer === undefined ? 0 : valueWith({}, [offer]) - reading.value] as const;
    });
    const movers = slopes.filter(([, slope]) => slope !== 0);
    if (movers.length === 0 && added.every(([, by]) => by === 0) && jumpers.length === 0) return [];
    const isLinear = movers.every(([stream, slope]) =>
      [0.1, 0.35].every((share) => {
        const value = valueWith({ [stream]: share });
        return Math.abs(value - reading.value - slope * share) <= 1e-9 * Math.max(1, Math.abs(value));
      }),
    );
    if (jumpers.length === 0 && isLinear) return [linearPart(id, object, reading, movers, added)];
    const run = movers.some(([stream]) => stream === 'water') ? waterRun(grounds) : energyRun(grounds);
    return [jumpingPart({ id, object, reading }, jumpers, run)];
  });

  /** Offers that move a KPI otherwise than by what they save: they bring it, or one that it hangs on, to a value, or generate. */
  function jumpersOf(id: KpiId, object: FactKpi): number[] {
    const own = new Set<KpiId>([id, ...object.movedBy.kpis]);
    return offers.flatMap(({ pull }, item) => {
      const reaches = pull.reaches.some(({ kpi }) => own.has(kpi));
      const generates = pull.generates.length > 0 && object.way === 'rate';
      return reaches || generates ? [item] : [];
    });
  }

  /** A KPI whose value is linear in what is saved and added; its points run along straight pieces between anchors. */
  function linearPart(
    id: KpiId,
    object: FactKpi,
    reading: KnownReading,
    movers: readonly (readonly [Stream, number])[],
    added: readonly (readonly [number, number])[],
  ): KpiPart {
    const points = (value: number) => object.points(value, reading);
    const best = movers.reduce((value, [, slope]) => value + slope * MOST_OF_FLOW, reading.value);
    const way = points(best) >= points(reading.value) && best >= reading.value ? 1 : -1;
    const worst = added.reduce((sum, [, by]) => sum + Math.min(0, way * by), 0);
    const most =
      Math.max(0, ...[way * (best - reading.value)]) + added.reduce((sum, [, by]) => sum + Math.max(0, way * by), 0);
    const kinks = [...reading.anchors]
      .map((anchor) => way * (anchor - reading.value))
      .filter((at) => at > worst && at < most)
      .sort((a, b) => a - b);
    const corners = [worst, ...kinks, most];
    const at = (corner: number) => points(reading.value + way * corner);
    const pieces = corners.slice(1).map((end, k) => {
      const start = corners[k] ?? worst;
      const length = end - start;
      return { length, slope: length <= 0 ? 0 : (at(end) - at(start)) / length, used: model.variable(length) };
    });
    pieces.forEach((piece, k) => {
      const next = pieces[k + 1];
      if (next === undefined || pieces.slice(k + 1).every(({ slope }) => slope <= piece.slope + 1e-15)) return;
      const isFull = model.variable(1, true);
      model.keep(times(piece.length, isFull), times(1, piece.used));
      model.keep(times(1, next.used), times(next.length, isFull));
    });
    const progress = sumOfExpressions([
      constant(-worst),
      ...movers.flatMap(([stream, slope]) =>
        saved[stream].terms.map(([factor, variable]) => times(way * slope * factor, variable)),
      ),
      ...added.map(([item, by]) => times(way * by, chosen[item] ?? 0)),
    ]);
    model.keep(sumOfExpressions(pieces.map(({ used }) => times(1, used))), progress);
    return {
      id,
      gain: sumOfExpressions([
        constant(at(worst) - points(reading.value)),
        ...pieces.map(({ slope, used }) => times(slope, used)),
      ]),
      refine: () => {},
    };
  }

  /**
   * A KPI that some offers bring to a value and others move by what they save. With the same ones brought it runs along the
   * saving alone: a line above all of that run bounds it, and whoever is brought beside may lift it to the most.
   */
  function jumpingPart(
    { id, object, reading }: { readonly id: KpiId; readonly object: FactKpi; readonly reading: KnownReading },
    jumpers: readonly number[],
    run: Run,
  ): KpiPart {
    const now0 = pointsOf(id, before);
    const relevant = offers.flatMap(({ pull }, item) =>
      jumpers.includes(item) || pull.shares.length > 0 || pull.adds.length > 0 ? [item] : [],
    );
    const brought = (items: readonly number[]) => items.flatMap((item) => offers[item]?.pull.reaches ?? []);
    const along = (items: readonly number[]) => {
      const generated = items.reduce(
        (sum, item) => sum + (offers[item]?.pull.generates.reduce((kWh, one) => kWh + one.kWh.planned, 0) ?? 0),
        0,
      );
      return (at: number) => {
        const facts = run.factsAt(at);
        if (generated > 0) facts['energy.renewable.pv'] = (facts['energy.renewable.pv'] ?? 0) + generated;
        return read(withReached(facts, brought(items), mill.green));
      };
    };
    const gainedBy = (here: readonly number[], at: number) => Math.max(0, pointsOf(id, along(here)(at)) - now0);
    const furthest = (here: readonly number[]) =>
      Math.max(gainedBy(here, run.from), gainedBy(here, 0), gainedBy(here, run.to));
    const most = furthest(jumpers);
    const gain = model.variable(most);
    const valueAt = (here: readonly number[], at: number) => {
      const found = along(here)(at).get(id);
      return found?.state === 'known' ? found.value : reading.value;
    };
    const ends = [run.from, 0, run.to];
    const steepest =
      object.way === 'step' ? Infinity : steepestOf((value) => object.points(value, reading), reading.anchors);
    /**
     * What one more can bring at most. Alone it moves the value furthest, and no value is worth more points than where they
     * rise steepest; where each brings the KPI itself to a value the best of them counts.
     */
    const isDirect = object.movedBy.kpis.length === 0 && object.way !== 'rate';
    const alone = new Map(
      jumpers.map((item) => [item, Math.max(...ends.map((at) => Math.abs(valueAt([item], at) - valueAt([], at))))]),
    );
    const others = (here: readonly number[], gained: number) =>
      jumpers
        .filter((item) => !here.includes(item))
        .map((item) => {
          const reached = isDirect ? furthest([...here, item]) : most;
          const moved = alone.get(item) ?? 0;
          const byMoving = moved === 0 ? 0 : steepest * moved;
          return times(Math.max(0, Math.min(reached - gained, byMoving)), chosen[item] ?? 0);
        });
    const bindLine = (here: readonly number[], at: number) => {
      const readings = along(here);
      const points = (place: number) => pointsOf(id, readings(place)) - now0;
      const value = (place: number) => valueAt(here, place);
      const { height, slope } = lineAbove(points, cornersOf(value, reading.anchors, run.from, run.to), at);
      const lowest = Math.min(gainedBy(here, run.from), gainedBy(here, 0));
      model.keep(
        times(1, gain),
        sumOfExpressions([constant(height - slope * at), scaledBy(slope, run.along), ...others(here, lowest)]),
      );
    };
    bindLine([], 0);
    const exactAt = new Set<string>();
    return {
      id,
      gain: times(1, gain),
      refine: (isChosen) => {
        const all = relevant.filter(isChosen);
        if (exactAt.has(all.join(' '))) return;
        exactAt.add(all.join(' '));
        const here = jumpers.filter(isChosen);
        bindLine(here, run.placeOf(isChosen));
        const members = all.flatMap((item) => offers[item] ?? []);
        const gained = Math.max(0, pointsOf(id, read(factsAfter(planned, members))) - now0);
        const elsewhere = relevant
          .filter((item) => !all.includes(item))
          .map((item) => times(Math.max(0, most - gained), chosen[item] ?? 0));
        model.keep(times(1, gain), sumOfExpressions([constant(gained), ...elsewhere, ...withoutAdders(all)]));
      },
    };

    /** What adds a flow may be left out to better a KPI. */
    function withoutAdders(all: readonly number[]): Expression[] {
      return all
        .filter((item) => (offers[item]?.pull.adds.length ?? 0) > 0)
        .flatMap((item) => [constant(most), times(-most, chosen[item] ?? 0)]);
    }
  }
}

/** Parts of the KPIs that are read from how many choices of a question are ticked. */
export function tickedKpiParts(
  model: LinearModel,
  { green }: Pick<ScoredMill, 'green'>,
  questions: ReadonlyMap<string, QuestionPart>,
): KpiPart[] {
  return Object.entries(KPIS).flatMap(([id, kpi]): KpiPart[] => {
    if (kpi.kind !== 'answer') return [];
    const ticked = questions.get(kpi.question(green))?.ticked;
    if (ticked === undefined || ticked.terms.length === 0) return [];
    const points = (more: number) => kpi.points(ticked.constant + more, green) - kpi.points(ticked.constant, green);
    const most = ticked.terms.length;
    const steepest = Math.max(...Array.from({ length: most }, (_, i) => points(i + 1) - points(i)));
    const gain = model.variable(Math.max(0, points(most)));
    model.keep(times(1, gain), scaledBy(steepest, { constant: 0, terms: ticked.terms }));
    return [{ id: kpiId(id), gain: times(1, gain), refine: () => {} }];
  });
}
