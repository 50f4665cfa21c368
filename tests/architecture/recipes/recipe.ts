import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '#tests/support/cli.ts';

/** What a stranger who follows a recipe of CONTRIBUTING writes, and what must be so then. */
export interface Followed {
  /** The recipe's heading. */
  readonly title: string;
  /** A folder that is copied before anything is edited. */
  readonly copied?: { readonly from: string; readonly to: string };
  /** By path: the new text of a file from the one before, which is empty for a new file. */
  readonly edits: Readonly<Record<string, (text: string) => string>>;
  /** Looks at the program with the recipe in it. */
  readonly holds: (program: Program) => Promise<void>;
}

/** The program of the copy in which the recipes were followed. */
export interface Program {
  /** A module of the copy, under its path in the project. */
  readonly load: <T>(path: string) => Promise<T>;
  readonly read: (path: string) => string;
}

/** A recipe as it is written: the places of its steps, and the tests that tell whether it is right. */
export interface Written {
  readonly places: readonly string[];
  readonly tests: readonly string[];
}

const CONTRIBUTING = readFileSync(join(PROJECT, 'CONTRIBUTING.md'), 'utf8');

/** The recipe under a heading. @throws where there is none, or it does not say how one knows that it is right */
export function writtenRecipe(title: string): Written {
  const text = CONTRIBUTING.split('\n### ').find((section) => section.startsWith(`${title}\n`));
  if (text === undefined) throw new Error(`no recipe “${title}”`);
  const [, command] = /^Right when `npx vitest run ([^`]+)`/m.exec(text) ?? [];
  if (command === undefined) throw new Error(`“${title}” names no test`);
  return {
    places: [...text.matchAll(/^\d+\. `([^`]+)`/gm)].map((match) => match[1] ?? ''),
    tests: command.split(' '),
  };
}

/** Whether a path is of a place of a recipe, in which `<name>` is one folder or file. */
export function isAt(path: string, place: string): boolean {
  const source = place.replaceAll('.', '\\.').replaceAll(/<[^>]+>/g, '[^/]+');
  return new RegExp(`^${source}$`).test(path);
}

/** Puts text behind the first line that holds an anchor. @throws where none does */
export function behind(anchor: string, inserted: string): (text: string) => string {
  return (text) => {
    const at = text.indexOf(anchor);
    if (at < 0) throw new Error(`no line with ${anchor}`);
    const end = text.indexOf('\n', at) + 1;
    return `${text.slice(0, end)}${inserted}\n${text.slice(end)}`;
  };
}

/** Changes a JSON file as a value. */
export function asJson<T>(change: (value: T) => void): (text: string) => string {
  return (text) => {
    const value = JSON.parse(text) as T;
    change(value);
    return JSON.stringify(value, null, 2);
  };
}

/** A new file. */
export function fresh(content: string): () => string {
  return () => content;
}
