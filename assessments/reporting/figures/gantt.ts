import type { KeptView } from '../../planning/kept-view.ts';
import type { PlannedMeasure } from '../../planning/planned-measures.ts';
import { LAST_MONTH, PHASE_ENDS, type Phase } from '../../schema/plan.ts';
import { daysOf, idOf, monthsText, nameOf, titleOf } from '../plan-text.ts';
import { plannedMillOf } from '../planned-mill.ts';
import type { FigureBlock, Ink, Shape } from '../report-document.ts';
import type { Mill } from '../report-input.ts';
import type { Words } from '../words.ts';
import { LEADING, LETTER, letter, lettered, letteringWidth, rule, wrapped } from './lettering.ts';
import { milestoneShapes, milestonesOf, type Milestone } from './milestones.ts';

/** What a timetable is drawn from, the money as shown. */
export type RouteMap = Pick<KeptView, 'planned' | 'startOn' | 'gatesClosed' | 'targets' | 'mill'>;

const WIDTH = 480;
const LEFT = 178;
const RIGHT = 34;
const TOP = 20;
const BAR = 7;
const PAD = 5;
/** What the bars of one figure may take, so that it stands on a page with its milestones. */
const TALLEST = 250;
/** What the label of a month takes. */
const LABEL_ROOM = 12;

const LOOKS: Readonly<Record<Phase, { readonly fill?: Ink; readonly hatched?: boolean }>> = {
  1: { fill: 'primary' },
  2: { fill: 'primary-soft' },
  3: { hatched: true },
};

interface Row {
  readonly entry: PlannedMeasure;
  readonly label: readonly string[];
  readonly height: number;
}

/**
 * `Mill → FigureBlock[]`. The route map of the plan: when each open measure runs, from its one schedule, with what must
 * stand at the end of each phase; in as many figures as pages need, milestones below the last. The table has the figure by
 * which each measure is accepted. Empty without a plan, or where all is done.
 */
export function routeMap(mill: Mill): FigureBlock[] {
  const planned = plannedMillOf(mill);
  return planned === null ? [] : timetable({ ...planned.plan, planned: planned.open }, mill.words);
}

/** The same for measures as they stand in the window. */
export function timetable(view: RouteMap, words: Words): FigureBlock[] {
  const rows = inOrder(view.planned).map((entry) => rowOf(entry, words));
  const parts = inParts(rows);
  const milestones = milestonesOf(view, words);
  return parts.map((part, i) => {
    const isLast = i === parts.length - 1;
    return figureBlock(part, isLast ? milestones : [], view, {
      words,
      part: parts.length === 1 ? '' : words.say('gantt-part', { part: i + 1, parts: parts.length }),
    });
  });
}

/** When some measures of a plan run, on the months of the whole plan, without its milestones. */
export function timetableOf(entries: readonly PlannedMeasure[], view: RouteMap, words: Words): FigureBlock {
  return figureBlock(
    inOrder(entries).map((entry) => rowOf(entry, words)),
    [],
    view,
    { words, part: '' },
  );
}

function inOrder(entries: readonly PlannedMeasure[]): PlannedMeasure[] {
  return [...entries].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function rowOf(entry: PlannedMeasure, words: Words): Row {
  const label = wrapped(titleOf(entry, words), LEFT - 8, 2);
  return { entry, label, height: label.length * LETTER * LEADING + PAD };
}

function inParts(rows: readonly Row[]): (readonly Row[])[] {
  const whole = rows.reduce((sum, { height }) => sum + height, 0);
  const count = Math.ceil(whole / TALLEST);
  const parts: Row[][] = [];
  let filled = 0;
  for (const row of rows) {
    const part = Math.min(count - 1, Math.floor((filled + row.height / 2) / (whole / count)));
    (parts[part] ??= []).push(row);
    filled += row.height;
  }
  return parts;
}

function figureBlock(
  rows: readonly Row[],
  milestones: readonly Milestone[],
  view: RouteMap,
  { words, part }: { readonly words: Words; readonly part: string },
): FigureBlock {
  const bottom = TOP + rows.reduce((sum, { height }) => sum + height, 0);
  const below = milestoneShapes(milestones, bottom + 8, WIDTH);
  const at = monthScale(view);
  return {
    kind: 'figure',
    figure: {
      width: WIDTH,
      height: below.bottom + 2,
      description: words.say('gantt-description', { count: rows.length }),
      shapes: [...months(view, bottom, at, words), ...rowShapes(rows, at), ...below.shapes],
    },
    caption: words.say('gantt-caption', { start: view.startOn, part }),
    table: {
      kind: 'table',
      columns: [
        { title: words.say('column-id'), width: 9 },
        { title: words.say('column-measure'), width: 28 },
        { title: words.say('column-from'), width: 13, align: 'right' },
        { title: words.say('column-to'), width: 13, align: 'right' },
        { title: words.say('card-acceptance'), width: 37 },
      ],
      rows: rows.map(({ entry }) => ({
        cells: [
          idOf(entry),
          nameOf(entry, words),
          ...daysOf(entry, view),
          entry.measure === null ? '—' : words.pick(entry.measure.acceptance),
        ],
      })),
    },
  };
}

function lastMonth({ planned }: RouteMap): number {
  return Math.max(LAST_MONTH, ...planned.map(({ span }) => span.end));
}

function monthScale(view: RouteMap): (month: number) => number {
  const last = lastMonth(view);
  return (month) => LEFT + ((WIDTH - LEFT - RIGHT) * Math.min(Math.max(month, 0), last)) / last;
}

function months(view: RouteMap, bottom: number, at: (month: number) => number, words: Words): Shape[] {
  const last = lastMonth(view);
  const ends = [...PHASE_ENDS, ...(last > LAST_MONTH ? [last] : [])];
  const [first, second] = PHASE_ENDS;
  return [
    { kind: 'rect', x: at(first), y: TOP, width: at(second) - at(first), height: bottom - TOP, fill: 'band' },
    ...[0, ...ends].map((month) =>
      rule(
        [
          [at(month), TOP - 4],
          [at(month), bottom],
        ],
        month === LAST_MONTH ? { stroke: 'muted', strokeWidth: 0.8 } : { strokeWidth: 0.8 },
      ),
    ),
    letter(words.say('gantt-month'), LEFT - 8, TOP - 8, { color: 'muted', align: 'right' }),
    ...[0, ...ends.filter((month) => month === last || at(last) - at(month) > LABEL_ROOM)].map((month) =>
      letter(String(month), at(month), TOP - 8, { color: 'muted', align: 'center' }),
    ),
  ];
}

function rowShapes(rows: readonly Row[], at: (month: number) => number): Shape[] {
  let top = TOP;
  return rows.flatMap(({ entry, label, height }): Shape[] => {
    const middle = top + height / 2;
    top += height;
    const { phase, span, isLate, item } = entry;
    const width = Math.max(at(span.end) - at(span.start), 1.5);
    const months = monthsText(entry);
    const right = at(span.start) + width;
    const look = item.state === 'done' ? { fill: 'muted' as const } : LOOKS[phase];
    return [
      ...lettered(label, 0, middle),
      {
        kind: 'rect',
        x: at(span.start),
        y: middle - BAR / 2,
        width,
        height: BAR,
        stroke: 'primary',
        strokeWidth: 0.6,
        ...look,
      },
      ...lettered([months], Math.min(right + 3, WIDTH - letteringWidth(months, LETTER, true)), middle, {
        color: isLate ? 'bad' : 'muted',
        strong: isLate,
      }),
    ];
  });
}
