import { bareHash } from '../schema/bare-hash.ts';
import { canonicalJson } from '../schema/canonical-json.ts';

/**
 * How a part of a dossier is taken apart when two of them are laid side by side. A value is compared and chosen as a whole;
 * members meet by name, the items of a list by their key, so that their order means nothing. Items of which several may
 * have one key, and only together say something, are groups: all of a key are one value.
 */
export type Part =
  | { readonly kind: 'value'; readonly formOf: (value: unknown) => string }
  | { readonly kind: 'members'; readonly partOf: (name: string) => Part }
  | { readonly kind: 'list'; readonly keyOf: (item: unknown) => string; readonly item: Part }
  | { readonly kind: 'groups'; readonly keyOf: (item: unknown) => string };

/** Two values that stand in the same place; undefined where one side has none. */
export interface Pair {
  /** The same on both sides. */
  readonly key: string;
  /** Name or position in mine; in theirs where mine has none. */
  readonly step: string | number;
  readonly part: Part;
  readonly mine: unknown;
  readonly theirs: unknown;
}

const VALUE = valueBy(canonicalJson);

/** An answer's value is of one kind only, so it is never put together from two. The order of ticks says nothing. */
const ANSWER_VALUE = valueBy((value) => {
  const choices = membersOf(value)['choices'];
  return canonicalJson(Array.isArray(choices) ? { ...membersOf(value), choices: choices.map(String).sort() } : value);
});

const GROUP = valueBy((items) => canonicalJson((items as readonly unknown[]).map(canonicalJson).sort()));
const HASH = valueBy(hashOf);
const RECORD = members({});
const ANSWER = members({
  self: ANSWER_VALUE,
  verified: ANSWER_VALUE,
  evidence: list(hashOf, HASH),
  evidenceNames: RECORD,
});
/** Lines of one kind add up, so that they are not put together from two registers. */
const BY_KIND: Part = { kind: 'groups', keyOf: memberOrAll('kind') };
const FACTS = members({ machines: BY_KIND, systems: BY_KIND });
/** Of a remark its text is compared, not what was suggested when it was written. */
const REMARK = valueBy((remark) => canonicalJson(membersOf(remark)['text'] ?? remark));
const DIAGNOSIS = members({
  packs: RECORD,
  answers: { kind: 'members', partOf: () => ANSWER },
  remarks: { kind: 'members', partOf: () => REMARK },
});

/**
 * What a dossier says, apart from its head. A plan is one value, as half of one and half of another fit neither budget;
 * so is what this version does not know.
 */
export const CONTENT: Part = members({
  enterprise: members({ region: RECORD, contacts: list(memberOrAll('name'), RECORD) }),
  facts: { kind: 'members', partOf: () => FACTS },
  diagnoses: list(memberOrAll('id'), DIAGNOSIS),
  visits: list(memberOrAll('id'), RECORD),
  evidence: list((file) => hashOf(membersOf(file)['sha256']), members({ sha256: HASH })),
});

/** What stands in the same place in both; null where the part is one value. */
export function pairsOf(part: Part, mine: unknown, theirs: unknown): Pair[] | null {
  if (part.kind === 'value') return null;
  const here = entriesOf(part, mine);
  const there = entriesOf(part, theirs);
  const added = [...there].filter(([key]) => !here.has(key));
  return [
    ...[...here].map(([key, entry]) => ({ key, ...entry, mine: entry.value, theirs: there.get(key)?.value })),
    ...added.map(([key, entry]) => ({ key, ...entry, mine: undefined, theirs: entry.value })),
  ];
}

/** Absent and null say the same: nothing. */
export function saysNothing(value: unknown): value is null | undefined {
  return value === undefined || value === null;
}

type Entries = Map<string, { readonly step: string | number; readonly part: Part; readonly value: unknown }>;

function entriesOf(part: Exclude<Part, { kind: 'value' }>, value: unknown): Entries {
  switch (part.kind) {
    case 'members':
      return namedMembers(part.partOf, value);
    case 'list':
      return keyedItems(part, value);
    case 'groups':
      return groupedItems(part, value);
  }
}

function namedMembers(partOf: (name: string) => Part, value: unknown): Entries {
  return new Map(
    Object.entries(membersOf(value)).map(([name, member]) => [name, { step: name, part: partOf(name), value: member }]),
  );
}

/** An item whose key was there before is a second one of its kind, not the same. */
function keyedItems({ keyOf, item: part }: Part & { kind: 'list' }, value: unknown): Entries {
  const seen = new Map<string, number>();
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  return new Map(
    items.map((item, step) => {
      const key = keyOf(item);
      const count = (seen.get(key) ?? 0) + 1;
      seen.set(key, count);
      return [count === 1 ? key : `${key} ${count}`, { step, part, value: item }];
    }),
  );
}

/** The place of a group is that of its first item. */
function groupedItems({ keyOf }: Part & { kind: 'groups' }, value: unknown): Entries {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  const keys = items.map(keyOf);
  return new Map(
    [...new Set(keys)].map((key) => [
      key,
      { step: keys.indexOf(key), part: GROUP, value: items.filter((_, i) => keys[i] === key) },
    ]),
  );
}

function valueBy(formOf: (value: unknown) => string): Part {
  return { kind: 'value', formOf };
}

function members(parts: Readonly<Record<string, Part>>): Part {
  return { kind: 'members', partOf: (name) => (Object.hasOwn(parts, name) ? parts[name] : undefined) ?? VALUE };
}

function list(keyOf: (item: unknown) => string, item: Part): Part {
  return { kind: 'list', keyOf, item };
}

/** An item that names nothing to know it by is known by all that it says. */
function memberOrAll(name: string): (item: unknown) => string {
  return (item) => {
    const key = membersOf(item)[name];
    return typeof key === 'string' ? key : canonicalJson(item);
  };
}

function hashOf(value: unknown): string {
  return bareHash(String(value));
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
