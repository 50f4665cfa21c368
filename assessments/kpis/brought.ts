import type { NumericFactId, YearFacts } from '../schema/facts.ts';

/** Moves from `rest` to `part` until part / (part + rest) is the share 0..1; as it is where that is reached or a fact missing. */
export function shifted(facts: YearFacts, part: NumericFactId, rest: NumericFactId, share: number): YearFacts {
  const has = facts[part];
  const other = facts[rest];
  if (has === undefined || other === undefined || has >= share * (has + other)) return facts;
  const total = has + other;
  return { ...facts, [part]: share * total, [rest]: (1 - share) * total };
}

/** A fact raised to a value; as it is where it is higher, or either is unknown. */
export function raised(facts: YearFacts, id: NumericFactId, to: number | undefined): YearFacts {
  const has = facts[id];
  return has === undefined || to === undefined || to <= has ? facts : { ...facts, [id]: to };
}

/** A fact with more of it, from nothing where it is absent. */
export function added(facts: YearFacts, id: NumericFactId, more: number): YearFacts {
  return more <= 0 ? facts : { ...facts, [id]: (facts[id] ?? 0) + more };
}
