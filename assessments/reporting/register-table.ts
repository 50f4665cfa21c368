import type { MachineLine, SystemLine } from '../schema/machines.ts';
import type { Mill } from './report-input.ts';
import type { WorkbookCell } from './report-workbook.ts';
import { grouped } from './shown-figure.ts';
import { textId, type TextId } from './words.ts';

/** A column of the machine register or of the list of systems, in the report and in the workbook alike. */
export interface RegisterColumn<Line> {
  readonly title: TextId;
  /** In Latin characters of the usual size. */
  readonly width: number;
  readonly kind: 'text' | 'number';
  /** Null where the line does not say. */
  readonly cellOf: (line: Line, mill: Mill) => WorkbookCell;
}

export const MACHINE_COLUMNS: readonly RegisterColumn<MachineLine>[] = [
  { title: 'register-machine', width: 24, kind: 'text', cellOf: kindName },
  { title: 'register-count', width: 10, kind: 'number', cellOf: ({ count }) => count },
  { title: 'register-unit', width: 9, kind: 'text', cellOf: unitOf },
  { title: 'register-since', width: 13, kind: 'text', cellOf: ({ since }) => since ?? null },
  { title: 'register-digital', width: 11, kind: 'number', cellOf: ({ digital }) => digital ?? null },
  { title: 'register-networked', width: 9, kind: 'number', cellOf: ({ networked }) => networked ?? null },
  { title: 'register-on-cloud', width: 9, kind: 'number', cellOf: ({ onCloud }) => onCloud ?? null },
  { title: 'register-features', width: 37, kind: 'text', cellOf: featuresOf },
  { title: 'column-note', width: 18, kind: 'text', cellOf: ({ note }) => note ?? null },
];

export const SYSTEM_COLUMNS: readonly RegisterColumn<SystemLine>[] = [
  {
    title: 'register-system',
    width: 16,
    kind: 'text',
    cellOf: ({ kind }, { words }) => words.say(textId('system-', kind)),
  },
  { title: 'register-name', width: 26, kind: 'text', cellOf: ({ name }) => name ?? null },
  { title: 'register-since', width: 10, kind: 'text', cellOf: ({ since }) => since ?? null },
  { title: 'register-placed', width: 14, kind: 'text', cellOf: placeOf },
  { title: 'register-scope', width: 34, kind: 'text', cellOf: ({ scope }) => scope ?? null },
];

function kindName({ kind }: MachineLine, { context, words }: Mill): string {
  return words.pick(context.machines.get(kind)?.name) || kind;
}

function unitOf({ kind }: MachineLine, { context, words }: Mill): WorkbookCell {
  return words.unit(context.machines.get(kind)?.unit ?? '') || null;
}

/** How many of a line's machines have which feature; null where it says nothing of any. */
function featuresOf({ kind, with: features = {} }: MachineLine, { context, words }: Mill): WorkbookCell {
  const known = context.machines.get(kind)?.features;
  const texts = Object.entries(features).map(([id, count]) =>
    words.say('register-feature', { name: words.pick(known?.get(id)?.name) || id, count: grouped(count) }),
  );
  return words.list(texts) || null;
}

function placeOf({ cloud }: SystemLine, { words }: Mill): WorkbookCell {
  return cloud === undefined ? null : words.say(cloud ? 'system-on-cloud' : 'system-on-site');
}
