import type { ScoredMill } from '../scoring/scored-mill.ts';
import { benefitsOf, pricesOf, wanPerShare, type Benefit, type Benefits, type Worker } from './benefit.ts';
import type { Catalogue } from './catalogue.ts';
import { flowsOf, type MillFlows, type Stream } from './flows.ts';
import { millSize, type MillSize } from './mill-size.ts';

/** A scored mill with what its plan is reckoned with, computed once and handed on. */
export interface PlannedMill {
  readonly mill: ScoredMill;
  readonly catalogue: Catalogue;
  readonly size: MillSize;
  readonly flows: MillFlows;
  /** What a choice is worth a year, each with its part of it. */
  readonly benefits: <T extends Worker>(chosen: readonly T[]) => Benefits<T>;
  /** What one measure is worth if nothing else is done. */
  readonly benefitAlone: (one: Worker) => Benefit | null;
  /** What the whole of a stream costs a year, 10k yuan; 0 without a price. */
  readonly wanPerShare: (stream: Stream) => number;
}

export function plannedMill(mill: ScoredMill, catalogue: Catalogue): PlannedMill {
  const facts = mill.facts.now;
  const { enterprise } = mill.dossier;
  const flows = flowsOf(facts, enterprise.subSectors, mill.green.energy, catalogue);
  const priceOf = pricesOf(facts, catalogue);
  const benefits = <T extends Worker>(chosen: readonly T[]) => benefitsOf(chosen, { facts, flows, priceOf });
  return {
    mill,
    catalogue,
    size: millSize(facts, enterprise),
    flows,
    benefits,
    benefitAlone: (one) => benefits([one]).whole,
    wanPerShare: (stream) => wanPerShare(stream, flows, priceOf),
  };
}
