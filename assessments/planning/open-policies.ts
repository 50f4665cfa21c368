import type { Enterprise } from '../schema/dossier.ts';
import { needsVerification } from '../schema/marks.ts';
import { POLICY_KINDS, type Condition, type Policy } from '../schema/policy.ts';
import type { ScoredMill } from '../scoring/scored-mill.ts';
import type { PlannedMeasure } from './planned-measures.ts';
import { conditionState, type ConditionState } from './readiness.ts';

export interface PolicyCondition {
  readonly condition: Condition;
  readonly state: ConditionState;
}

/** A policy that the mill may count on. */
export interface PolicyReading {
  readonly policy: Policy;
  /** Ids of the planned measures that it may help; none for one that is about the whole mill. */
  readonly measures: readonly string[];
  /** Its conditions on the mill as it is, the one that decides first: the first that is missing, else the first written. */
  readonly conditions: readonly PolicyCondition[];
  /** Those listed beside it that cannot be taken together with it. */
  readonly excludes: readonly Policy[];
}

/** Whether a policy may be counted on at a day, YYYY-MM-DD: begun, not over, its notice seen. It holds on its last day. */
export function isInForce(
  { validFrom, validUntil, confirmNotice, mark }: Pick<Policy, 'validFrom' | 'validUntil' | 'confirmNotice' | 'mark'>,
  asOf: string,
): boolean {
  if (validFrom !== undefined && validFrom > asOf) return false;
  if (validUntil !== null && validUntil < asOf) return false;
  return !confirmNotice && !needsVerification(mark);
}

/**
 * The policies in force for mills like this one that may help a planned measure, and those about the whole mill: those
 * with an amount first, then by kind and id, but what cannot be taken together side by side.
 */
export function policiesFor(
  policies: readonly Policy[],
  mill: ScoredMill,
  planned: readonly PlannedMeasure[],
  asOf: string,
): PolicyReading[] {
  const found = policies
    .filter((policy) => isInForce(policy, asOf) && isFor(policy, mill.dossier.enterprise))
    .flatMap((policy) => {
      const measures = planned.filter((entry) => helps(policy, entry)).map(({ item }) => item.id);
      return measures.length > 0 || isForWholeMill(policy) ? [{ policy, measures }] : [];
    });
  const order = found.map(({ policy }) => policy).sort(forReading);
  const place = ({ policy, excludes }: PolicyReading) =>
    Math.min(...[policy, ...excludes].map((one) => order.indexOf(one)));
  return found
    .map(({ policy, measures }) => ({
      policy,
      measures,
      conditions: conditionsOf(policy, mill),
      excludes: order.filter(({ id }) => policy.excludes?.includes(id) ?? false),
    }))
    .sort((a, b) => place(a) - place(b) || order.indexOf(a.policy) - order.indexOf(b.policy));
}

function forReading(a: Policy, b: Policy): number {
  const kind = (policy: Policy) => POLICY_KINDS.indexOf(policy.kind);
  return Number(a.amount === null) - Number(b.amount === null) || kind(a) - kind(b) || (a.id < b.id ? -1 : 1);
}

function conditionsOf({ conditions = [] }: Policy, mill: ScoredMill): PolicyCondition[] {
  const read = conditions.map((condition) => ({ condition, state: conditionState(condition, mill) }));
  const missing = read.find(({ state }) => state === 'missing');
  return missing === undefined ? read : [missing, ...read.filter((other) => other !== missing)];
}

/** A policy of some cities needs a mill whose city is known. */
function isFor({ cities, subSectors }: Policy, { region, subSectors: own }: Enterprise): boolean {
  if (cities !== undefined && !cities.some((city) => city === region?.city)) return false;
  return subSectors === undefined || subSectors.some((sector) => own.includes(sector));
}

function isForWholeMill({ helps: { services, providers, measures } }: Policy): boolean {
  return services.length === 0 && providers === undefined && measures.length === 0;
}

function helps({ helps: { services, providers = [], measures } }: Policy, { item, measure }: PlannedMeasure): boolean {
  const service = measure?.service ?? null;
  return (
    measures.includes(item.id) ||
    (service !== null && services.includes(service)) ||
    (measure !== null && providers.includes(measure.provider))
  );
}
