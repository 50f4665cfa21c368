import type { ContentSlide, SlidePart } from '../../../assessments/reporting/deck-document.ts';
import type {
  Figure,
  Ink,
  TableBlock,
  TableColumn,
  TableRow,
  TilesBlock,
} from '../../../assessments/reporting/report-document.ts';
import { TONE_INKS } from '../../ui/palette.ts';
import { BODY, LEAST_TYPE, TITLE, type Box } from './slide-geometry.ts';
import { cutToLines, heightOf, linesIn, textWidth } from './text-room.ts';

/** A line of text that ends with its paragraph. */
export interface Line {
  readonly text: string;
  readonly size: number;
  readonly ink: Ink;
  readonly strong?: boolean;
  /** How it begins: with a dot, or with its number. */
  readonly bullet?: 'dot' | 'number';
}

export interface PlacedCell {
  readonly text: string;
  readonly ink: Ink;
  readonly strong: boolean;
  readonly align: 'left' | 'right' | 'center';
  readonly columns: number;
}

/** What stands where on a slide, every text as long as it has room. */
export type Placed =
  | {
      readonly kind: 'text';
      readonly name: string;
      readonly box: Box;
      readonly lines: readonly Line[];
      readonly ground?: Ink;
      /** Room between the edge and the text. */
      readonly inset: number;
      readonly anchor: 'top' | 'middle';
      /** Between paragraphs. */
      readonly gap: number;
    }
  | {
      readonly kind: 'table';
      readonly box: Box;
      readonly size: number;
      readonly padding: number;
      readonly widths: readonly number[];
      readonly rows: readonly {
        readonly height: number;
        readonly isHead: boolean;
        readonly cells: readonly PlacedCell[];
      }[];
    }
  | { readonly kind: 'figure'; readonly box: Box; readonly figure: Figure; readonly name: string };

export interface PlacedSlide {
  readonly placed: readonly Placed[];
  /** Texts that were cut, in full, for the notes. */
  readonly cut: readonly string[];
}

/** One way to fill a slide: the size of type, the room in table cells, and how many lines a text may take. */
interface Fit {
  readonly size: number;
  readonly padding: number;
  readonly most: number;
}

/** From airy to dense; what even the last does not hold is cut. */
const FITS: readonly Fit[] = [
  { size: 18, padding: 8, most: 99 },
  { size: 16, padding: 7, most: 99 },
  { size: 14, padding: 7, most: 99 },
  { size: 14, padding: 5, most: 99 },
  { size: 13, padding: 4, most: 99 },
  { size: LEAST_TYPE, padding: 4, most: 99 },
  { size: LEAST_TYPE, padding: 3, most: 99 },
  ...[4, 3, 2, 1].map((most) => ({ size: LEAST_TYPE, padding: 3, most })),
];
const TABLE_TYPE = 14;
const CELL_SIDE = 5;
const GAP = 12;
const INSET = 10;
const BULLET_INDENT = 20;
const TITLES = [26, 24, 22, 20, 18] as const;
const LEAD = 16;

interface Laid {
  readonly placed: readonly Placed[];
  readonly height: number;
  readonly cut: readonly string[];
}

/** Gives every part of a slide its place: the largest type at which all of it fits, cut at the smallest only. */
export function layOutSlide({ title, tone = 'normal', lead, parts, source }: ContentSlide): PlacedSlide {
  const head = titleText(title, tone === 'normal' ? 'ink' : TONE_INKS[tone]);
  const top = leadText(lead, BODY);
  const foot = sourceText(source, BODY);
  const y = BODY.y + top.height + (top.height > 0 ? GAP : 0);
  const room: Box = { ...BODY, y, height: BODY.y + BODY.height - y - foot.height - (foot.height > 0 ? 6 : 0) };
  let body = stack(parts, room, FITS[0] as Fit);
  for (const fit of FITS) {
    body = stack(parts, room, fit);
    if (body.height <= room.height + 0.01) break;
  }
  const all = [head, top, body, foot];
  return { placed: all.flatMap(({ placed }) => placed), cut: all.flatMap(({ cut }) => cut) };
}

