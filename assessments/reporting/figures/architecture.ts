import { titleOf } from '../plan-text.ts';
import { plannedMillOf } from '../planned-mill.ts';
import type { FigureBlock, Shape } from '../report-document.ts';
import type { Mill } from '../report-input.ts';
import { computed } from '../shown-figure.ts';
import { textId, type Words } from '../words.ts';
import { layersOf, type ArchitecturePlan, type LayerOfMill, type MachineFigure } from './architecture-layers.ts';
import { LEADING, LETTER, letter, rule, wrapped } from './lettering.ts';

/** What the architecture is drawn from beside the plan. */
export type ArchitectureMill = Pick<Mill, 'facts' | 'words' | 'fact'>;

const SIDE = 54;
const COLUMNS = 4;
const GAP = 5;
const BOX = 100;
const widthIn = (columns: number) => SIDE + GAP * (columns + 1) + BOX * columns;
const PAD = 3;
const BETWEEN = 7;
const STEP = LETTER * LEADING;
/** Boxes of the machines' own measures; the rest is counted in one. */
const MOST = 8;
const FEWEST = 2;

/** A box of a layer: there today, or brought by the plan. */
interface Box {
  readonly text: string;
  readonly isNew: boolean;
}

/**
 * `Mill → FigureBlock | null`. The architecture today and after: from cloud and platforms down to the machines, light what stands
 * today, dark what the plan brings, by the id of its measure; machines with how many are digital, networked and on the cloud,
 * today and after; so many boxes side by side. Null where the register has less than two systems or figures of machines.
 */
export function architecture(mill: Mill, columns = COLUMNS): FigureBlock | null {
  const planned = plannedMillOf(mill);
  return architectureOf(
    mill,
    planned === null ? null : { planned: planned.open, after: planned.after.facts.now },
    columns,
  );
}

/** The same for a plan as it stands in the window; null for none. */
export function architectureOf(
  mill: ArchitectureMill,
  plan: ArchitecturePlan | null,
  columns = COLUMNS,
): FigureBlock | null {
  const layers = layersOf(mill.facts.now, plan);
  const known = layers.reduce((sum, { systems, figures }) => sum + systems.length + figures.length, 0);
  if (known < FEWEST) return null;
  const { words } = mill;
  const rows = layers.map((layer) => ({ name: words.pick(layer.layer.name), boxes: boxesOf(layer, mill) }));
  const { shapes, bottom } = drawn(rows, columns, words);
  const count = (isNew: boolean) => rows.flatMap(({ boxes }) => boxes).filter((box) => box.isNew === isNew).length;
  return {
    kind: 'figure',
    figure: {
      width: widthIn(columns),
      height: bottom + 1,
      description: words.say('architecture-description', { today: count(false), brought: count(true) }),
      shapes,
    },
    caption: words.say(plan === null ? 'architecture-caption-today' : 'architecture-caption'),
    table: {
      kind: 'table',
      columns: [
        { title: words.say('architecture-column-layer'), width: 18 },
        { title: words.say('architecture-column-state'), width: 14 },
        { title: words.say('architecture-column-what'), width: 68 },
      ],
      rows: rows.flatMap(({ name, boxes }) =>
        boxes.length === 0
          ? [{ cells: [name, '—', words.say('architecture-none')] }]
          : boxes.map(({ text, isNew }) => ({
              cells: [name, words.say(isNew ? 'architecture-new' : 'architecture-today'), text],
            })),
      ),
    },
  };
}

function boxesOf({ systems, onCloud, figures, brought }: LayerOfMill, mill: ArchitectureMill): Box[] {
  const { words } = mill;
  const shown = figures.length === 0 ? brought : brought.slice(0, brought.length > MOST ? MOST - 1 : MOST);
  const rest = brought.length - shown.length;
  return [
    ...(onCloud === 0 ? [] : [{ text: words.say('architecture-on-cloud', { count: onCloud }), isNew: false }]),
    ...systems.map(({ kind, name = '' }) => ({
      text: kind === 'other' && name !== '' ? name : `${words.say(textId('system-', kind))} ${name}`.trim(),
      isNew: false,
    })),
    ...figures.map((figure) => ({ text: figureText(figure, mill), isNew: isChanged(figure) })),
    ...shown.map((entry) => ({ text: titleOf(entry, words), isNew: true })),
    ...(rest === 0 ? [] : [{ text: words.say('architecture-more', { count: rest }), isNew: true }]),
  ];
}

