import type { PlannedMeasure } from '../../planning/planned-measures.ts';
import { lackingOf, type KindOfMachines } from '../machines-by-kind.ts';
import type { FigureBlock, Shape } from '../report-document.ts';
import type { Mill } from '../report-input.ts';
import { grouped } from '../shown-figure.ts';
import { LEADING, LETTER, letter, letteringWidth, rule, wrapped } from './lettering.ts';
import { processOf, type StepOfMill } from './process-steps.ts';

/** What the flow is drawn from; the plan, where there is one, says which lacks matter. */
export type FlowMill = Pick<Mill, 'facts' | 'dossier' | 'context' | 'words' | 'plan'>;

const WIDTH = 480;
const GAP = 14;
const BETWEEN = 11;
const widthIn = (columns: number) => (WIDTH - GAP * (columns - 1)) / columns;
/** How densely steps are set, the roomiest first: boxes in a row, and whether each says what its machines lack. */
const DENSITIES: readonly Density[] = [
  { cell: widthIn(4), withLacks: true },
  { cell: widthIn(4), withLacks: false },
  { cell: widthIn(5), withLacks: false },
];

interface Density {
  readonly cell: number;
  readonly withLacks: boolean;
}

/** How a flow is drawn: as wide as that, in the first of the densities that a page has room for, with steps that stand out. */
export interface FlowLook {
  readonly width: number;
  readonly densities: readonly Density[];
  readonly marked: ReadonlySet<string>;
}

const ON_PAPER: FlowLook = { width: WIDTH, densities: DENSITIES, marked: new Set() };

/** For a slide: so many boxes side by side, without what machines lack. */
export function flowOnSlide(columns: number, marked: ReadonlySet<string>): FlowLook {
  const cell = widthIn(4);
  return { width: columns * cell + (columns - 1) * GAP, densities: [{ cell, withLacks: false }], marked };
}

/** More kinds than this stand in two columns of a box twice as wide. */
const TALL = 3;
const PAD = 5;
const HEAD = 14;
const STRIP = 4.5;
const STEP = LETTER * LEADING;
const FEWEST_STEPS = 2;
/** What the steps of one figure may take, so that they stand on a page unscaled. */
const TALLEST = 310;

/** A kind of machine in its box: name, how many, what most lack. */
interface Entry {
  readonly machines: KindOfMachines;
  readonly name: readonly string[];
  readonly lack: readonly string[];
  readonly height: number;
}

/**
 * `Mill → FigureBlock | null`. The process from the ticked processes, step by step, with the machines of the register on
 * it: how many, how many of them are networked, and the feature that most of them lack (one that the plan brings goes
 * first); below it utilities and the rest. Null where fewer than two steps are known.
 */
export function processFlow(mill: FlowMill, look = ON_PAPER): FigureBlock | null {
  const { steps, beside } = processOf(mill);
  if (steps.length < FEWEST_STEPS) return null;
  const { words } = mill;
  const rows = rowsOf(steps, look, mill);
  const shapes: Shape[] = [];
  let top = 0.5;
  rows.forEach((row, i) => {
    const height = Math.max(...row.map(boxHeight));
    for (const box of row)
      shapes.push(...boxShapes(box, { y: top, height, isMarked: look.marked.has(box.step.id) }, mill));
    shapes.push(...arrowsAlong(row, top));
    const bottom = top + height;
    if (i < rows.length - 1) shapes.push(...arrowDown(row, bottom));
    top = bottom + BETWEEN;
  });
  const band = bandShapes(beside, { top: top - BETWEEN + 6, width: look.width }, mill);
  return {
    kind: 'figure',
    figure: {
      width: look.width,
      height: band.bottom + 0.5,
      description: words.say('flow-description', {
        steps: steps.map(({ name }) => words.pick(name)).join(words.say('flow-arrow')),
      }),
      shapes: [...shapes, ...band.shapes],
    },
    caption: words.say('flow-caption'),
    table: {
      kind: 'table',
      columns: [
        { title: words.say('flow-column-step'), width: 20 },
        { title: words.say('register-machine'), width: 30 },
        { title: words.say('register-count'), width: 12, align: 'right' },
        { title: words.say('register-networked'), width: 12, align: 'right' },
        { title: words.say('flow-column-lack'), width: 26 },
      ],
      rows: [
        ...steps.flatMap(({ name, machines }) => stepRows(words.pick(name), machines, mill)),
        ...stepRows(words.say('flow-beside'), beside, mill),
      ].map((cells) => ({ cells })),
    },
  };
}

