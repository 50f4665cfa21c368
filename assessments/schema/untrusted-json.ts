import { FoundProblems, type ReadOutcome, type Problem, type ProblemCode } from './problem.ts';

/** Deeper than any dossier, shallower than any stack. */
const DEEPEST = 64;

/** More than any dossier holds. Parsed, a value takes up to a hundred bytes, however few it took as text. */
const MOST_VALUES = 250_000;

/** Names that reach into JavaScript's object model. */
const UNSAFE_NAMES = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Reads JSON that anyone may have written. What would take more stack or memory than a dossier can is refused before it is
 * parsed; a name that stands twice in one object, of which the parser would take the last without a word, and one that
 * reaches into the object model wherever they stand.
 */
export function readUntrustedJson(text: string): ReadOutcome<unknown> {
  const names = new FoundProblems();
  const excess = lookThrough(text, names);
  if (excess !== null) return { ok: false, problems: [excess] };
  const value = parsed(text);
  if (value === undefined) return { ok: false, problems: [{ path: [], code: 'not-json' }] };
  return names.isEmpty ? { ok: true, value } : { ok: false, problems: names.list };
}

/** Undefined where the text is not JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** An object or list whose end was not reached yet. */
interface Open {
  /** Those that stood in the object so far; null for a list, and for an object before its first. */
  names: Set<string> | null;
  /** Name or position of the value that is being read. */
  step: string | number;
  /** The next string is a name. */
  awaitsName: boolean;
}

/** One way through the text, JSON or not: adds bad names, gives what there is too much of. */
function lookThrough(text: string, names: FoundProblems): Problem | null {
  const open: Open[] = [];
  let values = 0;
  for (let i = 0; i < text.length; i += 1) {
    const inner = open.at(-1);
    switch (text.charAt(i)) {
      case '"': {
        const end = endOfString(text, i);
        if (inner?.awaitsName === true) takeName(stringAt(text, i, end), inner, open, names);
        i = end;
        break;
      }
      case '{':
      case '[': {
        const isObject = text[i] === '{';
        open.push({ names: null, step: isObject ? '' : 0, awaitsName: isObject });
        if (open.length > DEEPEST) return { path: [], code: 'too-deep' };
        values += 1;
        break;
      }
      case '}':
      case ']':
        open.pop();
        break;
      case ',':
        if (inner !== undefined) goOn(inner);
        values += 1;
        break;
      default:
    }
    if (values > MOST_VALUES) return { path: pathOf(open.slice(0, 1)), code: 'too-many-values' };
  }
  return null;
}

function takeName(name: string, object: Open, open: readonly Open[], found: FoundProblems): void {
  object.awaitsName = false;
  object.step = name;
  const code: ProblemCode | null = UNSAFE_NAMES.has(name)
    ? 'forbidden-name'
    : object.names?.has(name) === true
      ? 'duplicate-key'
      : null;
  if (code !== null) found.add(pathOf(open), code);
  object.names ??= new Set();
  object.names.add(name);
}

function goOn(container: Open): void {
  if (typeof container.step === 'number') container.step += 1;
  else container.awaitsName = true;
}

function pathOf(open: readonly Open[]): Problem['path'] {
  return open.map(({ step }) => step);
}

/** Position of the closing quote; the end of the text where there is none. */
function endOfString(text: string, start: number): number {
  let i = start + 1;
  while (i < text.length && text[i] !== '"') i += text[i] === '\\' ? 2 : 1;
  return i;
}

/** What stands between the quotes; the same name may be spelled with escapes or without. */
function stringAt(text: string, start: number, end: number): string {
  const spelled = text.slice(start + 1, end);
  if (!spelled.includes('\\')) return spelled;
  const read = parsed(`"${spelled}"`);
  return typeof read === 'string' ? read : spelled;
}
