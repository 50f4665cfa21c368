import type { Figure, Ink, Shape } from '../report-document.ts';

/** One bar of the timetable, in months from the start. */
export interface GanttRow {
  readonly label: string;
  readonly phase: 1 | 2 | 3;
  readonly from: number;
  readonly to: number;
}

const WIDTH = 480;
const LEFT = 176;
const RIGHT = 6;
const TOP = 16;
const ROW = 12;
const BAR = 7;
const LABEL = 6.8;
/** What the label of a month takes. */
const LABEL_ROOM = 34;
const HANZI = /[\u2e80-\u9fff\uff00-\uffef]/u;

const LOOKS: Readonly<Record<1 | 2 | 3, { readonly fill?: Ink; readonly hatched?: boolean }>> = {
  1: { fill: 'primary' },
  2: { fill: 'primary-soft' },
  3: { hatched: true },
};

/** Bars over the months of a plan, told apart by darkness; `ends` are the months that phases end at, then that of the last bar where it is later; the last is the width. */
export function gantt(
  rows: readonly GanttRow[],
  ends: readonly number[],
  { month, description }: { readonly month: (months: number) => string; readonly description: string },
): Figure {
  const bottom = TOP + rows.length * ROW;
  const [first = 0, second = first] = ends;
  const last = ends.at(-1) ?? second;
  const scale = (WIDTH - LEFT - RIGHT) / last;
  const at = (months: number) => LEFT + Math.min(Math.max(months, 0), last) * scale;
  const rule = (months: number): Shape => ({
    kind: 'line',
    points: [
      [at(months), TOP - 3],
      [at(months), bottom],
    ],
    closed: false,
    stroke: 'grid',
    strokeWidth: 0.8,
  });
  return {
    width: WIDTH,
    height: bottom + 4,
    description,
    shapes: [
      { kind: 'rect', x: at(first), y: TOP, width: at(second) - at(first), height: bottom - TOP, fill: 'band' },
      ...[0, ...ends].map(rule),
      ...[0, ...ends.filter((months) => months === last || at(last) - at(months) > LABEL_ROOM)].map(
        (months): Shape => ({
          kind: 'text',
          x: at(months),
          y: TOP - 6,
          text: month(months),
          size: LABEL,
          color: 'muted',
          align: months === 0 ? 'left' : months === last ? 'right' : 'center',
        }),
      ),
      ...rows.flatMap((row, i) => rowShapes(row, TOP + i * ROW, at)),
    ],
  };
}

function rowShapes({ label, phase, from, to }: GanttRow, top: number, at: (months: number) => number): Shape[] {
  const y = top + (ROW - BAR) / 2;
  return [
    { kind: 'text', x: 0, y: y + BAR - 1, text: shortened(label, LEFT - 8), size: LABEL, color: 'text' },
    {
      kind: 'rect',
      x: at(from),
      y,
      width: Math.max(at(to) - at(from), 1.5),
      height: BAR,
      stroke: 'primary',
      strokeWidth: 0.5,
      ...LOOKS[phase],
    },
  ];
}

/** A label cut to a width in points, by rough widths: a hanzi is as wide as the size, another character about half. */
function shortened(label: string, room: number): string {
  let width = 0;
  let kept = '';
  for (const character of label) {
    width += LABEL * (HANZI.test(character) ? 1 : 0.56);
    if (width > room - LABEL) return `${kept.trimEnd()}…`;
    kept += character;
  }
  return label;
}
