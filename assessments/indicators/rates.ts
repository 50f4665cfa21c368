import type { YearFacts } from '../schema/facts.ts';
import type { EnergyFactors } from '../schema/pack.ts';
import type { Site } from './site.ts';
import type { StandardOutput } from './standard-output.ts';
import { carbonKg, energyKgce, intake, nonConventional, percentage, ratio, recycled, renewableKgce } from './sums.ts';

/** F2: water taken per output value, m3 per 10k yuan. */
export function intakePerOutputValue(facts: YearFacts): number | null {
  return ratio(intake(facts), facts['finance.output-value']);
}

/** F3, %: water used again over all water used. */
export function reuseRate(facts: YearFacts): number | null {
  return shareOf(recycled(facts), intake(facts));
}

/** F5, %: wastewater treated and used again over all wastewater. */
export function wastewaterReuse(facts: YearFacts): number | null {
  return shareOf(facts['water.recycled.treated'], facts['water.wastewater.discharged']);
}

/** F6, %: cooling water in circulation over circulation and make-up. */
export function coolingRecirculation(facts: YearFacts): number | null {
  return shareOf(facts['water.recycled.cooling'], facts['water.cooling.makeup']);
}

/** Condensate that could return, t; steam used where the mill does not say; undefined where neither is known. */
export function returnableCondensate(facts: YearFacts): number | undefined {
  return facts['water.steam.condensate-returnable'] ?? facts['water.steam.used'];
}

/** F7, %: condensate against what could return; 1 t of steam is 1 m3 of condensate. */
export function condensateRecovery(facts: YearFacts): number | null {
  return percentage(facts['water.recycled.condensate'], returnableCondensate(facts));
}

/** F8 proxy, %; unknown where the level-2 meters exceed the level-1 total. */
export function leakage(facts: YearFacts): number | null {
  const total = facts['water.metered.level1'];
  const sum = facts['water.metered.level2-sum'];
  if (total === undefined || sum === undefined || sum > total) return null;
  return percentage(total - sum, total);
}

/** F10, %: reclaimed, rain and desalinated water over all water. */
export function nonConventionalShare(facts: YearFacts): number | null {
  return shareOf(nonConventional(facts), intake(facts));
}

/** Energy per output value, kgce per 10k yuan. */
export function energyPerOutputValue(facts: YearFacts, factors: EnergyFactors): number | null {
  return ratio(energyKgce(facts, factors), facts['finance.output-value']);
}

/** Carbon dioxide per output value, kg per 10k yuan. */
export function carbonPerOutputValue(facts: YearFacts, factors: EnergyFactors): number | null {
  return ratio(carbonKg(facts, factors), facts['finance.output-value']);
}

/** B.5, %: renewable electricity in kgce over all energy. */
export function renewableShare(facts: YearFacts, factors: EnergyFactors): number | null {
  return percentage(renewableKgce(facts, factors), energyKgce(facts, factors));
}

/** B.11, %: waste used over waste generated and taken from stock. */
export function wasteUtilisation(facts: YearFacts): number | null {
  const generated = facts['waste.generated'];
  if (generated === undefined) return null;
  return percentage(facts['waste.used'], generated + (facts['waste.used-from-stock'] ?? 0));
}

/** B.25: output value over land, 10k yuan per m2. */
export function landOutput(facts: YearFacts): number | null {
  return ratio(facts['finance.output-value'], facts['land.area']);
}

/** Dry mills and wet mills with only `other` lines measure energy by output value, year on year. */
export function usesOutputValue(site: Site, output: StandardOutput): boolean {
  return !site.wet || output.kind === 'only-other';
}

/** 100 part / (part + rest) in percent. */
function shareOf(part: number | null | undefined, rest: number | null | undefined): number | null {
  if (part === null || part === undefined || rest === null || rest === undefined) return null;
  return percentage(part, part + rest);
}
