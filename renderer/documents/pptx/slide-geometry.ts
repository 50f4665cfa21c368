/** Points; origin at the top left of the slide. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** 16:9, 13 1/3 by 7 1/2 inches. */
export const SLIDE = { width: 960, height: 540 } as const;
const SIDE = 44;
const WIDTH = SLIDE.width - 2 * SIDE;

export const TITLE: Box = { x: SIDE, y: 24, width: WIDTH, height: 68 };
export const RULE: Box = { x: SIDE, y: 96, width: WIDTH, height: 2 };
/** What title, rule and foot leave. */
export const BODY: Box = { x: SIDE, y: 108, width: WIDTH, height: 390 };
export const FOOT: Box = { x: SIDE, y: 512, width: WIDTH - 60, height: 18 };
export const NUMBER: Box = { x: SLIDE.width - SIDE - 50, y: 512, width: 50, height: 18 };

/** Between parts. */
export const GAP = 12;
/** Between the edge of a table cell and its text. */
export const CELL_SIDE = 5;

/** The smallest type that the last row of a meeting room reads. */
export const LEAST_TYPE = 12;
/** Distance of two lines in their size, the same in every reader since fonts differ in theirs. */
export const LEADING = 1.35;

const EMU = 12_700;

/** English Metric Units, the whole numbers of Office. */
export function emu(points: number): number {
  return Math.round(points * EMU);
}
