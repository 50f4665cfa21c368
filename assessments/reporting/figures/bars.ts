import type { Figure, Shape } from '../report-document.ts';

/** One bar: points 0..100, null where nothing applies. */
export interface Bar {
  readonly label: string;
  readonly low: number | null;
  readonly high: number | null;
  /** Beside the bar, such as `46.2` or `46.2–61.5`. */
  readonly value: string;
}

const WIDTH = 480;
const ROW = 19;
const BAR_HEIGHT = 9;
const LEFT = 172;
const RIGHT = 78;
const SCALE = WIDTH - LEFT - RIGHT;
const TOP = 6;
const TICKS = [0, 20, 40, 60, 80, 100];

/** Horizontal bars on a scale of 0 to 100; hatched from the low to the high bound. */
export function bars(rows: readonly Bar[], description: string): Figure {
  const bottom = TOP + rows.length * ROW;
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
        { kind: 'text', x: at(tick), y: bottom + 9, text: String(tick), size: 6.5, color: 'muted', align: 'center' },
      ]),
      ...rows.flatMap((row, i) => rowShapes(row, TOP + i * ROW)),
    ],
  };
}

function at(points: number): number {
  return LEFT + (SCALE * points) / 100;
}

function rowShapes({ label, low, high, value }: Bar, top: number): Shape[] {
  const y = top + (ROW - BAR_HEIGHT) / 2;
  const baseline = y + BAR_HEIGHT - 1.5;
  const bar = { kind: 'rect', y, height: BAR_HEIGHT } as const;
  return [
    { kind: 'text', x: LEFT - 8, y: baseline, text: label, size: 8.5, color: 'text', align: 'right' },
    ...(low === null || high === null || high - low < 0.05
      ? []
      : [
          {
            ...bar,
            x: at(low),
            width: at(high) - at(low),
            hatched: true,
            stroke: 'primary' as const,
            strokeWidth: 0.5,
          },
        ]),
    ...(low === null || low === 0 ? [] : [{ ...bar, x: at(0), width: at(low) - at(0), fill: 'primary' as const }]),
    { kind: 'text', x: WIDTH - RIGHT + 8, y: baseline, text: value, size: 8.5, color: 'ink', strong: true },
  ];
}
