import type { NumericFactId, YearFacts } from '../schema/facts.ts';
import type { KpiId } from '../schema/ids.ts';
import type { LocalizedText } from '../schema/localized-text.ts';
import {
  CONNECTIONS,
  type Effect,
  type EffectOf,
  type Loss,
  type Measure,
  type Per,
  type Range,
} from '../schema/measure.ts';
import type { MillSize } from './mill-size.ts';
import { streamsOf, type Stream } from './flows.ts';
import { timesOf, type Units } from './units.ts';

/** A share 0..1 of an end use of a stream, or of the whole of it, that a measure saves at this mill. */
export interface SharePull {
  readonly stream: Stream;
  readonly use: string;
  readonly share: Range;
  readonly effect: EffectOf<'flow'>;
}

/** What a measure does at this mill a year, by the units that it works on here. */
export interface Pull {
  readonly shares: readonly SharePull[];
  readonly losses: readonly { readonly loss: Loss; readonly share: Range; readonly effect: EffectOf<'loss'> }[];
  readonly adds: readonly { readonly fact: NumericFactId; readonly amount: Range; readonly effect: EffectOf<'adds'> }[];
  readonly generates: readonly { readonly kWh: Range; readonly effect: EffectOf<'generates'> }[];
  readonly persons: readonly { readonly persons: Range; readonly effect: EffectOf<'persons'> }[];
  readonly others: readonly {
    readonly what: LocalizedText;
    readonly yuan: Range;
    readonly effect: EffectOf<'other'>;
  }[];
  /** 10k yuan a year; null where it has no fee. */
  readonly fee: Range | null;
  readonly reaches: readonly { readonly kpi: KpiId; readonly to: number }[];
  /** The count of machines that it connects, by the fact that counts them; null where it connects none. */
  readonly connects: { readonly fact: NumericFactId; readonly by: number } | null;
}

const CONNECTED: Readonly<Record<(typeof CONNECTIONS)[number], NumericFactId>> = {
  digital: 'equipment.digital',
  networked: 'equipment.networked',
  onCloud: 'equipment.on-cloud',
};

/** What a measure does at a mill of these facts and that size. Shares for all units are scaled by the units that lack it. */
export function pullOf({ effects, scope, cost }: Measure, units: Units | null, facts: YearFacts, size: MillSize): Pull {
  const share = units === null ? 1 : units.count === 0 ? 0 : units.lacking / units.count;
  const of = <K extends Effect['kind']>(kind: K) =>
    effects.filter((effect): effect is EffectOf<K> => effect.kind === kind);
  const times = (per: Per) => timesOf(per, units, facts, size).times;
  const connection = CONNECTIONS.find((name) => name === scope?.lacks);
  return {
    shares: of('flow').flatMap((effect) =>
      streamsOf(effect.flow)
        .filter((stream) => effect.fuel === undefined || effect.fuel === stream)
        .map((stream) => ({ stream, use: effect.endUse, share: scaled(effect.share, share), effect })),
    ),
    losses: of('loss').map((effect) => ({ loss: effect.loss, share: scaled(effect.share, share), effect })),
    adds: of('adds').map((effect) => ({ fact: effect.fact, amount: scaled(effect.amount, times(effect.per)), effect })),
    generates: of('generates').map((effect) => ({ kWh: scaled(effect.kWh, times(effect.per)), effect })),
    persons: of('persons').map((effect) => ({ persons: scaled(effect.persons, times(effect.per)), effect })),
    others: of('other').map((effect) => ({
      what: effect.what,
      yuan: scaled(effect.yuan, times(effect.per)),
      effect,
    })),
    fee: feeOf(cost, times),
    reaches: of('reaches').map(({ kpi, to }) => ({ kpi, to })),
    connects:
      connection === undefined || units === null || !units.isCounted
        ? null
        : { fact: CONNECTED[connection], by: units.lacking },
  };
}

/** The yearly fee with the part of it that grows. */
function feeOf({ fee, feePer }: Measure['cost'], times: (per: Per) => number): Range | null {
  if (feePer === undefined) return fee;
  const grown = scaled(feePer.wan, times(feePer.per));
  return {
    low: (fee?.low ?? 0) + grown.low,
    planned: (fee?.planned ?? 0) + grown.planned,
    high: (fee?.high ?? 0) + grown.high,
  };
}

export function scaled({ low, planned, high }: Range, factor: number): Range {
  return { low: low * factor, planned: planned * factor, high: high * factor };
}
