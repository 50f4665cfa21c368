import { paybackOf, type Benefit, type Payback, type SavingLine } from './benefit.ts';
import { meets } from './gate-closing.ts';
import { failedGates, type Offer } from './offer.ts';
import type { PlannedMill } from './planned-mill.ts';

/** A measure that fits, with its own arithmetic, where too little is known for a plan (初步措施). */
export interface Candidate {
  readonly offer: Offer;
  readonly benefit: Benefit | null;
  readonly lines: readonly SavingLine[];
  readonly payback: Payback | null;
}

const MOST_CANDIDATES = 10;

/** What closes a failed gate, then by planned benefit, those without one last, ties by id; at most ten (planning.md 3). */
export function candidatesFor(planned: PlannedMill, offers: readonly Offer[]): Candidate[] {
  const failed = failedGates(planned.mill);
  const closes = ({ measure }: Offer) =>
    measure.lifts.some((lift) => failed.has(lift.question) && meets(planned.mill.questions.get(lift.question), lift));
  const worth = ({ benefit }: Candidate) => benefit?.planned ?? -Number.MAX_VALUE / 2;
  return offers
    .map((offer): Candidate => {
      const { lines, of } = planned.benefits([offer]);
      const benefit = of.get(offer) ?? null;
      return { offer, benefit, lines: lines.get(offer) ?? [], payback: paybackOf(offer.cost, benefit) };
    })
    .sort(
      (a, b) =>
        Number(closes(b.offer)) - Number(closes(a.offer)) ||
        worth(b) - worth(a) ||
        (a.offer.measure.id < b.offer.measure.id ? -1 : 1),
    )
    .slice(0, MOST_CANDIDATES);
}
