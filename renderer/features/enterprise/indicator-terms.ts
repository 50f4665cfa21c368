import { returnableCondensate, usesOutputValue } from '#assessments/indicators/rates.ts';
import { totalInOneUnit } from '#assessments/indicators/standard-output.ts';
import { carbonKg, energyKgce, intake } from '#assessments/indicators/sums.ts';
import { FACT_UNITS, type NumericFactId } from '#assessments/schema/facts.ts';
import type { ScoredMill } from '#assessments/scoring/scored-mill.ts';

interface Term {
  readonly value: number;
  readonly unit: string;
  /** Whether it is standard output, which is not what was typed where products are wide or heavy. */
  readonly isStandard: boolean;
}

/** The division that an indicator comes from. */
export interface IndicatorTerms {
  readonly over: Term;
  readonly under: Term;
}

const FACT_RATIOS: Readonly<Record<string, readonly [NumericFactId, NumericFactId]>> = {
  'land.output': ['finance.output-value', 'land.area'],
  'land.building-coefficient': ['land.footprint', 'land.area'],
  'land.floor-area-ratio': ['land.floor-area', 'land.area'],
  'equipment.digital-rate': ['equipment.digital', 'equipment.production'],
  'equipment.networked-rate': ['equipment.networked', 'equipment.production'],
  'equipment.on-cloud-rate': ['equipment.on-cloud', 'equipment.main'],
  'process.nc-rate': ['process.key-nc', 'process.key'],
  'dyeing.right-first-time': ['dyeing.batches-right-first-time', 'dyeing.batches'],
};

/** What is divided by what in an indicator of the year; null where it is no plain division or something is missing. */
export function indicatorTerms(id: string, mill: ScoredMill): IndicatorTerms | null {
  const { now } = mill.facts;
  const ofFacts = FACT_RATIOS[id];
  if (ofFacts !== undefined) {
    const [over, under] = ofFacts;
    return termsOf(term(now[over], FACT_UNITS[over]), term(now[under], FACT_UNITS[under]));
  }
  switch (id) {
    case 'water.unit-intake':
      return termsOf(term(intake(now), 'm3'), standardTotal(mill));
    case 'water.condensate-recovery':
      return termsOf(term(now['water.recycled.condensate'], 't'), term(returnableCondensate(now), 't'));
    case 'energy.unit':
      return perProduct(energyKgce(now, mill.green.energy), 'kgce', 'tce', mill);
    case 'carbon.unit':
      return perProduct(carbonKg(now, mill.green.energy), 'kg', 't', mill);
    default:
      return null;
  }
}

function perProduct(kilograms: number | null, mass: string, tonne: string, mill: ScoredMill): IndicatorTerms | null {
  const isByValue = usesOutputValue(mill.site, mill.output);
  const under = isByValue ? term(mill.facts.now['finance.output-value'], '10k yuan') : standardTotal(mill);
  const isInTonnes = isByValue || under?.unit === 't';
  return termsOf(isInTonnes && kilograms !== null ? term(kilograms / 1000, tonne) : term(kilograms, mass), under);
}

function standardTotal({ output }: ScoredMill): Term | null {
  const total = totalInOneUnit(output);
  return total === null ? null : { value: total.quantity, unit: total.unit, isStandard: true };
}

function term(value: number | null | undefined, unit: string): Term | null {
  return value === null || value === undefined ? null : { value, unit, isStandard: false };
}

function termsOf(over: Term | null, under: Term | null): IndicatorTerms | null {
  return over === null || under === null || under.value === 0 ? null : { over, under };
}