/** The steps in rows, as roomy as a figure of a page allows. */
function rowsOf(steps: readonly StepOfMill[], { width, densities }: FlowLook, mill: FlowMill): Box[][] {
  const tried = densities.map((density) =>
    inRows(
      steps.map((step) => boxOf(step, mill, density)),
      width,
    ),
  );
  return tried.find((rows) => heightOf(rows) <= TALLEST) ?? tried.at(-1) ?? [];
}

function heightOf(rows: readonly (readonly Box[])[]): number {
  return rows.reduce((sum, row) => sum + Math.max(...row.map(boxHeight)) + BETWEEN, 0);
}

/** A step as it is drawn: its columns of machines, and where it stands in its row. */
interface Box {
  readonly step: StepOfMill;
  readonly columns: readonly (readonly Entry[])[];
  /** How wide a column is. */
  readonly cell: number;
  readonly x: number;
  readonly width: number;
}

function boxOf(step: StepOfMill, mill: FlowMill, density: Density): Box {
  const { cell } = density;
  const entries = step.machines.map((machines) => entryOf(machines, mill, density));
  const half = Math.ceil(entries.length / 2);
  const columns = entries.length > TALL ? [entries.slice(0, half), entries.slice(half)] : [entries];
  return { step, columns, cell, x: 0, width: columns.length * cell + (columns.length - 1) * GAP };
}

/** Boxes from left to right, in rows of as many columns as fit. */
function inRows(boxes: readonly Box[], width: number): Box[][] {
  const rows: Box[][] = [];
  let x = Infinity;
  for (const box of boxes) {
    if (x + box.width > width + 0.5) {
      rows.push([]);
      x = 0;
    }
    rows.at(-1)?.push({ ...box, x });
    x += box.width + GAP;
  }
  return rows;
}

function stepRows(step: string, machines: readonly KindOfMachines[], mill: FlowMill): string[][] {
  if (machines.length === 0) return [[step, '—', '—', '—', '—']];
  return machines.map((one) => [
    step,
    nameOf(one, mill),
    grouped(one.count),
    one.networked + one.apart === 0 ? '—' : grouped(one.networked),
    lackText(one, mill) || '—',
  ]);
}

function nameOf({ kind }: KindOfMachines, { context, words }: FlowMill): string {
  return words.pick(context.machines.get(kind)?.name) || kind;
}

function countText({ kind, count }: KindOfMachines, { context, words }: FlowMill): string {
  const unit = context.machines.get(kind)?.unit ?? 'machine';
  const isCounted = unit === 'machine' || unit === 'line' || unit === 'set' || unit === 'station';
  return words.say(isCounted ? 'flow-count' : 'flow-capacity', { count: grouped(count), unit: words.unit(unit) });
}

/** What most machines of a kind lack; of features that the plan brings to them, where there are any. */
function lackText(machines: KindOfMachines, { context, words, plan }: FlowMill): string {
  const features = [...(context.machines.get(machines.kind)?.features.values() ?? [])];
  const brought = broughtTo(machines.kind, plan?.plan.planned ?? []);
  const lacks = features
    .map((feature) => ({ feature, lacking: lackingOf(machines, feature.id) }))
    .filter(({ lacking }) => lacking > 0)
    .sort((a, b) => Number(brought.has(b.feature.id)) - Number(brought.has(a.feature.id)) || b.lacking - a.lacking);
  const [most] = lacks;
  if (most === undefined) return '';
  return words.say('flow-lack', {
    feature: words.pick(most.feature.name),
    count: grouped(most.lacking),
    unit: words.unit(context.machines.get(machines.kind)?.unit ?? ''),
  });
}

function broughtTo(kind: string, planned: readonly PlannedMeasure[]): ReadonlySet<string> {
  return new Set(
    planned.flatMap(({ measure, item }) => {
      const scope = item.state === 'done' ? null : (measure?.scope ?? null);
      return scope === null || scope.lacks === null || !scope.kinds.includes(kind) ? [] : [scope.lacks];
    }),
  );
}

function entryOf(machines: KindOfMachines, mill: FlowMill, { cell, withLacks }: Density): Entry {
  const room = cell - 2 * PAD;
  const name = wrapped(`${nameOf(machines, mill)} ${countText(machines, mill)}`, room, 3);
  const lack = withLacks ? wrapped(lackText(machines, mill), room, 2) : [];
  return { machines, name, lack, height: (name.length + lack.length) * STEP + STRIP + (lack.length === 0 ? 4.5 : 7) };
}

function boxHeight({ columns }: Box): number {
  const inside = columns.map((entries) => entries.reduce((sum, { height }) => sum + height, 0));
  return HEAD + PAD + Math.max(STEP + 2, ...inside);
}

