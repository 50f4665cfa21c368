import { library, shippedPacks } from '#assessments/packs/registry.ts';
import { factSheet } from '#assessments/schema/fact-sheet.ts';
import { REMARK_PLACES } from '#assessments/schema/remarks.ts';
import type { Problem } from '#assessments/schema/problem.ts';
import type { WindowWords } from '../../i18n/use-words.ts';
import { shortHash } from '../../ui/short-hash.ts';
import { knownIds } from '../../documents/composer/known-ids.ts';

type Step = Problem['path'][number];

/** A feature has one name, whatever the kind of machine. */
const MACHINE_FEATURES = new Map([...knownIds.machines.values()].flatMap(({ features }) => [...features]));

/** A part of a dossier as people call it. */
export interface NamedPart {
  readonly name: string;
  /** The name says of which list it is one, so that the list need not be named before. */
  readonly isItem: boolean;
  /** The part that a step of a path leads to; null where it has no name. */
  readonly below: (step: Step) => NamedPart | null;
}

/**
 * What the parts of a dossier are called. `days` are the opening days of its diagnoses by position; a diagnosis
 * whose day is null or absent is called by its number, from one.
 */
export function dossierParts(words: WindowWords, days: readonly (string | null)[]): NamedPart {
  const { say } = words;
  const { leaf, group, list } = partsIn(words);
  return group(say('place-file'), {
    format: leaf(say('place-format')),
    version: leaf(say('place-version')),
    id: leaf(say('place-id')),
    enterprise: enterprisePart(words),
    facts: factsPart(words),
    diagnoses: diagnosesPart(words, days),
    plan: leaf(say('place-plan')),
    visits: list(say('place-visits')),
    evidence: list(say('evidence'), {
      sha256: leaf(say('place-fingerprint')),
      name: leaf(say('place-file-name')),
      mime: leaf(say('place-file-kind')),
      bytes: leaf(say('place-file-size')),
      addedOn: leaf(say('place-added-on')),
      note: leaf(say('note')),
    }),
  });
}

function enterprisePart(words: WindowWords): NamedPart {
  const { say } = words;
  const { leaf, group, list } = partsIn(words);
  return group(say('place-enterprise'), {
    name: leaf(say('name')),
    uscc: leaf(say('credit-code')),
    region: group(say('place-region'), { city: leaf(say('city')), county: leaf(say('county')) }),
    subSectors: list(say('sub-sectors')),
    mainSubSector: leaf(say('place-main-sub-sector')),
    processes: list(say('processes')),
    processType: leaf(say('place-process-type')),
    employees: leaf(say('place-employees')),
    contacts: list(say('place-contacts'), {
      name: leaf(say('place-contact-name')),
      role: leaf(say('place-contact-role')),
      phone: leaf(say('place-contact-phone')),
    }),
  });
}

function factsPart(words: WindowWords): NamedPart {
  const { say, pick } = words;
  const { leaf, list, keyed, item } = partsIn(words);
  const line = {
    class: leaf(say('product-class')),
    quantity: leaf(say('quantity')),
    unit: leaf(say('unit')),
    widthCm: leaf(say('width')),
    massKgPer100m: leaf(say('mass')),
    conversion: leaf(say('place-conversion')),
    reworkPercent: leaf(say('place-rework')),
  };
  const machine = {
    kind: leaf(say('place-machine-kind')),
    count: leaf(say('place-machine-count')),
    since: leaf(say('place-since')),
    digital: leaf(say('place-digital')),
    networked: leaf(say('place-networked')),
    onCloud: leaf(say('place-on-cloud')),
    with: keyed(say('place-machine-features'), (id) => {
      const feature = MACHINE_FEATURES.get(String(id));
      return feature === undefined ? null : leaf(pick(feature.name));
    }),
    note: leaf(say('note')),
  };
  const system = {
    kind: leaf(say('place-system-kind')),
    name: leaf(say('place-system-name')),
    since: leaf(say('place-since')),
    scope: leaf(say('place-system-scope')),
    cloud: leaf(say('place-on-cloud')),
  };
  const lists = { 'output.products': line, machines: machine, 'machines.complete': {}, systems: system };
  const fact = (id: Step) => {
    const label = pick(ownValue(factSheet, id)?.label);
    if (label === '') return null;
    const items = ownValue(lists, id);
    return items === undefined ? leaf(label) : list(label, items);
  };
  return keyed(say('step-facts'), (year) =>
    /^\d{4}$/.test(String(year)) ? item(keyed(say('place-facts-of', { year }), fact)) : null,
  );
}

function diagnosesPart(words: WindowWords, days: readonly (string | null)[]): NamedPart {
  const { say, pick } = words;
  const { leaf, group, list, keyed, item } = partsIn(words);
  const value = {
    rung: leaf(say('place-rung')),
    value: leaf(say('place-figure')),
    choices: list(say('place-choices')),
    gate: leaf(say('place-gate')),
    na: leaf(say('not-applicable')),
    unknown: leaf(say('find-out')),
  };
  const answer = {
    self: group(say('side-self'), value),
    verified: group(say('side-verified'), value),
    verifiedOn: leaf(say('verified-on')),
    verifiedBy: leaf(say('verifier')),
    note: leaf(say('note')),
    flag: leaf(say('flag')),
    evidence: list(say('evidence')),
    evidenceNames: keyed(say('place-file-name'), (hash) => leaf(shortHash(String(hash)))),
  };
  const diagnosis = {
    id: leaf(say('place-diagnosis-id')),
    openedOn: leaf(say('place-opened-on')),
    year: leaf(say('year')),
    packs: keyed(say('topic'), (id) => {
      const pack = ownValue(shippedPacks, id);
      return pack === undefined ? null : leaf(pick(pack.name));
    }),
    answers: keyed(say('place-answers'), (id) =>
      library.packOf(String(id)) !== undefined ? item(group(say('place-question', { id }), answer)) : null,
    ),
    remarks: group(
      say('place-remarks'),
      Object.fromEntries(
        REMARK_PLACES.map((place) => [place, group(say(`remark-place-${place}`), { text: leaf(say('place-text')) })]),
      ),
    ),
    team: list(say('place-team'), {
      name: leaf(say('place-contact-name')),
      role: leaf(say('place-contact-role')),
      unit: leaf(say('place-member-unit')),
      duty: leaf(say('place-member-duty')),
    }),
  };
  return keyed(say('place-diagnoses'), (position) => {
    if (typeof position !== 'number') return null;
    const day = days[position] ?? null;
    const name =
      day === null ? say('place-diagnosis-number', { number: position + 1 }) : say('place-diagnosis-of', { day });
    return item(group(name, diagnosis));
  });
}

/** The kinds of parts: a single value, named properties, a list of alike ones, or members named by their key. */
function partsIn({ say }: WindowWords) {
  const keyed = (name: string, below: NamedPart['below']): NamedPart => ({ name, isItem: false, below });
  const item = (part: NamedPart): NamedPart => ({ ...part, isItem: true });
  const group = (name: string, parts: Readonly<Record<string, NamedPart>>) =>
    keyed(name, (step) => ownValue(parts, step) ?? null);
  const leaf = (name: string) => group(name, {});
  const list = (name: string, parts: Readonly<Record<string, NamedPart>> = {}) =>
    keyed(name, (step) =>
      typeof step === 'number' ? item(group(say('place-nth', { list: name, number: step + 1 }), parts)) : null,
    );
  return { keyed, item, group, leaf, list };
}

function ownValue<T extends object>(object: T, key: Step): T[keyof T] | undefined {
  return Object.hasOwn(object, key) ? object[key as keyof T] : undefined;
}
