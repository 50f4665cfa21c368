import type { Figure, Ink, Shape } from '../report-document.ts';
import { LETTER } from './lettering.ts';

/** How far a bar reaches: points 0..100, null where nothing applies. */
interface Reach {
  readonly low: number | null;
  readonly high: number | null;
  /** Beside the bar, such as `46.2` or `46.2–61.5`. */
  readonly value: string;
}

export interface Bar extends Reach {
  readonly label: string;
  /** A second bar below, such as the mill's own score below the verified one. */
  readonly below?: Reach;
}

const WIDTH = 480;
const ROW = 19;
const PAIR_ROW = 27;
const BAR_HEIGHT = 9;
const LEFT = 196;
const RIGHT = 76;
const SCALE = WIDTH - LEFT - RIGHT;
const TOP = 6;
const TICKS = [0, 20, 40, 60, 80, 100];

/** Horizontal bars on a scale of 0 to 100; hatched from the low to the high bound. */
export function bars(rows: readonly Bar[], description: string): Figure {
  const rowHeight = rows.some((row) => row.below !== undefined) ? PAIR_ROW : ROW;
  const bottom = TOP + rows.length * rowHeight;
  return {
    width: WIDTH,
    height: bottom + 14,
    description,
    shapes: [
      ...TICKS.flatMap((tick): Shape[] => [
        {
          kind: 'line',
          points: [
            [at(tick), TOP],
            [at(tick), bottom],
          ],
          closed: false,
          stroke: 'grid',
          strokeWidth: 0.5,
        },
        { kind: 'text', x: at(tick), y: bottom + 9, text: String(tick), size: LETTER, color: 'muted', align: 'center' },
      ]),
      ...rows.flatMap((row, i) => rowShapes(row, TOP + i * rowHeight, rowHeight)),
    ],
  };
}

function at(points: number): number {
  return LEFT + (SCALE * points) / 100;
}

function rowShapes(row: Bar, top: number, rowHeight: number): Shape[] {
  const bars = row.below === undefined ? 1 : 2;
  const y = top + (rowHeight - bars * BAR_HEIGHT) / 2;
  return [
    {
      kind: 'text',
      x: LEFT - 8,
      y: top + rowHeight / 2 + 3,
      text: row.label,
      size: 8.5,
      color: 'text',
      align: 'right',
    },
    ...barShapes(row, y, 'primary', true),
    ...(row.below === undefined ? [] : barShapes(row.below, y + BAR_HEIGHT, 'primary-soft', false)),
  ];
}

function barShapes({ low, high, value }: Reach, y: number, fill: Ink, strong: boolean): Shape[] {
  const bar = { kind: 'rect', y, height: BAR_HEIGHT, stroke: 'primary', strokeWidth: 0.5 } as const;
  return [
    ...(low === null || high === null || high - low < 0.05
      ? []
      : [{ ...bar, x: at(low), width: at(high) - at(low), hatched: true }]),
    ...(low === null || low === 0 ? [] : [{ ...bar, x: at(0), width: at(low) - at(0), fill }]),
    {
      kind: 'text',
      x: WIDTH - RIGHT + 8,
      y: y + BAR_HEIGHT - 1.5,
      text: value,
      size: 8.5,
      color: strong ? 'ink' : 'muted',
      strong,
    },
  ];
}