function boxShapes(
  { step, columns, cell, x, width }: Box,
  { y, height, isMarked }: { readonly y: number; readonly height: number; readonly isMarked: boolean },
  { words }: FlowMill,
): Shape[] {
  const [title = ''] = wrapped(words.pick(step.name), width - 6, 1, 8.5, true);
  const first = y + HEAD + PAD;
  return [
    { kind: 'rect', x, y, width, height, fill: 'paper', stroke: 'primary', strokeWidth: 0.8 },
    {
      kind: 'rect',
      x,
      y,
      width,
      height: HEAD,
      fill: isMarked ? 'primary' : 'primary-soft',
      stroke: 'primary',
      strokeWidth: 0.8,
    },
    letter(title, x + width / 2, y + 10.2, {
      size: 8.5,
      align: 'center',
      strong: true,
      color: isMarked ? 'paper' : 'ink',
    }),
    ...(step.machines.length === 0
      ? [letter(words.say('flow-none'), x + PAD, first + LETTER, { color: 'muted' })]
      : []),
    ...columns.flatMap((entries, column) => {
      let top = first;
      return entries.flatMap((entry) => {
        const shapes = entryShapes(entry, x + PAD + column * (cell + GAP), top, cell - 2 * PAD);
        top += entry.height;
        return shapes;
      });
    }),
  ];
}

/** Name and number, the share that is networked as a strip, and what is lacking. */
function entryShapes({ machines, name, lack }: Entry, x: number, top: number, room: number): Shape[] {
  const strip = top + name.length * STEP + 1.5;
  const at = (count: number) => (room * count) / Math.max(machines.count, 1e-9);
  const { networked, apart } = machines;
  const bar = { kind: 'rect', y: strip, height: STRIP, stroke: 'primary', strokeWidth: 0.5 } as const;
  return [
    ...name.map((line, i) => letter(line, x, top + LETTER - 1 + i * STEP)),
    { ...bar, x, width: room, fill: 'paper' },
    ...(apart === 0 ? [] : [{ ...bar, x: x + at(networked), width: at(apart), hatched: true }]),
    ...(networked === 0 ? [] : [{ ...bar, x, width: at(networked), fill: 'primary' as const }]),
    ...lack.map((line, i) => letter(line, x, strip + STRIP + LETTER + 1.5 + i * STEP, { color: 'muted' })),
  ];
}

/** From box to box of a row, at the height of the titles. */
function arrowsAlong(row: readonly Box[], top: number): Shape[] {
  const y = top + HEAD / 2;
  return row.slice(1).flatMap(({ x }) => [
    rule(
      [
        [x - GAP, y],
        [x - 4, y],
      ],
      { stroke: 'ink', strokeWidth: 1 },
    ),
    head(x, y, 'right'),
  ]);
}

/** From the last box of a row to the first of the next. */
function arrowDown(row: readonly Box[], bottom: number): Shape[] {
  const last = row.at(-1);
  const half = (last?.cell ?? 0) / 2;
  const [from, to] = [(last?.x ?? 0) + half, half];
  const middle = bottom + BETWEEN / 2 - 1;
  return [
    rule(
      [
        [from, bottom],
        [from, middle],
        [to, middle],
        [to, bottom + BETWEEN - 4],
      ],
      { stroke: 'ink', strokeWidth: 1 },
    ),
    head(to, bottom + BETWEEN, 'down'),
  ];
}

function head(x: number, y: number, towards: 'right' | 'down'): Shape {
  const points: [number, number][] =
    towards === 'right'
      ? [
          [x, y],
          [x - 5, y - 3],
          [x - 5, y + 3],
        ]
      : [
          [x, y],
          [x - 3, y - 5],
          [x + 3, y - 5],
        ];
  return { kind: 'line', points, closed: true, fill: 'ink' };
}

/** Utilities and machines of no step, in a band across. */
function bandShapes(
  beside: readonly KindOfMachines[],
  { top, width }: { readonly top: number; readonly width: number },
  mill: FlowMill,
): { readonly shapes: readonly Shape[]; readonly bottom: number } {
  if (beside.length === 0) return { shapes: [], bottom: top - 6 };
  const { words } = mill;
  const title = words.say('flow-beside');
  const left = letteringWidth(title, LETTER, true) + 3 * PAD;
  const text = words.list(beside.map((one) => `${nameOf(one, mill)} ${countText(one, mill)}`));
  const lines = wrapped(text, width - left - PAD, 6);
  const height = lines.length * STEP + 2 * PAD - 1;
  return {
    shapes: [
      { kind: 'rect', x: 0, y: top, width, height, fill: 'band', stroke: 'muted', strokeWidth: 0.6 },
      letter(title, PAD, top + PAD + LETTER - 1, { strong: true, color: 'ink' }),
      ...lines.map((line, i) => letter(line, left, top + PAD + LETTER - 1 + i * STEP)),
    ],
    bottom: top + height,
  };
}
