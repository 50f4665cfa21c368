import type { Enterprise } from '../schema/dossier.ts';
import { needsVerification } from '../schema/marks.ts';
import type { Policy, PolicyBook } from '../schema/policy.ts';
import type { PlannedMeasure } from './planned-measures.ts';

/** Usable: in force, seen and verified. Confirm: this year's notice was not seen. Background: over, or not verified. */
export type PolicyStanding = 'usable' | 'confirm' | 'background';

export interface PolicyFor {
  readonly policy: Policy;
  readonly standing: PolicyStanding;
}

/** Instruments that may help these measures of this mill, usable ones first. Only usable ones may ever count as money. */
export function policiesFor(
  { region, subSectors }: Enterprise,
  planned: readonly PlannedMeasure[],
  book: PolicyBook,
  asOf: string,
): PolicyFor[] {
  const services = new Set(planned.flatMap((entry) => entry.measure?.service ?? []));
  const ids = new Set(planned.map((entry) => entry.item.id));
  return book.policies
    .filter(({ cities, subSectors: sectors, helps, kind }) => {
      if (cities !== undefined && !cities.some((city) => city === region?.city)) return false;
      if (sectors !== undefined && !sectors.some((sector) => subSectors.includes(sector))) return false;
      if (kind === 'rule' || kind === 'plan') return false;
      const isForAll = helps.services.length === 0 && helps.measures.length === 0;
      return (
        isForAll || helps.services.some((service) => services.has(service)) || helps.measures.some((id) => ids.has(id))
      );
    })
    .map((policy) => ({ policy, standing: standingOf(policy, asOf) }))
    .sort((a, b) => ORDER[a.standing] - ORDER[b.standing] || (a.policy.id < b.policy.id ? -1 : 1));
}

const ORDER: Readonly<Record<PolicyStanding, number>> = { usable: 0, confirm: 1, background: 2 };

/** How far an instrument may be counted on at a day, YYYY-MM-DD. */
export function standingOf({ validUntil, mark, confirmNotice }: Policy, asOf: string): PolicyStanding {
  if ((validUntil !== null && validUntil < asOf) || needsVerification(mark)) return 'background';
  return confirmNotice ? 'confirm' : 'usable';
}

/** Money may be counted on only where a usable instrument gives it. */
export function mayCountAsMoney({ policy, standing }: PolicyFor): boolean {
  return standing === 'usable' && policy.money !== null;
}
