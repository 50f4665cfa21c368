import type { ContentSlide, SlidePart } from '../../../assessments/reporting/deck-document.ts';
import type { Ink } from '../../../assessments/reporting/report-document.ts';
import { TONE_INKS } from '../../ui/palette.ts';
import { cards, tiles } from './lay-out-boxes.ts';
import { table } from './lay-out-table.ts';
import { bullets, paragraph } from './lay-out-text.ts';
import { withoutLast } from './without-last.ts';
import type { Fit, Laid, PlacedSlide } from './placed.ts';
import { BODY, GAP, LEAST_TYPE, TITLE, type Box } from './slide-geometry.ts';
import { cutToLines, heightOf, linesIn } from './text-room.ts';

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
const TITLES = [26, 24, 22, 20, 18] as const;
const LEAD = 16;

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
    if (fits(body, room)) break;
  }
  const dropped: string[] = [];
  for (let kept = withoutLast(parts); kept !== null && !fits(body, room); kept = withoutLast(kept.parts)) {
    dropped.unshift(...kept.dropped);
    body = stack(kept.parts, room, FITS.at(-1) ?? (FITS[0] as Fit));
  }
  const all = [head, top, body, foot];
  return { placed: all.flatMap(({ placed }) => placed), cut: [...all.flatMap(({ cut }) => cut), ...dropped] };
}

function fits({ height }: Laid, room: Box): boolean {
  return height <= room.height + 0.01;
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

/** Beside a fuller part the other keeps the type that it has room for; `fit` is the densest. */
function largestFit(part: SlidePart, room: Box, fit: Fit): Laid {
  for (const one of FITS.slice(0, FITS.indexOf(fit))) {
    const fitting = laid(part, room, one);
    if (fits(fitting, room)) return fitting;
  }
  return laid(part, room, fit);
}

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
      const left = largestFit(part.left, { ...room, width: width * part.share }, fit);
      const x = room.x + width * part.share + 2 * GAP;
      const right = largestFit(part.right, { ...room, x, width: width * (1 - part.share) }, fit);
      return {
        placed: [...left.placed, ...right.placed],
        height: Math.max(left.height, right.height),
        cut: [...left.cut, ...right.cut],
      };
    }
  }
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
