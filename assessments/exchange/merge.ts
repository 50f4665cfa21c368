import { Dossier } from '../schema/dossier.ts';
import { revisionOf } from '../schema/revision.ts';
import { conflictId, contentOf, type Conflict, type DossierComparison } from './compare.ts';
import { CONTENT, pairsOf, saysNothing, type Pair, type Part } from './parts.ts';

/** Ids of the conflicts in which theirs is taken; in all others mine stands. */
export type TakenFromTheirs = ReadonlySet<string>;

/**
 * Puts two states of one dossier together. What only one of them has is kept, unknown properties included; where both
 * differ, the choice decides. Nothing is left out but what a choice names. The revision is the later of both; whoever
 * writes the result in place of mine raises it.
 */
export function mergeDossiers(mine: Dossier, theirs: Dossier, choices: TakenFromTheirs): Dossier {
  const content = merged(CONTENT, contentOf(mine), contentOf(theirs), [], choices);
  const { revision } = revisionOf(theirs) > revisionOf(mine) ? theirs : mine;
  return Dossier.parse({ ...mine, ...(revision === undefined ? {} : { revision }), ...(content as object) });
}

/**
 * The choices to begin with: mine stands, but for a value that says less than theirs: an empty text, or an answer that
 * is yet to be found out. None where nothing is compared.
 */
export function firstChoices(comparison: DossierComparison | undefined): TakenFromTheirs {
  const conflicts = comparison?.sections.flatMap((section) => section.conflicts) ?? [];
  return new Set(conflicts.filter(saysLess).map(({ id }) => id));
}

function merged(
  part: Part,
  mine: unknown,
  theirs: unknown,
  keys: readonly string[],
  choices: TakenFromTheirs,
): unknown {
  if (saysNothing(theirs)) return mine === undefined ? theirs : mine;
  if (saysNothing(mine)) return theirs;
  if (part.kind === 'value') {
    const differ = part.formOf(mine) !== part.formOf(theirs);
    return differ && choices.has(conflictId(keys)) ? theirs : mine;
  }
  const pairs = (pairsOf(part, mine, theirs) ?? []).map((pair) => ({
    ...pair,
    value: merged(pair.part, pair.mine, pair.theirs, [...keys, pair.key], choices),
  }));
  if (part.kind === 'list') return pairs.map(({ value }) => value);
  if (part.kind === 'groups') return itemsInOrder(mine as readonly unknown[], pairs);
  return Object.fromEntries(pairs.filter(({ value }) => value !== undefined).map(({ step, value }) => [step, value]));
}

/** Items of mine stay where they are; those that came in place of some stand where the first of these did, others behind. */
function itemsInOrder(before: readonly unknown[], groups: readonly (Pair & { readonly value: unknown })[]): unknown[] {
  const placed = groups.flatMap(({ mine, step, value }) =>
    (value as readonly unknown[]).map((item) => {
      const ofGroup = mine === undefined ? before.length : Number(step);
      return { item, place: value === mine ? before.indexOf(item) : ofGroup };
    }),
  );
  return placed.sort((a, b) => a.place - b.place).map(({ item }) => item);
}

function saysLess({ mine, theirs }: Conflict): boolean {
  return isBlank(mine) && !isBlank(theirs);
}

function isBlank(value: unknown): boolean {
  return value === '' || (typeof value === 'object' && value !== null && 'unknown' in value);
}
