import type { CoverSlide } from '../../../assessments/reporting/deck-document.ts';
import type { PlacedSlide } from './placed.ts';
import { LEAST_TYPE, SLIDE, type Box } from './slide-geometry.ts';
import { cutToLines, heightOf, linesIn } from './text-room.ts';

const SIDE = 64;
const WIDTH = SLIDE.width - 2 * SIDE;
export const COVER_GROUND: Box = { x: 0, y: 0, width: SLIDE.width, height: 356 };
export const COVER_TITLE: Box = { x: SIDE, y: 104, width: WIDTH, height: 88 };
const KICKER: Box = { x: SIDE, y: 64, width: 620, height: 26 };
const ENTERPRISE: Box = { x: SIDE, y: 204, width: WIDTH, height: 34 };
const LEAD: Box = { x: SIDE, y: 252, width: WIDTH, height: 84 };
const ROWS: Box = { x: SIDE, y: 378, width: WIDTH, height: 140 };

/** The first slide: whose deck it is and the whole in one sentence, on a dark ground; below, who made it and when. */
export function layOutCover({ kicker, title, enterprise, lead, rows }: CoverSlide): PlacedSlide {
  const cut: string[] = [];
  const kept = (whole: string, box: Box, sizes: readonly number[], strong = false) => {
    const fits = (size: number) => heightOf(linesIn(whole, box.width, { size, strong }), { size }) <= box.height + 0.01;
    const size = sizes.find(fits) ?? sizes.at(-1) ?? LEAST_TYPE;
    const text = cutToLines(
      whole,
      box.width,
      { size, strong },
      Math.max(1, Math.floor(box.height / heightOf(1, { size }))),
    );
    if (text !== whole) cut.push(whole);
    return { text, size, strong };
  };
  const bare = { kind: 'text', inset: 0, gap: 0 } as const;
  const line = { ...bare, anchor: 'top' } as const;
  const facts = rows.map(([label, value]) => `${label}${value}`);
  return {
    placed: [
      { ...line, name: 'kicker', box: KICKER, lines: [{ ...kept(kicker, KICKER, [16, 14, 12]), ink: 'primary-soft' }] },
      {
        ...line,
        name: 'title',
        box: COVER_TITLE,
        lines: [{ ...kept(title, COVER_TITLE, [32, 28, 24], true), ink: 'paper' }],
      },
      {
        ...line,
        name: 'enterprise',
        box: ENTERPRISE,
        lines: [{ ...kept(enterprise, ENTERPRISE, [22, 20, 18, 16, 14], true), ink: 'paper' }],
      },
      { ...line, name: 'lead', box: LEAD, lines: [{ ...kept(lead, LEAD, [20, 18, 16, 14]), ink: 'paper' }] },
      {
        ...line,
        name: 'facts',
        box: ROWS,
        lines: facts.map((text) => ({ ...kept(text, { ...ROWS, height: 22 }, [14, 12]), ink: 'text' })),
        gap: 4,
      },
    ],
    cut,
  };
}
