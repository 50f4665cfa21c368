import { namesAllKinds, type MachineKinds } from './machines.ts';
import type { Problem } from './problem.ts';

/** Kinds and features that no kind of machine has, in the raw facts of the years of a dossier. */
export function findUnknownMachines(facts: unknown, known: MachineKinds): Problem[] {
  return Object.entries(membersOf(facts)).flatMap(([year, ofYear]) => {
    const { machines, 'machines.complete': complete } = membersOf(ofYear);
    return [
      ...itemsOf(machines).flatMap((line, i) => unknownInLine(line, ['facts', year, 'machines', i], known)),
      ...unknownInComplete(itemsOf(complete), ['facts', year, 'machines.complete'], known),
    ];
  });
}

function unknownInLine(line: unknown, at: Problem['path'], known: MachineKinds): Problem[] {
  const { kind, with: features } = membersOf(line);
  if (typeof kind !== 'string') return [];
  const found = known.get(kind);
  if (found === undefined) return [{ path: [...at, 'kind'], code: 'unknown-machine' }];
  return Object.keys(membersOf(features))
    .filter((feature) => !found.features.has(feature))
    .map((feature) => ({ path: [...at, 'with', feature], code: 'unknown-machine' }));
}

/** All kinds are said by one word alone: beside kinds it is none of them. */
function unknownInComplete(complete: readonly unknown[], at: Problem['path'], known: MachineKinds): Problem[] {
  if (namesAllKinds(complete)) return [];
  return complete.flatMap((kind, i) =>
    typeof kind !== 'string' || known.has(kind) ? [] : [{ path: [...at, i], code: 'unknown-machine' as const }],
  );
}

function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
