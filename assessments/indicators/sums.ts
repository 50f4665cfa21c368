import { exceeds } from './comparison.ts';
import type { NumericFactId, YearFacts } from '../schema/facts.ts';
import type { EnergyFactors, FactRatio } from '../schema/pack.ts';

/** The four sources of water that count as intake. */
export const INTAKE = [
  'water.intake.town',
  'water.intake.surface',
  'water.intake.ground',
  'water.intake.purchased',
] as const;
export const RECYCLED = [
  'water.recycled.cooling',
  'water.recycled.direct',
  'water.recycled.condensate',
  'water.recycled.treated',
] as const;
export const NON_CONVENTIONAL = [
  'water.nonconventional.reclaimed',
  'water.nonconventional.rain',
  'water.nonconventional.desalinated',
] as const;

/** Sum of the members that are present; null while none is. */
export function sumOf(facts: YearFacts, ids: readonly NumericFactId[]): number | null {
  if (ids.every((id) => facts[id] === undefined)) return null;
  return ids.reduce((sum, id) => sum + (facts[id] ?? 0), 0);
}

/** Water taken in a year, m3: four sources less excluded use; null while no source is known or more is excluded than taken. */
export function intake(facts: YearFacts): number | null {
  return lessDeduction(sumOf(facts, INTAKE), facts['water.excluded'] ?? 0);
}

/** A total less what is deducted from it; null where that is more than there is (docs/method.md, Sums of facts). */
function lessDeduction(total: number | null, deduction: number): number | null {
  if (total === null || exceeds(deduction, total)) return null;
  return Math.max(0, total - deduction);
}

/** Water used again in a year, m3; null while no member is known. */
export function recycled(facts: YearFacts): number | null {
  return sumOf(facts, RECYCLED);
}

/** Reclaimed, rain and desalinated water, m3; null while no member is known. */
export function nonConventional(facts: YearFacts): number | null {
  return sumOf(facts, NON_CONVENTIONAL);
}

/**
 * Energy of a year in kgce (electricity at equivalent value), less heat sold; null while no carrier is known or more heat
 * is sold than all carriers hold.
 */
export function energyKgce(facts: YearFacts, factors: EnergyFactors): number | null {
  return netOfCarriers(facts, factors, (factor) => factor.kgcePerUnit);
}

/**
 * Carbon dioxide of a year in kg, less heat sold; no deduction for PV or green power; null while no carrier is known or
 * more is sold than all carriers hold.
 */
export function carbonKg(facts: YearFacts, factors: EnergyFactors): number | null {
  return netOfCarriers(facts, factors, (factor) => factor.kgCo2PerUnit);
}

function netOfCarriers(
  facts: YearFacts,
  factors: EnergyFactors,
  perUnit: (factor: EnergyFactors['carriers'][number]) => number,
): number | null {
  const total = (list: EnergyFactors['carriers']) =>
    list.reduce((sum, factor) => sum + (facts[factor.fact] ?? 0) * perUnit(factor), 0);
  return lessDeduction(knowsCarriers(facts, factors) ? total(factors.carriers) : null, total(factors.sold));
}

function knowsCarriers(facts: YearFacts, { carriers }: EnergyFactors): boolean {
  return carriers.some(({ fact }) => facts[fact] !== undefined);
}

/** The deductions of a year that are more than what they are deducted from. */
export function deductionsAboveTotal(facts: YearFacts, factors: EnergyFactors): NumericFactId[] {
  const isIntakeLost = sumOf(facts, INTAKE) !== null && intake(facts) === null;
  const nets = [energyKgce(facts, factors), carbonKg(facts, factors)];
  const isEnergyLost = knowsCarriers(facts, factors) && nets.includes(null);
  const sold = factors.sold.map(({ fact }) => fact).filter((fact) => facts[fact] !== undefined);
  return [...(isIntakeLost ? ['water.excluded' as const] : []), ...(isEnergyLost ? sold : [])];
}

/** Renewable electricity of a year in kgce; null while no source is known. */
export function renewableKgce(facts: YearFacts, factors: EnergyFactors): number | null {
  const kwh = sumOf(facts, factors.renewable.facts);
  return kwh === null ? null : kwh * factors.renewable.kgcePerUnit;
}

/** a / b; null where a member is missing or b is zero. */
export function ratio(numerator: number | null | undefined, denominator: number | null | undefined): number | null {
  if (numerator === null || numerator === undefined || denominator === null || denominator === undefined) return null;
  return denominator === 0 ? null : numerator / denominator;
}

/** 100 a / b in percent; null where a member is missing or b is zero. */
export function percentage(
  numerator: number | null | undefined,
  denominator: number | null | undefined,
): number | null {
  if (numerator === null || numerator === undefined) return null;
  return ratio(100 * numerator, denominator);
}

/** The percentage of two facts of one year; null where one is missing or the denominator is zero. */
export function factRatio(facts: YearFacts, { numerator, denominator }: FactRatio): number | null {
  return percentage(facts[numerator], facts[denominator]);
}

/** 100 (prior - now) / prior of two yearly ratios; null where one is unknown or the prior one is not above zero. */
export function decline(prior: number | null, now: number | null): number | null {
  if (prior === null || now === null || prior <= 0) return null;
  return (100 * (prior - now)) / prior;
}
