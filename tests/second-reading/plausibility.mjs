import { exceeds, reaches, sum } from './numbers.mjs';
import { PLAUSIBILITY } from './pack-data.mjs';
import { quantityIn } from './standard-output.mjs';

/**
 * The numeric facts of the year that no real mill has, or that changed against the year before beyond belief. Of a fact's
 * bounds the first holds whose denominator is known and above 0; one that is itself out of range is passed over.
 */
export function implausibleFacts(mill) {
  const now = amountsOf(mill.now);
  const prior = amountsOf(mill.prior);
  const outside = new Set();
  for (const [fact, { bounds }] of Object.entries(PLAUSIBILITY.facts)) {
    const judged = bounds
      .map((bound) => ({ ...bound, value: now[bound.of ?? fact] / denominator(bound.per, now, outside, mill) }))
      .find(({ value }) => Number.isFinite(value));
    if (judged !== undefined && isOutside(judged)) outside.add(fact);
  }
  return Object.entries(PLAUSIBILITY.facts)
    .filter(
      ([fact, rule]) => outside.has(fact) || (rule.comparesYears && changedTooMuch(fact, rule.bounds, now, prior)),
    )
    .map(([fact]) => fact);
}

/** The facts, and what was made in all in 100 m and in tonnes as made; undefined where a line does not convert. */
function amountsOf(facts) {
  const products = facts['output.products'] ?? [];
  const made = (unit) => {
    const quantities = products.map((line) => quantityIn(unit, line));
    return quantities.length === 0 || quantities.includes(null) ? undefined : sum(quantities);
  };
  return { ...facts, '100m-of-product': made('100m'), 'tonne-of-product': made('t') };
}

const STANDS_ON = {
  employee: 'people.employees',
  '10k-yuan-output': 'finance.output-value',
  spindle: 'spinning.spindles',
  '100m-of-product': 'output.products',
  'tonne-of-product': 'output.products',
};

function denominator(per, now, outside, { dossier }) {
  if (per === 'absolute') return 1;
  const fact = per.fact ?? STANDS_ON[per];
  const known = outside.has(fact) ? undefined : (now[per] ?? now[fact]);
  const amount = per === 'employee' ? (known ?? dossier.enterprise.employees) : known;
  return amount > 0 ? amount : NaN;
}

function isOutside({ value, low, high }) {
  return exceeds(value, high) || (low !== undefined && value > 0 && !reaches(value, low));
}

function changedTooMuch(fact, bounds, now, prior) {
  const amounts = [...new Set(bounds.map((bound) => bound.of ?? fact))];
  const known = amounts.find((amount) => now[amount] > 0 && prior[amount] > 0);
  if (known === undefined) return false;
  const times = now[known] / prior[known];
  return exceeds(Math.max(times, 1 / times), PLAUSIBILITY.changeFactor.value);
}
