import { Quantity } from '#assessments/schema/quantity.ts';
import type { MachineKind, MachineLine } from '#assessments/schema/machines.ts';
import { Year } from '#assessments/schema/units.ts';
import { AS_STORED, shownIn } from '../fact-units.ts';
import { storedFrom } from '../read-figure.ts';
import { withoutUndefined } from '../without-undefined.ts';

/** A line of the register while it is typed: without a count it says nothing yet, and stays out of the record. */
export type LineDraft = Pick<MachineLine, 'kind'> & Partial<MachineLine>;

/** How many of a line's machines have it. */
export const PARTS = ['digital', 'networked', 'onCloud'] as const;
const FEATURE = 'with:';
type FeatureColumn = `${typeof FEATURE}${string}`;

/** A cell of a line by what stands in it, in the order in which people type and paste. */
export type Column = 'count' | 'since' | (typeof PARTS)[number] | FeatureColumn | 'note';
/** The columns that every line has before its own features. */
export const FIRST_COLUMNS = ['count', 'since', ...PARTS] as const;

/** The columns of a line: those of its kind, and of features that its kind does not know but the line says. */
export function columnsOf(line: LineDraft, kind: MachineKind | undefined): Column[] {
  const features = new Set([...(kind?.features.keys() ?? []), ...Object.keys(line.with ?? {})]);
  return [...FIRST_COLUMNS, ...[...features].map((id): FeatureColumn => `${FEATURE}${id}`), 'note'];
}

/** The id of the feature that a column counts; null for one that counts none. */
export function featureOf(column: Column): string | null {
  return column.startsWith(FEATURE) ? column.slice(FEATURE.length) : null;
}

/** What stands in a cell; empty where the line does not say. */
export function cellText(line: LineDraft, column: Column): string {
  if (column === 'note') return line.note ?? '';
  if (column === 'since') return line.since === undefined ? '' : String(line.since);
  const value = numberIn(line, column);
  return value === undefined ? '' : shownIn(value, AS_STORED);
}

/** Why a cell does not take what was typed. */
export type Refusal =
  | { readonly code: 'no-figure' | 'no-year' | 'count-needed' }
  /** More of them than the line has. */
  | { readonly code: 'above-count'; readonly most: number }
  /** Fewer machines than those that have something. */
  | { readonly code: 'below-part'; readonly least: number };

export type Typed = { readonly ok: true; readonly line: LineDraft } | { readonly ok: false; readonly refusal: Refusal };

/** The line with a text typed into one of its cells; an emptied cell is unknown again. */
export function typedInto(line: LineDraft, column: Column, text: string): Typed {
  if (column === 'note') return taken({ ...line, note: text.trim() === '' ? undefined : text.trim() });
  const figure = storedFrom(text, AS_STORED);
  if (column === 'since') return yearTyped(line, figure);
  if (figure === undefined || !Quantity.nullable().safeParse(figure).success) return refused({ code: 'no-figure' });
  if (column === 'count') return countTyped(line, figure);
  const most = line.count ?? Infinity;
  if (figure !== null && figure > most) return refused({ code: 'above-count', most });
  const feature = featureOf(column);
  return taken(feature === null ? { ...line, [column]: figure ?? undefined } : withFeature(line, feature, figure));
}

/**
 * The line with several cells typed at once, its count before the rest, and what was refused. What is typed over does not
 * hold the count back.
 */
export function typedRow(line: LineDraft, cells: ReadonlyMap<Column, string>) {
  const refusals = new Map<Column, Refusal>();
  const emptied = [...cells.keys()].reduce<LineDraft>((now, column) => {
    const typed = column === 'count' ? null : typedInto(now, column, '');
    return typed?.ok === true ? typed.line : now;
  }, line);
  const ordered = [...cells].sort(([a], [b]) => Number(b === 'count') - Number(a === 'count'));
  const after = ordered.reduce((now, [column, text]) => {
    const typed = typedInto(now, column, text);
    if (typed.ok) return typed.line;
    refusals.set(column, typed.refusal);
    const kept = typedInto(now, column, cellText(line, column));
    return kept.ok ? kept.line : now;
  }, emptied);
  return { line: after, refusals };
}

function yearTyped(line: LineDraft, figure: number | null | undefined): Typed {
  const since = Year.nullable().safeParse(figure);
  return since.success ? taken({ ...line, since: since.data ?? undefined }) : refused({ code: 'no-year' });
}

function countTyped(line: LineDraft, figure: number | null): Typed {
  if (figure === null) return line.count === undefined ? taken(line) : refused({ code: 'count-needed' });
  const least = Math.max(0, ...PARTS.map((part) => line[part] ?? 0), ...Object.values(line.with ?? {}));
  return figure < least ? refused({ code: 'below-part', least }) : taken({ ...line, count: figure });
}

function withFeature(line: LineDraft, feature: string, figure: number | null): LineDraft {
  const { [feature]: _old, ...others } = line.with ?? {};
  const features = figure === null ? others : { ...others, [feature]: figure };
  return { ...line, with: Object.keys(features).length === 0 ? undefined : features };
}

function numberIn(line: LineDraft, column: Exclude<Column, 'note' | 'since'>): number | undefined {
  const feature = featureOf(column);
  return feature === null ? line[column as Exclude<Column, FeatureColumn | 'note' | 'since'>] : line.with?.[feature];
}

function taken(line: { [K in keyof LineDraft]: LineDraft[K] | undefined }): Typed {
  return { ok: true, line: withoutUndefined(line) as LineDraft };
}

function refused(refusal: Refusal): Typed {
  return { ok: false, refusal };
}
