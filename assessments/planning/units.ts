import type { YearFacts } from '../schema/facts.ts';
import { namesAllKinds, type MachineLine } from '../schema/machines.ts';
import { CONNECTIONS, type Per, type Scope } from '../schema/measure.ts';
import type { MillSize } from './mill-size.ts';

/** The machines that a measure works on at this mill. */
export interface Units {
  /** Machines that lack it. */
  readonly lacking: number;
  /** All machines of the kinds, with it or without. */
  readonly count: number;
  /** The register names the machines; else both figures are typical for a mill of that size. */
  readonly isCounted: boolean;
  /** Every line of the register says what it has; false also where figures are typical. */
  readonly isKnown: boolean;
}

/** What the register, else the size of the mill, says of the machines of a scope. */
export function unitsOf(scope: Scope, facts: YearFacts, size: MillSize): Units {
  const lines = (facts.machines ?? []).filter(({ kind }) => scope.kinds.includes(kind));
  const complete = facts['machines.complete'] ?? [];
  const isNamed = namesAllKinds(complete) || scope.kinds.every((kind) => complete.includes(kind));
  if (lines.length === 0 && !isNamed) {
    const typical = scope.typical[size];
    return { lacking: typical, count: typical, isCounted: false, isKnown: false };
  }
  const old = lines.filter(({ since }) => since === undefined || since < (scope.builtBefore ?? Infinity));
  return {
    lacking: old.reduce((sum, line) => sum + line.count - (having(line, scope.lacks) ?? 0), 0),
    count: lines.reduce((sum, { count }) => sum + count, 0),
    isCounted: true,
    isKnown: old.every(
      (line) =>
        having(line, scope.lacks) !== undefined && (scope.builtBefore === undefined || line.since !== undefined),
    ),
  };
}

/**
 * Whether every machine of some kinds has a feature: false once the register names one that has not, true only where it
 * names them all and each has it, null where it does not say.
 */
export function everyHas(kinds: readonly string[], feature: string, facts: YearFacts): boolean | null {
  const lines = (facts.machines ?? []).filter(({ kind }) => kinds.includes(kind));
  const complete = facts['machines.complete'] ?? [];
  const parts = lines.map((line) => ({ count: line.count, having: having(line, feature) }));
  if (parts.some((part) => part.having !== undefined && part.having < part.count)) return false;
  const isNamed = namesAllKinds(complete) || kinds.every((kind) => complete.includes(kind));
  return isNamed && parts.every((part) => part.having !== undefined) ? true : null;
}

/** How many machines of a line have a feature or connection; undefined where it does not say. */
function having(line: MachineLine, lacks: string | null): number | undefined {
  if (lacks === null) return 0;
  const connection = CONNECTIONS.find((name) => name === lacks);
  return connection === undefined ? line.with?.[lacks] : line[connection];
}

/** How many times an amount counts, and whether that rests on figures of the mill. */
export interface Times {
  readonly times: number;
  readonly isSized: boolean;
}

/** How many times an amount counts at this mill: by lacking unit, by so many of a fact, or once. */
export function timesOf(per: Per, units: Units | null, facts: YearFacts, size: MillSize): Times {
  switch (per.kind) {
    case 'mill':
      return { times: 1, isSized: true };
    case 'unit':
      return { times: units?.lacking ?? 0, isSized: units?.isCounted ?? false };
    case 'fact': {
      const own = facts[per.fact];
      return { times: (own ?? per.typical[size]) / per.each, isSized: own !== undefined };
    }
  }
}
