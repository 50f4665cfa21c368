import type { NumericFactId, YearFacts } from '../schema/facts.ts';

/** The facts of a year, telling which of them are asked for. */
export function watchedFacts(facts: YearFacts, onLooked: (fact: string) => void): YearFacts {
  return new Proxy(facts, {
    get: (target, name) => {
      onLooked(String(name));
      return Reflect.get(target, name) as unknown;
    },
  });
}

/** Any figure for each of these facts, to see what it would make known. */
export function anyFigures(facts: readonly NumericFactId[]): YearFacts {
  return Object.fromEntries(facts.map((fact) => [fact, 1]));
}

/** Of what suffices together the fewest that still do; the last ones are left out first. */
export function fewestThatSuffice<Item>(
  all: readonly Item[],
  suffice: (some: readonly Item[]) => boolean,
): readonly Item[] {
  return all.toReversed().reduce<readonly Item[]>((kept, item) => {
    const without = kept.filter((other) => other !== item);
    return suffice(without) ? without : kept;
  }, all);
}
