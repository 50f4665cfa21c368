import type { ScoredMill } from '../scoring/scored-mill.ts';
import { candidatesFor, type Candidate } from './candidates.ts';
import type { Catalogue } from './catalogue.ts';
import { offersFor } from './offer.ts';
import { plannedMill } from './planned-mill.ts';

/** 初步措施 of a mill for which no plan was asked: what fits, each reckoned alone (planning.md 3). */
export function preliminaryFor(mill: ScoredMill, catalogue: Catalogue): Candidate[] {
  const planned = plannedMill(mill, catalogue);
  return candidatesFor(planned, offersFor(planned, {}, []));
}
