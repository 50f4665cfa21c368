import type { Ink, Shape } from '../report-document.ts';
import { LEADING, LETTER, letter, letteringWidth, rule, wrapped } from './lettering.ts';

/** A flow on one side of the middle bar. */
export interface Band {
  readonly label: string;
  readonly value: string;
  readonly amount: number;
  /** `flow` is measured, `again` comes round once more, `unknown` is what is left. */
  readonly look: 'flow' | 'again' | 'unknown';
}

/** A part of the middle bar, from its top. */
export interface Part {
  readonly lines: readonly string[];
  readonly amount: number;
}

const WIDTH = 480;
const SIDE = 112;
const REACH = 64;
const NODE = 4;
const TALLEST = 150;
const STEP = LETTER * LEADING;
const GAP = 5;
const TOP = 4;
const SAMPLES = 12;

const LOOKS: Readonly<Record<Band['look'], { fill: Ink; stroke: Ink; dashed: boolean }>> = {
  flow: { fill: 'primary-soft', stroke: 'primary', dashed: false },
  again: { fill: 'band', stroke: 'muted', dashed: false },
  unknown: { fill: 'paper', stroke: 'muted', dashed: true },
};

export interface Sankey {
  readonly shapes: readonly Shape[];
  readonly bottom: number;
  /** The lower edge of the last band on each side. */
  readonly ends: { readonly left: number; readonly right: number };
}

/** Bands into a bar and out of it, widths to one scale; both sides add up to the same. */
export function sankey(left: readonly Band[], middle: readonly Part[], right: readonly Band[]): Sankey {
  const total = left.reduce((sum, { amount }) => sum + amount, 0);
  const scale = TALLEST / total;
  const [into, out] = [slotsOf(left, scale), slotsOf(right, scale)];
  const height = Math.max(TALLEST, into.height, out.height);
  const [x1, x2] = [SIDE + NODE + REACH, WIDTH - SIDE - NODE - REACH];
  const barTop = TOP + (height - TALLEST) / 2;
  const [leftTop, rightTop] = [into, out].map((side) => TOP + (height - side.height) / 2) as [number, number];
  return {
    shapes: [
      ...sideShapes(into, { edge: SIDE + NODE, bar: x1, barTop, top: leftTop, scale }),
      ...sideShapes(out, { edge: WIDTH - SIDE - NODE, bar: x2, barTop, top: rightTop, scale }),
      ...barShapes(middle, { x: x1, width: x2 - x1, top: barTop, scale }),
    ],
    bottom: TOP + height,
    ends: { left: leftTop + lowerEdge(into), right: rightTop + lowerEdge(out) },
  };
}

interface Slot {
  readonly band: Band;
  readonly lines: readonly string[];
  /** Middle of the band from the top of its side. */
  readonly middle: number;
  readonly thickness: number;
}

interface Slots {
  readonly slots: readonly Slot[];
  readonly height: number;
}

function slotsOf(bands: readonly Band[], scale: number): Slots {
  let y = 0;
  const slots = bands.map((band): Slot => {
    const lines = [...wrapped(band.label, SIDE - 4, 3), band.value];
    const thickness = band.amount * scale;
    const room = Math.max(thickness, lines.length * STEP) + GAP;
    const slot = { band, lines, middle: y + room / 2, thickness };
    y += room;
    return slot;
  });
  return { slots, height: y };
}

function lowerEdge({ slots }: Slots): number {
  const last = slots.at(-1);
  return last === undefined ? 0 : last.middle + last.thickness / 2;
}

interface Side {
  readonly edge: number;
  readonly bar: number;
  readonly barTop: number;
  readonly top: number;
  readonly scale: number;
}

function sideShapes({ slots }: Slots, { edge, bar, barTop, top, scale }: Side): Shape[] {
  let at = barTop;
  const isLeft = edge < bar;
  return slots.flatMap(({ band, lines, middle, thickness }) => {
    const y = top + middle;
    const drawn = Math.max(thickness, 0.8);
    const from = { x: edge, y: y - drawn / 2 };
    const to = { x: bar, y: at };
    at += band.amount * scale;
    const x = isLeft ? edge - NODE - 3 : edge + NODE + 3;
    const first = y - ((lines.length - 1) * STEP) / 2 + 0.36 * LETTER;
    return [
      ribbon(from, to, drawn, LOOKS[band.look]),
      {
        kind: 'rect',
        x: isLeft ? edge - NODE : edge,
        y: from.y,
        width: NODE,
        height: drawn,
        ...(band.look === 'flow' ? { fill: 'primary' as const } : { stroke: 'muted' as const, strokeWidth: 0.6 }),
      } satisfies Shape,
      ...lines.map((line, i) =>
        letter(line, x, first + i * STEP, {
          align: isLeft ? 'right' : 'left',
          strong: i === lines.length - 1,
          color: i === lines.length - 1 ? 'ink' : 'text',
        }),
      ),
    ];
  });
}

/** A band that bends from one height to another. */
function ribbon(
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
  thickness: number,
  { fill, stroke, dashed }: (typeof LOOKS)[Band['look']],
): Shape {
  const along = Array.from({ length: SAMPLES + 1 }, (_, i): [number, number] => {
    const t = i / SAMPLES;
    return [from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t * t * (3 - 2 * t)];
  });
  const back = along.map(([x, y]): [number, number] => [x, y + thickness]).reverse();
  return { kind: 'line', points: [...along, ...back], closed: true, fill, stroke, strokeWidth: 0.5, dashed };
}

function barShapes(
  parts: readonly Part[],
  {
    x,
    width,
    top,
    scale,
  }: { readonly x: number; readonly width: number; readonly top: number; readonly scale: number },
): Shape[] {
  let y = top;
  return parts.flatMap(({ lines, amount }): Shape[] => {
    const height = amount * scale;
    const middle = y + height / 2;
    const shown = linesIn(lines, height - 1, width - 4);
    const first = middle - ((shown.length - 1) * STEP) / 2 + 0.36 * LETTER;
    const shapes: Shape[] = [
      { kind: 'rect', x, y, width, height, fill: 'paper', stroke: 'primary', strokeWidth: 0.9 },
      ...shown.map((line, i) => letter(line, x + width / 2, first + i * STEP, { align: 'center' })),
    ];
    y += height;
    return shapes;
  });
}

/** The lines one below the other, in one line, or none, as there is room. */
function linesIn(lines: readonly string[], height: number, width: number): readonly string[] {
  if (height >= lines.length * STEP) return lines;
  const line = lines.join(' ');
  return height >= STEP && letteringWidth(line, LETTER) <= width ? [line] : [];
}

/** From the last band on the right back to the last on the left, below all, with its words under the line. */
export function wayBack({ bottom, ends }: Sankey, text: string): { readonly shapes: Shape[]; readonly bottom: number } {
  const y = bottom + 8;
  const [right, left] = [WIDTH - SIDE - NODE / 2, SIDE + NODE / 2];
  return {
    shapes: [
      rule(
        [
          [right, ends.right + 1],
          [right, y],
          [left, y],
          [left, ends.left + 5],
        ],
        { stroke: 'ink', strokeWidth: 0.8, dashed: true },
      ),
      {
        kind: 'line',
        points: [
          [left, ends.left + 1],
          [left - 3, ends.left + 6],
          [left + 3, ends.left + 6],
        ],
        closed: true,
        fill: 'ink',
      },
      letter(text, WIDTH / 2, y + LETTER + 2, { align: 'center', color: 'muted' }),
    ],
    bottom: y + LETTER + 5,
  };
}
