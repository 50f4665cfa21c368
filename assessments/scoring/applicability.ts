import type { Site } from '../indicators/site.ts';
import type { Enterprise } from '../schema/dossier.ts';
import type { Applicability, LadderPack } from '../schema/pack.ts';
import type { ProcessType } from '../schema/vocabulary.ts';

/** Whether the pack asks this mill the question. */
export function applies(rule: Applicability, enterprise: Enterprise, site: Site): boolean {
  if (rule.subSectors !== undefined && !rule.subSectors.some((sector) => enterprise.subSectors.includes(sector)))
    return false;
  if (rule.site !== undefined && (rule.site === 'wet') !== site.wet) return false;
  return true;
}

/** Discrete if the main sub-sector (else the first) is one of the pack's discrete ones; the enterprise may override. */
export function processTypeOf(enterprise: Enterprise, pack: LadderPack): ProcessType {
  if (enterprise.processType !== undefined) return enterprise.processType;
  const main = enterprise.mainSubSector ?? enterprise.subSectors[0];
  return main !== undefined && pack.discreteSubSectors.includes(main) ? 'discrete' : 'process';
}