function titleText(title: string, ink: Ink): Laid {
  const size =
    TITLES.find(
      (one) => heightOf(linesIn(title, TITLE.width, { size: one, strong: true }), { size: one }) <= TITLE.height,
    ) ??
    TITLES[TITLES.length - 1] ??
    LEAST_TYPE;
  const text = cutToLines(title, TITLE.width, { size, strong: true }, Math.floor(TITLE.height / heightOf(1, { size })));
  return {
    placed: [
      {
        kind: 'text',
        name: 'title',
        box: TITLE,
        lines: [{ text, size, ink, strong: true }],
        inset: 0,
        anchor: 'middle',
        gap: 0,
      },
    ],
    height: TITLE.height,
    cut: text === title ? [] : [title],
  };
}

function leadText(lead: string, { x, y, width }: Box): Laid {
  if (lead === '') return NOTHING;
  const size = linesIn(lead, width, { size: LEAD }) <= 2 ? LEAD : LEAST_TYPE + 2;
  return paragraph(lead, { x, y, width, size, ink: 'text', most: 3, name: 'lead' });
}

function sourceText(source: string, { x, y, width, height }: Box): Laid {
  if (source === '') return NOTHING;
  const type = { size: LEAST_TYPE };
  const tall = heightOf(Math.min(2, linesIn(source, width, type)), type);
  return paragraph(source, { x, y: y + height - tall, width, ...type, ink: 'muted', most: 2, name: 'source' });
}

const NOTHING: Laid = { placed: [], height: 0, cut: [] };

function paragraph(
  whole: string,
  {
    x,
    y,
    width,
    size,
    ink,
    most,
    name,
  }: { x: number; y: number; width: number; size: number; ink: Ink; most: number; name: string },
): Laid {
  const text = cutToLines(whole, width, { size }, most);
  const height = heightOf(linesIn(text, width, { size }), { size });
  return {
    placed: [
      {
        kind: 'text',
        name,
        box: { x, y, width, height },
        lines: [{ text, size, ink }],
        inset: 0,
        anchor: 'top',
        gap: 0,
      },
    ],
    height,
    cut: text === whole ? [] : [whole],
  };
}

/** Parts below each other; a figure takes what the others leave. */
function stack(parts: readonly SlidePart[], room: Box, fit: Fit): Laid {
  const gaps = GAP * Math.max(0, parts.length - 1);
  const fixed = parts.reduce((sum, part) => sum + (part.kind === 'figure' ? 0 : laid(part, room, fit).height), 0);
  const figures = parts.filter(({ kind }) => kind === 'figure').length;
  const each = figures === 0 ? 0 : Math.max(LEAST_FIGURE, (room.height - gaps - fixed) / figures);
  let y = room.y;
  const all = parts.map((part) => {
    const one = laid(part, { ...room, y, height: part.kind === 'figure' ? each : room.y + room.height - y }, fit);
    y += one.height + GAP;
    return one;
  });
  return {
    placed: all.flatMap(({ placed }) => placed),
    height: all.reduce((sum, { height }) => sum + height, gaps),
    cut: all.flatMap(({ cut }) => cut),
  };
}

const LEAST_FIGURE = 120;

function laid(part: SlidePart, room: Box, fit: Fit): Laid {
  switch (part.kind) {
    case 'bullets':
      return bullets(part, room, fit);
    case 'tiles':
      return tiles(part, room);
    case 'cards':
      return cards(part, room, fit);
    case 'table':
      return table(part, room, fit);
    case 'figure':
      return figure(part, room);
    case 'columns': {
      const width = room.width - 2 * GAP;
      const left = laid(part.left, { ...room, width: width * part.share }, fit);
      const x = room.x + width * part.share + 2 * GAP;
      const right = laid(part.right, { ...room, x, width: width * (1 - part.share) }, fit);
      return {
        placed: [...left.placed, ...right.placed],
        height: Math.max(left.height, right.height),
        cut: [...left.cut, ...right.cut],
      };
    }
  }
}

