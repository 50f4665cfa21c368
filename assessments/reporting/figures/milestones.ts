import type { KeptView } from '../../planning/kept-view.ts';
import { monthsAfter } from '../../planning/schedule.ts';
import { PHASE_ENDS, type Phase } from '../../schema/plan.ts';
import { wan } from '../plan-text.ts';
import type { Shape } from '../report-document.ts';
import type { Words } from '../words.ts';
import { diamond } from './diamond.ts';
import { LEADING, LETTER, letter, wrapped } from './lettering.ts';

/** What must stand when a phase ends. */
export interface Milestone {
  readonly phase: Phase;
  /** Months from the start of the plan. */
  readonly month: number;
  readonly title: string;
  /** The figures by which it is accepted. */
  readonly lines: readonly string[];
}

const GAP = 8;
const PAD = 6;
const DIAMOND = 3.5;

/** A milestone for each phase in which something ends: done so far, spent, benefit a year, gates closed, and levels at the last. */
export function milestonesOf(
  {
    planned,
    startOn,
    gatesClosed,
    targets,
    mill,
  }: Pick<KeptView, 'planned' | 'startOn' | 'gatesClosed' | 'targets' | 'mill'>,
  words: Words,
): Milestone[] {
  const phases = ([1, 2, 3] as const).filter((phase) => planned.some((entry) => entry.phase === phase));
  return phases.map((phase) => {
    const done = planned.filter((entry) => entry.phase <= phase);
    const sum = (of: (entry: (typeof done)[number]) => number) =>
      wan(done.reduce((total, entry) => total + of(entry), 0));
    const closed = gatesClosed.filter((gate) => done.some(({ closes }) => closes.includes(gate)));
    const month = Math.max(PHASE_ENDS[phase - 1] ?? 0, ...done.map(({ span }) => span.end));
    const reached = targets
      .filter((target) => target.reached)
      .map(({ pack, level }) =>
        words.say('milestone-level', { topic: words.pick(mill.mill.packs[pack].shortName), level }),
      );
    return {
      phase,
      month,
      title: words.say('milestone-title', { phase, month }),
      lines: [
        words.say('milestone-done', { count: done.length, all: planned.length, on: monthsAfter(startOn, month) }),
        words.say('milestone-spent', { amount: sum(({ cost }) => cost.planned) }),
        words.say('milestone-benefit', { amount: sum(({ benefit }) => benefit?.planned ?? 0) }),
        ...(closed.length === 0
          ? []
          : [words.say('milestone-gates', { count: closed.length, list: words.list(closed) })]),
        ...(phase === phases.at(-1) && reached.length > 0
          ? [words.say('milestone-levels', { list: words.list(reached) })]
          : []),
      ],
    };
  });
}

/** Boxes side by side over a width, from `top` down; `bottom` is where they end, `top` where there are none. */
export function milestoneShapes(
  milestones: readonly Milestone[],
  top: number,
  width: number,
): { readonly shapes: readonly Shape[]; readonly bottom: number } {
  if (milestones.length === 0) return { shapes: [], bottom: top };
  const box = (width - GAP * (milestones.length - 1)) / milestones.length;
  const room = box - 2 * PAD;
  const step = LETTER * LEADING;
  const texts = milestones.map(({ title, lines }) => ({
    title: wrapped(title, room - 3 * DIAMOND, 2, LETTER, true),
    lines: lines.flatMap((line) => wrapped(line, room, 4)),
  }));
  const rows = Math.max(...texts.map(({ title, lines }) => title.length + lines.length));
  const height = rows * step + 2 * PAD;
  const shapes = texts.flatMap(({ title, lines }, i): Shape[] => {
    const x = i * (box + GAP);
    const baseline = (row: number) => top + PAD + LETTER + row * step;
    return [
      { kind: 'rect', x, y: top, width: box, height, stroke: 'muted', strokeWidth: 0.6 },
      diamond(x + PAD + DIAMOND, baseline(0) - 0.36 * LETTER, DIAMOND, { fill: 'ink' }),
      ...title.map((line, row) => letter(line, x + PAD + 3 * DIAMOND, baseline(row), { strong: true, color: 'ink' })),
      ...lines.map((line, row) => letter(line, x + PAD, baseline(title.length + row))),
    ];
  });
  return { shapes, bottom: top + height };
}
