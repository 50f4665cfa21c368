import type { CardsPart } from '../../../assessments/reporting/deck-document.ts';
import type { TilesBlock } from '../../../assessments/reporting/report-document.ts';
import { TONE_INKS } from '../../ui/palette.ts';
import type { Fit, Laid, Line } from './placed.ts';
import { GAP, LEAST_TYPE, type Box } from './slide-geometry.ts';
import { cutToLines, heightOf, linesIn, textWidth } from './text-room.ts';

const INSET = 10;
const TILE = { label: 13, value: 26, detail: 12 } as const;

/** Figures in boxes of one height; a value that is too wide for its box is set smaller. */
export function tiles({ tiles: all }: TilesBlock, room: Box): Laid {
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
export function cards({ cards: all }: CardsPart, room: Box, { size, most }: Fit): Laid {
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