function bullets({ title, ordered, items }: SlidePart & { kind: 'bullets' }, room: Box, { size, most }: Fit): Laid {
  const width = room.width - BULLET_INDENT;
  const gap = size * 0.4;
  const texts = items.map((item) => cutToLines(item, width, { size }, most));
  const head: Line[] = title === '' ? [] : [{ text: title, size, ink: 'primary', strong: true }];
  const lines = [
    ...head,
    ...texts.map((text): Line => ({ text, size, ink: 'text', bullet: ordered ? 'number' : 'dot' })),
  ];
  const tall = [
    ...head.map(({ text }) => linesIn(text, room.width, { size, strong: true })),
    ...texts.map((text) => linesIn(text, width, { size })),
  ];
  const height = tall.reduce((sum, count) => sum + heightOf(count, { size }) + gap, 0);
  return {
    placed: [{ kind: 'text', name: 'list', box: { ...room, height }, lines, inset: 0, anchor: 'top', gap }],
    height,
    cut: items.filter((item, i) => item !== texts[i]),
  };
}

const TILE = { label: 13, value: 26, detail: 12 } as const;

/** Figures in boxes of one height; a value that is too wide for its box is set smaller. */
function tiles({ tiles: all }: TilesBlock, room: Box): Laid {
  const width = (room.width - GAP * (all.length - 1)) / all.length;
  const inner = width - 2 * INSET;
  const cut: string[] = [];
  const kept = (whole: string, size: number, most: number, strong = false) => {
    const text = cutToLines(whole, inner, { size, strong }, most);
    if (text !== whole) cut.push(whole);
    return text;
  };
  const lines = all.map(({ label, value, detail, tone }): Line[] => {
    const fitting = (TILE.value * inner) / Math.max(inner, textWidth(value, { size: TILE.value, strong: true }));
    const size = Math.max(LEAST_TYPE + 2, Math.floor(fitting));
    return [
      { text: kept(label, TILE.label, 2), size: TILE.label, ink: 'muted' },
      { text: kept(value, size, 1, true), size, ink: tone === 'normal' ? 'ink' : TONE_INKS[tone], strong: true },
      ...(detail === '' ? [] : [{ text: kept(detail, TILE.detail, 3), size: TILE.detail, ink: 'text' } as const]),
    ];
  });
  const tall = lines.map((own) =>
    own.reduce((sum, { text, ...type }) => sum + heightOf(linesIn(text, inner, type), type), 0),
  );
  const height = Math.max(...tall) + 2 * INSET;
  return {
    placed: lines.map((own, i) => ({
      kind: 'text',
      name: 'tile',
      box: { x: room.x + i * (width + GAP), y: room.y, width, height },
      lines: own,
      ground: 'band',
      inset: INSET,
      anchor: 'middle',
      gap: 0,
    })),
    height,
    cut,
  };
}

