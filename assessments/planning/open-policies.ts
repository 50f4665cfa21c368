import type { Enterprise } from '../schema/dossier.ts';
import { needsVerification } from '../schema/marks.ts';
import type { Policy } from '../schema/policy.ts';
import type { PlannedMeasure } from './planned-measures.ts';

/** In force and seen, or why nobody may count on it. */
export type PolicyStanding = 'current' | 'expired' | 'confirm' | 'unverified';

export interface PolicyReading {
  readonly policy: Policy;
  readonly standing: PolicyStanding;
  /** Ids of the planned measures that it may help; none for one that is about the whole mill. */
  readonly measures: readonly string[];
}

/** Whether a policy may be counted on at a day, YYYY-MM-DD; it holds on its last day. */
export function policyStanding(
  policy: Pick<Policy, 'validUntil' | 'confirmNotice' | 'mark'>,
  asOf: string,
): PolicyStanding {
  if (policy.validUntil !== null && policy.validUntil < asOf) return 'expired';
  if (policy.confirmNotice) return 'confirm';
  return needsVerification(policy.mark) ? 'unverified' : 'current';
}

const ORDER: readonly PolicyStanding[] = ['current', 'confirm', 'unverified', 'expired'];

/**
 * The policies for mills like this one that may help a planned measure, and those about the whole mill that have not run
 * out; what can be counted on first, then by id.
 */
export function policiesFor(
  policies: readonly Policy[],
  enterprise: Enterprise,
  planned: readonly PlannedMeasure[],
  asOf: string,
): PolicyReading[] {
  return policies
    .filter((policy) => isFor(policy, enterprise))
    .flatMap((policy) => {
      const measures = planned.filter((entry) => helps(policy, entry)).map(({ item }) => item.id);
      const standing = policyStanding(policy, asOf);
      const helpsAll = isForWholeMill(policy) && standing !== 'expired';
      return measures.length > 0 || helpsAll ? [{ policy, measures, standing }] : [];
    })
    .sort((a, b) => ORDER.indexOf(a.standing) - ORDER.indexOf(b.standing) || (a.policy.id < b.policy.id ? -1 : 1));
}

/** A policy of some cities needs a mill whose city is known. */
function isFor({ cities, subSectors }: Policy, { region, subSectors: own }: Enterprise): boolean {
  if (cities !== undefined && !cities.some((city) => city === region?.city)) return false;
  return subSectors === undefined || subSectors.some((sector) => own.includes(sector));
}

function isForWholeMill({ helps: { services, measures } }: Policy): boolean {
  return services.length === 0 && measures.length === 0;
}

function helps({ helps: { services, measures } }: Policy, { item, measure }: PlannedMeasure): boolean {
  const service = measure?.service ?? null;
  return measures.includes(item.id) || (service !== null && services.includes(service));
}
