import type { BulletsPart } from '../../../assessments/reporting/deck-document.ts';
import type { Ink } from '../../../assessments/reporting/report-document.ts';
import type { Fit, Laid, Line } from './placed.ts';
import type { Box } from './slide-geometry.ts';
import { cutToLines, heightOf, linesIn } from './text-room.ts';

const BULLET_INDENT = 20;

/** One text over the width of its room, cut to so many lines. */
export function paragraph(
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

/** A list below its title. */
export function bullets({ title, ordered, items }: BulletsPart, room: Box, { size, most }: Fit): Laid {
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
