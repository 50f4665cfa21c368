import { LOSSES, WHOLE_FLOW, type Loss } from '../schema/measure.ts';
import { flowOf, STREAMS, type MillFlows, type Stream } from './flows.ts';
import { constant, type Expression, type LinearModel, sumOfExpressions, times } from './linear-model.ts';
import type { Variable } from './linear-program.ts';
import type { Offer } from './offer.ts';
import { MOST_BY_MANAGEMENT, MOST_OF_FLOW, MOST_OF_LOSS } from './savings.ts';

/** What a choice saves of each stream and avoids of each loss, shares 0..1, as a model bounds them from above. */
export interface StreamParts {
  readonly saved: Readonly<Record<Stream, Expression>>;
  readonly avoided: Readonly<Record<Loss, Expression>>;
  /** Tightens the bounds where this choice stands, so that they are exact there. */
  readonly refine: (isChosen: (item: number) => boolean) => void;
}

/** Exact where a tangent touches; between two it is above what is saved. */
const FIRST_TANGENTS = [0, 0.1, 0.25, 0.45, 0.7, 1.1];
/** A share of 1 would leave nothing to multiply. */
const MOST_OF_ONE = 0.9999;

/** Of something that savings multiply on: Σ of minus the logarithms of what each leaves. */
interface Rest {
  readonly weight: number;
  readonly logs: readonly { readonly item: number; readonly log: number }[];
  /** At least e^−Σ. */
  readonly left: Variable;
  /** Where tangents touch already. */
  readonly touched: Set<number>;
}

/**
 * The saved share is 1 − Σ w · e^−x with x linear in the choice: concave, so tangents of e^−x bound it from above and
 * are exact where they touch (outer approximation).
 */
export function streamParts(
  model: LinearModel,
  offers: readonly Offer[],
  flows: MillFlows,
  chosen: readonly Variable[],
): StreamParts {
  const rests: Rest[] = [];
  const saved = Object.fromEntries(STREAMS.map((stream) => [stream, savedShare(stream)]));
  const avoided = Object.fromEntries(LOSSES.map((loss) => [loss, avoidedShare(loss)]));
  return {
    saved: saved as StreamParts['saved'],
    avoided: avoided as StreamParts['avoided'],
    refine: (isChosen) => {
      for (const rest of rests)
        touch(
          rest,
          rest.logs.reduce((sum, { item, log }) => sum + (isChosen(item) ? log : 0), 0),
        );
    },
  };

  function savedShare(stream: Stream): Expression {
    const use = flows.use[stream];
    const mine = offers.flatMap(({ pull, isDeep }, item) => {
      const shares = pull.shares.filter((share) => share.stream === stream);
      return shares.length === 0 ? [] : [{ item, isDeep, shares }];
    });
    if (use === null || use === 0 || mine.length === 0) return constant(0);
    const logsOf = (end: string) =>
      mine.flatMap(({ item, shares }) =>
        shares.filter(({ use: other }) => other === end).map(({ share }) => ({ item, log: minusLog(share.planned) })),
      );
    const whole = logsOf(WHOLE_FLOW);
    const weights = flows.split[flowOf(stream)];
    const touched = [...weights].filter(([end]) => logsOf(end).length > 0);
    const untouched = 1 - touched.reduce((sum, [, weight]) => sum + weight, 0);
    const mineRests = [
      ...touched.map(([end, weight]) => restOf(weight, [...whole, ...logsOf(end)])),
      ...(untouched > 1e-12 ? [restOf(untouched, whole)] : []),
    ];
    const share = model.variable(MOST_OF_FLOW);
    model.keep(
      times(1, share),
      sumOfExpressions([constant(1), ...mineRests.map(({ weight, left }) => times(-weight, left))]),
    );
    const deep = mine.filter(({ isDeep }) => isDeep);
    if (deep.length > 0) {
      const isDeep = model.variable(1);
      model.keep(times(1, isDeep), sumOfExpressions(deep.map(({ item }) => times(1, chosen[item] ?? 0))));
      model.keep(
        times(1, share),
        sumOfExpressions([constant(MOST_BY_MANAGEMENT), times(MOST_OF_FLOW - MOST_BY_MANAGEMENT, isDeep)]),
      );
    } else model.keep(times(1, share), constant(MOST_BY_MANAGEMENT));
    return times(1, share);
  }

  function avoidedShare(loss: Loss): Expression {
    const logs = offers.flatMap(({ pull }, item) =>
      pull.losses.filter((part) => part.loss === loss).map(({ share }) => ({ item, log: minusLog(share.planned) })),
    );
    if (logs.length === 0) return constant(0);
    const { left } = restOf(1, logs);
    const share = model.variable(MOST_OF_LOSS);
    model.keep(times(1, share), sumOfExpressions([constant(1), times(-1, left)]));
    return times(1, share);
  }

  function restOf(weight: number, logs: Rest['logs']): Rest {
    const rest = { weight, logs, left: model.variable(1), touched: new Set<number>() };
    rests.push(rest);
    const most = logs.reduce((sum, { log }) => sum + log, 0);
    for (const at of FIRST_TANGENTS) if (at <= most) touch(rest, at);
    return rest;
  }

  /** left >= e^−a · (1 + a − x): the tangent of e^−x at a. */
  function touch({ logs, left, touched }: Rest, at: number): void {
    if (touched.has(at)) return;
    touched.add(at);
    const height = Math.exp(-at);
    const fall = logs.map(({ item, log }) => times(-height * log, chosen[item] ?? 0));
    model.keep(sumOfExpressions([constant(height * (1 + at)), ...fall]), times(1, left));
  }
}

function minusLog(share: number): number {
  return -Math.log(1 - Math.min(MOST_OF_ONE, share));
}
