import { rounded } from '../../scoring/shown-number.ts';
import { benefitByFlow } from '../benefit-by-flow.ts';
import { rangeText, starIf, wan } from '../plan-text.ts';
import { plannedMillOf, type PlannedMill } from '../planned-mill.ts';
import type { FigureBlock, Ink, Shape } from '../report-document.ts';
import type { Mill } from '../report-input.ts';
import { textId } from '../words.ts';
import { letter, lettered, letteringWidth, rule, wrapped } from './lettering.ts';
import { ticksOver } from './scale.ts';

const WIDTH = 480;
const LEFT = 128;
const TOP = 4;
const ROW = 22;
const BAR = 12;
const GAP = 5;

/** A bar of the waterfall, 10k yuan. */
interface Bar {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly value: string;
  readonly look: { readonly fill?: Ink; readonly hatched?: boolean };
  readonly isTotal: boolean;
  /** The range of a total, drawn as a line through it. */
  readonly range: readonly [low: number, high: number] | null;
}

/**
 * `Mill → FigureBlock | null`. What the plan costs once, what it brings a year flow by flow, the planned total with its
 * range and the cautious one, 10k yuan. Null without a plan, or where
 * nothing of it has a price.
 */
export function benefitWaterfall(mill: Mill): FigureBlock | null {
  const planned = plannedMillOf(mill);
  if (planned === null || planned.plan.benefit === null) return null;
  const bars = barsOf(planned);
  const { words } = mill;
  const { cost, benefit } = planned.plan;
  return {
    kind: 'figure',
    figure: {
      width: WIDTH,
      height: TOP + bars.length * ROW + 14,
      description: words.say('waterfall-description', {
        cost: wan(cost.planned),
        planned: wan(benefit.planned),
        cautious: wan(benefit.cautious),
      }),
      shapes: drawn(bars, words.say('waterfall-axis')),
    },
    caption: words.say('waterfall-caption'),
    table: {
      kind: 'table',
      columns: [
        { title: words.say('waterfall-column-part'), width: 60 },
        { title: words.say('waterfall-column-amount'), width: 40, align: 'right' },
      ],
      rows: bars.map(({ label, value, isTotal }) => ({
        cells: [
          { text: label, strong: isTotal },
          { text: value, strong: isTotal },
        ],
      })),
    },
  };
}

function barsOf({ plan, mill: { words } }: PlannedMill): Bar[] {
  const { cost, benefit } = plan;
  if (benefit === null) return [];
  let sum = 0;
  const parts = benefitByFlow(plan.planned).map(({ flow, planned: part, isEstimate }): Bar => {
    const from = sum;
    sum = rounded(sum + part);
    return {
      label: words.say(textId('benefit-', flow)),
      from,
      to: sum,
      value: `${part > 0 ? '+' : ''}${wan(part)}${starIf(isEstimate, words)}`,
      look: part < 0 ? { fill: 'paper' } : { fill: 'primary-soft' },
      isTotal: false,
      range: null,
    };
  });
  return [
    {
      label: words.say('waterfall-cost'),
      from: 0,
      to: cost.planned,
      value: `${rangeText(cost, words)}${starIf(plan.estimatedShare > 0, words)}`,
      look: { hatched: true },
      isTotal: true,
      range: [cost.low, cost.high],
    },
    ...parts,
    {
      label: words.say('waterfall-planned'),
      from: 0,
      to: benefit.planned,
      value: rangeText(benefit, words),
      look: { fill: 'primary' },
      isTotal: true,
      range: [benefit.low, benefit.high],
    },
    {
      label: words.say('waterfall-cautious'),
      from: 0,
      to: benefit.cautious,
      value: wan(benefit.cautious),
      look: { fill: 'muted' },
      isTotal: true,
      range: null,
    },
  ];
}

function drawn(bars: readonly Bar[], unit: string): Shape[] {
  const ends = bars.flatMap(({ from, to, range }) => [from, to, ...(range ?? [])]);
  const [least, most] = [Math.min(0, ...ends), Math.max(...ends)];
  const room = Math.max(...bars.map(({ value, isTotal }) => letteringWidth(value, 8.5, isTotal))) + GAP;
  const scale = (WIDTH - LEFT - room) / Math.max(most - least, 1e-9);
  const at = (amount: number) => LEFT + (amount - least) * scale;
  const bottom = TOP + bars.length * ROW;
  return [
    ...ticksOver(least, most).flatMap((tick): Shape[] => [
      rule([
        [at(tick), TOP],
        [at(tick), bottom],
      ]),
      letter(wan(tick), at(tick), bottom + 10, { color: 'muted', align: 'center' }),
    ]),
    letter(unit, WIDTH, bottom + 10, { color: 'muted', align: 'right' }),
    ...bars.flatMap((bar, i) => barShapes(bar, TOP + i * ROW, at)),
    ...bars.slice(0, -2).flatMap((bar, i): Shape[] => (i === 0 ? [] : [connector(bar.to, TOP + i * ROW, at)])),
    rule(
      [
        [at(0), TOP],
        [at(0), bottom],
      ],
      { stroke: 'muted', strokeWidth: 0.8 },
    ),
  ];
}

function barShapes(
  { label, from, to, value, look, isTotal, range }: Bar,
  top: number,
  at: (amount: number) => number,
): Shape[] {
  const middle = top + ROW / 2;
  const y = middle - BAR / 2;
  const [left, right] = [at(Math.min(from, to)), at(Math.max(from, to))];
  return [
    ...lettered(wrapped(label, LEFT - 8, 2, 8.5, isTotal), LEFT - 8, middle, {
      size: 8.5,
      align: 'right',
      color: isTotal ? 'ink' : 'text',
      strong: isTotal,
    }),
    {
      kind: 'rect',
      x: left,
      y,
      width: Math.max(right - left, 0.8),
      height: BAR,
      stroke: 'primary',
      strokeWidth: 0.6,
      ...look,
    },
    ...(range === null ? [] : rangeShapes(range, middle, at)),
    ...lettered([value], Math.max(right, at(range?.[1] ?? to)) + GAP, middle, {
      size: 8.5,
      color: isTotal ? 'ink' : 'text',
      strong: isTotal,
    }),
  ];
}

/** A line from the low to the high bound with a stop at each end, clear of the bar below it. */
function rangeShapes([low, high]: readonly [number, number], y: number, at: (amount: number) => number): Shape[] {
  if (high - low < 0.05) return [];
  const stop = (amount: number) =>
    rule(
      [
        [at(amount), y - 9],
        [at(amount), y - 6],
      ],
      { stroke: 'ink', strokeWidth: 0.8 },
    );
  return [
    rule(
      [
        [at(low), y - 7.5],
        [at(high), y - 7.5],
      ],
      { stroke: 'ink', strokeWidth: 0.8 },
    ),
    stop(low),
    stop(high),
  ];
}

function connector(amount: number, top: number, at: (amount: number) => number): Shape {
  return rule(
    [
      [at(amount), top + (ROW + BAR) / 2],
      [at(amount), top + ROW + (ROW - BAR) / 2],
    ],
    { stroke: 'muted', strokeWidth: 0.6, dashed: true },
  );
}
