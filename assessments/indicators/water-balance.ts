import type { NumericFactId, YearFacts } from '../schema/facts.ts';
import { exceeds } from './comparison.ts';
import { INTAKE, NON_CONVENTIONAL, RECYCLED } from './sums.ts';

/** A flow of the balance by the fact that says it, m3 a year. */
export interface WaterFlow {
  readonly fact: NumericFactId;
  readonly m3: number;
}

/** Where the water of a year comes from and where it goes, m3: what comes in is what goes out with the unknown remainder. */
export interface WaterBalance {
  /** Sources that give water, non-conventional ones too. */
  readonly sources: readonly WaterFlow[];
  readonly takenIn: number;
  /** Water used again; it leaves and comes back, so that it stands on both sides. */
  readonly reused: readonly WaterFlow[];
  /** Circulated for cooling, its make-up with it; null where one is unknown. */
  readonly cooling: number | null;
  /** Not counted as the mill's own use: building, fire, supplied to others. */
  readonly excluded: number;
  readonly discharged: number | null;
  /** Level-1 less level-2 meters, which stands for leaks; null where unknown or more than what does not come out again. */
  readonly betweenMeters: number | null;
  /** Evaporated, gone with the product or not measured: what is left. */
  readonly remainder: number;
}

/**
 * The water balance of a year, from its facts alone. Null where nobody knows what comes in, where neither discharge nor
 * reuse is known, or where more comes out than in.
 */
export function waterBalance(facts: YearFacts): WaterBalance | null {
  const flowsOf = (ids: readonly NumericFactId[]) =>
    ids.flatMap((fact): WaterFlow[] => {
      const m3 = facts[fact] ?? 0;
      return m3 > 0 ? [{ fact, m3 }] : [];
    });
  const sources = flowsOf([...INTAKE, ...NON_CONVENTIONAL]);
  const reused = flowsOf(RECYCLED);
  const discharged = facts['water.wastewater.discharged'] ?? null;
  const excluded = facts['water.excluded'] ?? 0;
  const takenIn = sources.reduce((sum, { m3 }) => sum + m3, 0);
  const leaves = excluded + (discharged ?? 0);
  if (takenIn === 0 || (discharged === null && reused.length === 0) || exceeds(leaves, takenIn)) return null;
  const left = takenIn - leaves;
  const betweenMeters = discharged === null ? null : meterGap(facts, left);
  return {
    sources,
    takenIn,
    reused,
    cooling: coolingOf(facts, takenIn),
    excluded,
    discharged,
    betweenMeters,
    remainder: left - (betweenMeters ?? 0),
  };
}

function coolingOf(facts: YearFacts, takenIn: number): number | null {
  const circulated = facts['water.recycled.cooling'];
  const makeup = facts['water.cooling.makeup'];
  if (circulated === undefined || makeup === undefined || makeup > takenIn || circulated + makeup === 0) return null;
  return circulated + makeup;
}

function meterGap(facts: YearFacts, left: number): number | null {
  const [total, sum] = [facts['water.metered.level1'], facts['water.metered.level2-sum']];
  if (total === undefined || sum === undefined || sum > total || total - sum > left) return null;
  return total - sum;
}
