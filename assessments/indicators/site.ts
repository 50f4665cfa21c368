import type { Enterprise } from '../schema/dossier.ts';
import type { YearFacts } from '../schema/facts.ts';
import type { WaterPack } from '../schema/pack.ts';

/** What decides which KPIs a mill has: wet or dry, with or without water-jet looms. */
export interface Site {
  readonly wet: boolean;
  readonly waterJet: boolean;
}

/** Wet if any process or sub-sector is among the pack's wet ones; else dry. */
export function siteOf(enterprise: Enterprise, pack: WaterPack): Site {
  return {
    wet:
      enterprise.processes.some((process) => pack.wetProcesses.includes(process)) ||
      enterprise.subSectors.some((sector) => pack.wetSubSectors.includes(sector)),
    waterJet: enterprise.processes.includes('water-jet-weaving'),
  };
}

/** Facts of the diagnosis year and of the year before; empty where nothing was entered. */
export interface FactPair {
  readonly now: YearFacts;
  readonly prior: YearFacts;
}

export function factPair(facts: Readonly<Record<string, YearFacts>>, year: number): FactPair {
  return { now: facts[String(year)] ?? {}, prior: facts[String(year - 1)] ?? {} };
}
