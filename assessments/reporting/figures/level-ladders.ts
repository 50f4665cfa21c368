import type { Figure, Ink, Shape } from '../report-document.ts';
import { LETTER, wrapped } from './lettering.ts';

/** A topic on its ladder of levels. */
export interface LevelLadder {
  readonly name: string;
  /** Below the name in smaller letters; empty for none. */
  readonly remark: string;
  readonly steps: number;
  /** Levels from 1; 0 where there is none yet. */
  readonly today: number;
  /** What it comes to; drawn beyond today. */
  readonly then: number;
  readonly target?: number;
  readonly points: string;
  /** Whether the target is reached, in words. */
  readonly state?: { readonly text: string; readonly tone: Ink };
}

const WIDTH = 487;
const NAME = { width: 132, size: 10 } as const;
const STEP = { width: 34, height: 13, gap: 2 } as const;
const ROW = 20.5;
const REMARK = 9.5;
const POINTS = { x: 318, size: 9 } as const;

/** Ladders of levels one below the other: dark up to today, hatched up to what it comes to, the target in a thick frame. */
export function levelLadders(ladders: readonly LevelLadder[], description: string): Figure {
  const shapes: Shape[] = [];
  let top = 0;
  for (const ladder of ladders) {
    const remark = wrapped(ladder.remark, WIDTH - NAME.width, 2);
    const height = ROW + remark.length * (REMARK + 1.5);
    shapes.push(...rowShapes(ladder, remark, top));
    top += height;
    shapes.push({
      kind: 'line',
      points: [
        [0, top],
        [WIDTH, top],
      ],
      closed: false,
      stroke: 'grid',
      strokeWidth: 0.5,
    });
  }
  return { width: WIDTH, height: top + 1, description, shapes };
}

function rowShapes(ladder: LevelLadder, remark: readonly string[], top: number): Shape[] {
  const baseline = top + 14.5;
  const { points, state } = ladder;
  return [
    { kind: 'text', x: 0, y: baseline, text: ladder.name, size: NAME.size, color: 'ink', strong: true },
    ...Array.from({ length: ladder.steps }, (_, i) => stepShapes(ladder, i + 1, top + 4)).flat(),
    ...frame(ladder, top + 4),
    { kind: 'text', x: POINTS.x, y: baseline, text: points, size: POINTS.size, color: 'text' },
    ...(state === undefined
      ? []
      : [
          {
            kind: 'text',
            x: WIDTH,
            y: baseline,
            text: state.text,
            size: POINTS.size,
            color: state.tone,
            align: 'right',
            strong: true,
          } as const,
        ]),
    ...remark.map((text, i): Shape => {
      return { kind: 'text', x: NAME.width, y: baseline + 3 + (i + 1) * REMARK, text, size: LETTER, color: 'muted' };
    }),
  ];
}

function stepAt(level: number): number {
  return NAME.width + (level - 1) * (STEP.width + STEP.gap);
}

function stepShapes({ today, then }: LevelLadder, level: number, y: number): Shape[] {
  const box = { kind: 'rect', x: stepAt(level), y, width: STEP.width, height: STEP.height } as const;
  const isToday = level <= today;
  const isThen = !isToday && level <= then;
  return [
    isToday
      ? { ...box, fill: 'primary' }
      : isThen
        ? { ...box, hatched: true, stroke: 'primary', strokeWidth: 0.6 }
        : { ...box, fill: 'band' },
    ...(isThen ? [plate(level, y)] : []),
    {
      kind: 'text',
      x: stepAt(level) + STEP.width / 2,
      y: y + 9.6,
      text: String(level),
      size: LETTER,
      color: isToday ? 'paper' : 'text',
      align: 'center',
      strong: level === today,
    },
  ];
}

/** Behind a number on a hatched ground. */
function plate(level: number, y: number): Shape {
  return { kind: 'rect', x: stepAt(level) + STEP.width / 2 - 5, y: y + 2, width: 10, height: 9, fill: 'paper' };
}

function frame({ target }: LevelLadder, y: number): Shape[] {
  if (target === undefined) return [];
  const box = { x: stepAt(target) - 1.2, y: y - 1.2, width: STEP.width + 2.4, height: STEP.height + 2.4 };
  return [{ kind: 'rect', ...box, stroke: 'ink', strokeWidth: 1.6 }];
}
