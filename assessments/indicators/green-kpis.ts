import type { YearFacts } from '../schema/facts.ts';
import type { GreenPack, Kpi, WaterPack } from '../schema/pack.ts';
import { NOT_APPLICABLE, readOn, readTotal, UNKNOWN, type Reading } from './readings.ts';
import type { FactPair, Site } from './site.ts';
import { standardOutput, type StandardOutput } from './standard-output.ts';
import { carbonKg, decline, energyKgce, percentage, ratio, renewableKgce } from './sums.ts';
import type { WaterReadings } from './water-kpis.ts';

/**
 * The quantitative KPIs of the green pack; formulas of GB/T 36132-2025 annex B.
 * GK4 comes from an answer, not from facts, and is read by the scoring.
 */
export function readGreenKpis(
  pack: GreenPack,
  waterPack: WaterPack,
  water: WaterReadings,
  site: Site,
  facts: FactPair,
): ReadonlyMap<string, Reading> {
  const { now, prior } = facts;
  const output = standardOutput(now['output.products'], waterPack.standardOutput);
  const declineOf = (perYear: (year: YearFacts) => number | null) =>
    decline(ratio(perYear(prior), prior['finance.output-value']), ratio(perYear(now), now['finance.output-value']));
  const energy = (year: YearFacts) => energyKgce(year, pack.energy);
  const read: Record<string, (kpi: Kpi) => Reading> = {
    GK1: (kpi) =>
      usesOutputValue(site, output) ? readOn(kpi, declineOf(energy), 'decline') : readTotal(kpi, energy(now), output),
    GK2: (kpi) =>
      readOn(
        kpi,
        declineOf((year) => carbonKg(year, pack.energy)),
        'decline',
      ),
    GK3: (kpi) => readOn(kpi, percentage(renewableKgce(now, pack.energy), energy(now))),
    GK5: (kpi) =>
      readOn(
        kpi,
        declineOf((year) => year['materials.main'] ?? null),
        'decline',
      ),
    GK6: () => water.get(site.wet ? 'K1' : 'K2d') ?? UNKNOWN,
    GK7: () => water.get(site.wet ? 'K3' : site.waterJet ? 'K3w' : 'K5') ?? UNKNOWN,
    GK8: (kpi) => readOn(kpi, wasteUtilisation(now)),
    GK9: (kpi) => (site.wet ? readDrainage(kpi, now, output, pack) : NOT_APPLICABLE),
    GK10: (kpi) => readOn(kpi, percentage(now['finance.green-investment-3y'], now['finance.output-value-3y'])),
    GK11: (kpi) => readOn(kpi, ratio(now['finance.output-value'], now['land.area'])),
  };
  return new Map(
    pack.kpis.flatMap((kpi) => (read[kpi.id] === undefined ? [] : [[kpi.id, read[kpi.id]?.(kpi) ?? UNKNOWN]])),
  );
}

/** Dry mills and wet mills with only `other` lines measure energy by output value, year on year. */
export function usesOutputValue(site: Site, output: StandardOutput): boolean {
  return !site.wet || output.kind === 'only-other';
}

/** GK8, %: waste used over waste generated and taken from stock. */
export function wasteUtilisation(facts: YearFacts): number | null {
  const generated = facts['waste.generated'];
  if (generated === undefined) return null;
  return percentage(facts['waste.used'], generated + (facts['waste.used-from-stock'] ?? 0));
}

/** GK9: wastewater discharged over what GB 4287-2012 takes as baseline for the standard output. */
function readDrainage(kpi: Kpi, facts: YearFacts, output: StandardOutput, pack: GreenPack): Reading {
  if (output.kind === 'only-other') return NOT_APPLICABLE;
  if (output.kind !== 'known') return UNKNOWN;
  const baseline = output.lines.reduce((sum, line) => {
    const rule = pack.drainage.find((candidate) => candidate.class === line.class);
    const tonnes = rule?.kgPer100m == null ? line.quantity : (line.quantity * rule.kgPer100m) / 1000;
    return sum + tonnes * (rule?.baseline ?? 0);
  }, 0);
  return readOn(kpi, ratio(facts['water.wastewater.discharged'], baseline));
}