function isChanged({ now, after }: MachineFigure): boolean {
  return after !== null && Math.abs(after - now) > 0.05;
}

function figureText(figure: MachineFigure, { words, fact }: ArchitectureMill): string {
  const name = words.pick(fact(figure.fact)?.label);
  const values = { name, now: computed(figure.now), after: computed(figure.after ?? figure.now) };
  return words.say(isChanged(figure) ? 'architecture-figure-change' : 'architecture-figure', values);
}

interface Row {
  readonly name: string;
  readonly boxes: readonly Box[];
}

function drawn(
  rows: readonly Row[],
  columns: number,
  words: Words,
): { readonly shapes: Shape[]; readonly bottom: number } {
  const shapes: Shape[] = [];
  let top = 0.5;
  rows.forEach(({ name, boxes }, i) => {
    const laid = laidOut(boxes, top, columns);
    const height = Math.max(laid.height, STEP + 2 * PAD + 2);
    shapes.push(
      {
        kind: 'rect',
        x: 0.5,
        y: top,
        width: widthIn(columns) - 1,
        height,
        fill: 'band',
        stroke: 'grid',
        strokeWidth: 0.6,
      },
      ...titleShapes(name, top + height / 2),
      ...laid.shapes,
      ...(boxes.length === 0
        ? [letter(words.say('architecture-none'), SIDE + GAP, top + height / 2 + 0.36 * LETTER, { color: 'muted' })]
        : []),
    );
    const bottom = top + height;
    if (i < rows.length - 1) shapes.push(...linkShapes(bottom));
    top = bottom + BETWEEN;
  });
  const legend = legendShapes(top, words);
  return { shapes: [...shapes, ...legend], bottom: top + STEP + 4 };
}

function titleShapes(name: string, middle: number): Shape[] {
  const lines = wrapped(name, SIDE - 8, 3, LETTER, true);
  const first = middle - ((lines.length - 1) * STEP) / 2 + 0.36 * LETTER;
  return lines.map((line, i) =>
    letter(line, SIDE / 2, first + i * STEP, { align: 'center', strong: true, color: 'ink' }),
  );
}

/** Boxes from left to right in as many lines as they need. */
function laidOut(
  boxes: readonly Box[],
  top: number,
  columns: number,
): { readonly shapes: readonly Shape[]; readonly height: number } {
  const shapes: Shape[] = [];
  let y = top + GAP;
  for (let start = 0; start < boxes.length; start += columns) {
    const line = boxes
      .slice(start, start + columns)
      .map((box) => ({ ...box, lines: wrapped(box.text, BOX - 2 * PAD, 4) }));
    const height = Math.max(...line.map(({ lines }) => lines.length)) * STEP + 2 * PAD;
    line.forEach(({ lines, isNew }, column) => {
      const x = SIDE + GAP + column * (BOX + GAP);
      shapes.push(
        boxShape(x, y, BOX, height, isNew),
        ...lines.map((text, i) =>
          letter(text, x + PAD, y + PAD + LETTER - 1 + i * STEP, { color: isNew ? 'ink' : 'text' }),
        ),
      );
    });
    y += height + GAP;
  }
  return { shapes, height: y - top };
}

function boxShape(x: number, y: number, width: number, height: number, isNew: boolean): Shape {
  return isNew
    ? { kind: 'rect', x, y, width, height, fill: 'primary-soft', stroke: 'primary', strokeWidth: 1.6 }
    : { kind: 'rect', x, y, width, height, fill: 'paper', stroke: 'muted', strokeWidth: 0.6 };
}

/** Between two layers that talk to each other. */
function linkShapes(bottom: number): Shape[] {
  const link = (x: number) =>
    rule(
      [
        [x, bottom],
        [x, bottom + BETWEEN],
      ],
      { stroke: 'muted', strokeWidth: 1.2 },
    );
  return [link(SIDE / 2 - 3), link(SIDE / 2 + 3)];
}

function legendShapes(top: number, words: Words): Shape[] {
  const middle = top + STEP / 2;
  const sample = (x: number, isNew: boolean, text: string): Shape[] => [
    boxShape(x, middle - 4, 14, 8, isNew),
    letter(text, x + 19, middle + 0.36 * LETTER),
  ];
  return [
    ...sample(SIDE + GAP, false, words.say('architecture-today')),
    ...sample(SIDE + GAP + BOX + GAP, true, words.say('architecture-new')),
  ];
}