/** Side by side in boxes of one height: title, the figure that decides, then rows of label and value. */
function cards({ cards: all }: SlidePart & { kind: 'cards' }, room: Box, { size, most }: Fit): Laid {
  const width = (room.width - GAP * (all.length - 1)) / all.length;
  const inner = width - 2 * INSET;
  const head = Math.min(18, size + 2);
  const cut: string[] = [];
  const kept = (whole: string, type: { size: number; strong?: boolean }, lines: number) => {
    const text = cutToLines(whole, inner, type, lines);
    if (text !== whole) cut.push(whole);
    return text;
  };
  const texts = all.map(({ title, value, rows }): Line[] => [
    {
      text: kept(title, { size: head, strong: true }, Math.max(2, Math.min(most, 4))),
      size: head,
      ink: 'ink',
      strong: true,
    },
    ...(value === ''
      ? []
      : [{ text: kept(value, { size: 20, strong: true }, 2), size: 20, ink: 'primary', strong: true } as const]),
    ...rows.map(([label, text]): Line => ({ text: kept(`${label}${text}`, { size }, most), size, ink: 'text' })),
  ]);
  const gap = size * 0.4;
  const tall = texts.map((own) =>
    own.reduce((sum, { text, ...type }) => sum + heightOf(linesIn(text, inner, type), type) + gap, 0),
  );
  const height = Math.max(...tall) + 2 * INSET;
  return {
    placed: texts.map((lines, i) => ({
      kind: 'text',
      name: 'card',
      box: { x: room.x + i * (width + GAP), y: room.y, width, height },
      lines,
      ground: 'band',
      inset: INSET,
      anchor: 'top',
      gap,
    })),
    height,
    cut,
  };
}

function table({ columns, rows }: TableBlock, room: Box, { size: wanted, padding, most }: Fit): Laid {
  const size = Math.min(wanted, TABLE_TYPE);
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => (room.width * width) / whole);
  const head: TableRow = { cells: columns.map(({ title }) => ({ text: title, strong: true, tone: 'accent' })) };
  const cut: string[] = [];
  const placedRows = [head, ...rows].map((row, i) =>
    placedRow(row, i === 0, { columns, widths, size, padding, most }, cut),
  );
  const height = placedRows.reduce((sum, row) => sum + row.height, 0);
  return {
    placed: [{ kind: 'table', box: { ...room, height }, size, padding, widths, rows: placedRows }],
    height,
    cut,
  };
}

function placedRow(
  { cells, band = false, span = false }: TableRow,
  isHead: boolean,
  {
    columns,
    widths,
    size,
    padding,
    most,
  }: Omit<Fit, 'size'> & { columns: readonly TableColumn[]; widths: readonly number[]; size: number },
  cut: string[],
) {
  const isWide = band || span;
  const shown = isWide ? cells.slice(0, 1) : columns.map((_, i) => cells[i] ?? '');
  let lines = 1;
  const placed = shown.map((cell, i): PlacedCell => {
    const { text: given, tone = 'normal', strong = band } = typeof cell === 'string' ? { text: cell } : cell;
    const width = (isWide ? widths.reduce((sum, one) => sum + one, 0) : (widths[i] ?? 0)) - 2 * CELL_SIDE;
    const text = cutToLines(given, width, { size, strong }, most);
    if (text !== given) cut.push(given);
    lines = Math.max(lines, linesIn(text, width, { size, strong }));
    return {
      text,
      ink: TONE_INKS[tone],
      strong,
      align: isWide ? 'left' : (columns[i]?.align ?? 'left'),
      columns: isWide ? columns.length : 1,
    };
  });
  return { height: heightOf(lines, { size }) + 2 * padding, isHead, cells: placed };
}

/** As large as its room lets it be, in the middle, with its caption below. */
function figure({ figure: drawn, caption }: SlidePart & { kind: 'figure' }, room: Box): Laid {
  const type = { size: LEAST_TYPE };
  const text = cutToLines(caption, room.width, type, 2);
  const below = caption === '' ? 0 : heightOf(linesIn(text, room.width, type), type) + 4;
  const scale = Math.min(room.width / drawn.width, (room.height - below) / drawn.height);
  const width = drawn.width * scale;
  const height = drawn.height * scale;
  const box = { x: room.x + (room.width - width) / 2, y: room.y, width, height };
  return {
    placed: [
      { kind: 'figure', box, figure: drawn, name: 'figure' },
      ...(caption === ''
        ? []
        : paragraph(caption, { ...room, y: room.y + height + 4, ...type, ink: 'muted', most: 2, name: 'caption' })
            .placed),
    ],
    height: height + below,
    cut: text === caption ? [] : [caption],
  };
}
