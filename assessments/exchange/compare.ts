import { library } from '../packs/registry.ts';
import type { Dossier } from '../schema/dossier.ts';
import type { PackId } from '../schema/ids.ts';
import { pointer, type Problem } from '../schema/problem.ts';
import { CONTENT, pairsOf, saysNothing, type Part } from './parts.ts';

/**
 * How theirs stands to mine, judged by contents alone, as a dossier does not say when its values were written.
 * Newer holds all that mine holds and more, older the reverse; in a conflict both have something of their own.
 */
export type Relation = 'same' | 'newer' | 'older' | 'conflict';

/** What is compared together; `other` is what this version does not know. */
export type Section =
  | { readonly kind: 'enterprise' | 'plan' | 'visits' | 'evidence' | 'other' }
  | { readonly kind: 'facts'; readonly year: string }
  /** Day, year and pinned packs of a diagnosis. */
  | { readonly kind: 'diagnosis'; readonly diagnosis: string }
  | { readonly kind: 'answers'; readonly diagnosis: string; readonly pack: PackId };

/** One place where both say something, and not the same. */
export interface Conflict {
  /** Names the conflict when it is decided. */
  readonly id: string;
  /** Where it stands in mine. */
  readonly path: Problem['path'];
  readonly mine: unknown;
  readonly theirs: unknown;
}

export interface SectionComparison {
  readonly section: Section;
  /** Only here: theirs adds nothing to mine; only there: the reverse. */
  readonly state: 'same' | 'only-here' | 'only-there' | 'differing';
  /** How many values only one side has. */
  readonly onlyHere: number;
  readonly onlyThere: number;
  readonly conflicts: readonly Conflict[];
}

export interface DossierComparison {
  readonly relation: Relation;
  readonly sections: readonly SectionComparison[];
}

/** Lays two states of one dossier side by side; their ids are taken to be the same. */
export function compareDossiers(mine: Dossier, theirs: Dossier): DossierComparison {
  const bySection = new Map<string, { section: Section; values: ComparedValue[] }>();
  for (const value of valuesOf(CONTENT, contentOf(mine), contentOf(theirs), [], [])) {
    const section = sectionOf(value.keys);
    const name = JSON.stringify(section);
    const entry = bySection.get(name) ?? { section, values: [] };
    entry.values.push(value);
    bySection.set(name, entry);
  }
  const sections = [...bySection.values()].map(({ section, values }) => compareSection(section, values));
  return { relation: relationOf(sections), sections };
}

/** A dossier without its head (format, version, id and revision), in the order in which people read it. */
export function contentOf(dossier: Dossier) {
  const { format: _format, version: _version, id: _id, revision: _revision, ...content } = dossier;
  const { enterprise, facts, diagnoses, plan, visits, evidence, ...unknown } = content;
  return { enterprise, facts, diagnoses, plan, visits, evidence, ...unknown };
}

/** The id of the conflict that lies at these keys. */
export function conflictId(keys: readonly string[]): string {
  return pointer(keys);
}

type Likeness = 'same' | 'only-here' | 'only-there' | 'differing';

interface ComparedValue {
  readonly keys: readonly string[];
  readonly path: Problem['path'];
  readonly standing: Likeness;
  readonly mine: unknown;
  readonly theirs: unknown;
}

function valuesOf(
  part: Part,
  mine: unknown,
  theirs: unknown,
  keys: readonly string[],
  path: Problem['path'],
): ComparedValue[] {
  if (part.kind === 'value') {
    if (saysNothing(mine) && saysNothing(theirs)) return [];
    return [{ keys, path, standing: likenessOf(part, mine, theirs), mine, theirs }];
  }
  return (pairsOf(part, mine, theirs) ?? []).flatMap((pair) =>
    valuesOf(pair.part, pair.mine, pair.theirs, [...keys, pair.key], [...path, pair.step]),
  );
}

function likenessOf({ formOf }: Part & { kind: 'value' }, mine: unknown, theirs: unknown): Likeness {
  if (saysNothing(theirs)) return 'only-here';
  if (saysNothing(mine)) return 'only-there';
  return formOf(mine) === formOf(theirs) ? 'same' : 'differing';
}

function compareSection(section: Section, values: readonly ComparedValue[]): SectionComparison {
  const count = (standing: Likeness) => values.filter((value) => value.standing === standing).length;
  const onlyHere = count('only-here');
  const onlyThere = count('only-there');
  const conflicts = values
    .filter(({ standing }) => standing === 'differing')
    .map(({ keys, path, mine, theirs }) => ({ id: conflictId(keys), path, mine, theirs }));
  return { section, state: stateOf(onlyHere, onlyThere, conflicts.length), onlyHere, onlyThere, conflicts };
}

function stateOf(onlyHere: number, onlyThere: number, conflicts: number): SectionComparison['state'] {
  if (conflicts > 0 || (onlyHere > 0 && onlyThere > 0)) return 'differing';
  if (onlyHere > 0) return 'only-here';
  return onlyThere > 0 ? 'only-there' : 'same';
}

function relationOf(sections: readonly SectionComparison[]): Relation {
  const states = new Set(sections.map(({ state }) => state));
  if (states.has('differing') || (states.has('only-here') && states.has('only-there'))) return 'conflict';
  if (states.has('only-there')) return 'newer';
  return states.has('only-here') ? 'older' : 'same';
}

function sectionOf([top = '', inner = '', member, question = '']: readonly string[]): Section {
  switch (top) {
    case 'enterprise':
    case 'plan':
    case 'visits':
    case 'evidence':
      return { kind: top };
    case 'facts':
      return { kind: 'facts', year: inner };
    case 'diagnoses': {
      const pack = member === 'answers' ? library.packOf(question) : undefined;
      return pack === undefined ? { kind: 'diagnosis', diagnosis: inner } : { kind: 'answers', diagnosis: inner, pack };
    }
    default:
      return { kind: 'other' };
  }
}
