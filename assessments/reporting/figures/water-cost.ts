import type { WaterCost, WaterCostPart } from '../../planning/water-cost.ts';
import { catalogueOf, shownWaterCost, type PriceReferences } from '../mill-money.ts';
import { percent, starIf } from '../plan-text.ts';
import type { FigureBlock, Shape } from '../report-document.ts';
import type { Mill } from '../report-input.ts';
import { yuanText } from '../water-argument.ts';
import { textId } from '../words.ts';
import { LETTER, letter, lettered, letteringWidth, rule, wrapped } from './lettering.ts';

const WIDTH = 480;
const LEFT = 214;
const ROW = 27;
const BAR = 12;
const GAP = 5;
const SIZE = 8.5;

/** A line of the sum: a part, or the whole. */
interface Line {
  readonly label: string;
  readonly how: string;
  readonly from: number;
  readonly to: number;
  readonly value: string;
  readonly part: WaterCostPart | null;
}

/**
 * `Mill → FigureBlock | null`. What a cubic metre of water costs this mill, yuan, part by part, each with how it is reckoned
 * and on whose price; what cannot be reckoned is said below. Null where the cost is not known or has one part alone.
 */
export function waterCostBars(mill: Mill, references: PriceReferences | null = catalogueOf(mill)): FigureBlock | null {
  const cost = references === null ? null : shownWaterCost(mill, references);
  if (cost === null || cost.parts.length < 2) return null;
  const { words } = mill;
  const lines = linesOf(cost, mill);
  const left = leftOut(cost, mill);
  const bottom = lines.length * ROW + 4;
  return {
    kind: 'figure',
    figure: {
      width: WIDTH,
      height: bottom + (left === '' ? 0 : LETTER + 6),
      description: words.say('water-cost-description', {
        yuan: yuanText(cost.yuan),
        parts: words.list(
          cost.parts.map(({ kind, yuan, origin }) =>
            words.say('water-cost-part', {
              part: words.say(textId('water-cost-', kind)),
              yuan: yuanText(yuan),
              star: starIf(origin !== 'mill', words),
            }),
          ),
        ),
      }),
      shapes: [...drawn(lines), ...(left === '' ? [] : [letter(left, 0, bottom + LETTER, { color: 'muted' })])],
    },
    caption: words.say('water-cost-caption'),
    table: {
      kind: 'table',
      columns: [
        { title: words.say('water-cost-column-part'), width: 32 },
        { title: words.say('water-cost-column-how'), width: 48 },
        { title: words.unit('yuan/m3'), width: 20, align: 'right' },
      ],
      rows: lines.map(({ label, how, value }) => ({ cells: [label, how === '' ? '—' : how, value] })),
    },
  };
}

function linesOf({ parts, yuan }: WaterCost, mill: Mill): Line[] {
  const { words } = mill;
  let sum = 0;
  const lines = parts.map((part): Line => {
    const from = sum;
    sum += part.yuan;
    return {
      label: words.say(textId('water-cost-', part.kind)),
      how: howText(part, mill),
      from,
      to: sum,
      value: words.say('water-cost-yuan', {
        yuan: yuanText(part.yuan),
        star: starIf(part.origin !== 'mill', words),
      }),
      part,
    };
  });
  const isEstimate = parts.some(({ origin }) => origin !== 'mill');
  const whole = words.say('water-cost-yuan', { yuan: yuanText(yuan), star: starIf(isEstimate, words) });
  return [...lines, { label: words.say('water-cost-total'), how: '', from: 0, to: yuan, value: whole, part: null }];
}

function howText({ kind, origin, share, price }: WaterCostPart, { words }: Mill): string {
  return words.say(textId('water-cost-how-', kind), {
    price: yuanText(price),
    share: percent(share),
    origin: words.say(origin === 'mill' ? 'water-cost-own' : 'water-cost-reference'),
  });
}

/** What is not in the sum. */
function leftOut({ unknown }: WaterCost, { words, site }: Mill): string {
  const parts = unknown.flatMap((kind) => (kind === 'intake' ? [] : [words.say(textId('water-cost-unknown-', kind))]));
  return [...parts, ...(site.wet ? [words.say('water-cost-chemicals')] : [])].join(words.say('clause-separator'));
}

function drawn(lines: readonly Line[]): Shape[] {
  const most = Math.max(...lines.map(({ to }) => to));
  const room = Math.max(...lines.map(({ value }) => letteringWidth(value, SIZE, true))) + GAP;
  const at = (yuan: number) => LEFT + ((WIDTH - LEFT - room) * yuan) / most;
  const bottom = lines.length * ROW + 2;
  return [
    ...lines.flatMap((line, i) => lineShapes(line, 2 + i * ROW, at)),
    rule(
      [
        [at(0), 2],
        [at(0), bottom],
      ],
      { stroke: 'muted', strokeWidth: 0.8 },
    ),
  ];
}

const FILLS = {
  intake: { fill: 'primary' },
  discharge: { fill: 'primary-soft' },
  heat: { hatched: true },
} as const;

function lineShapes({ label, how, from, to, value, part }: Line, top: number, at: (yuan: number) => number): Shape[] {
  const middle = top + ROW / 2;
  const isWhole = part === null;
  const [name = ''] = wrapped(label, LEFT - 8, 1, SIZE, true);
  const [reckoned = ''] = wrapped(how, LEFT - 8, 1);
  const look = { align: 'right', size: SIZE, color: 'ink', strong: true } as const;
  return [
    ...(how === ''
      ? lettered([name], LEFT - 8, middle, look)
      : [
          letter(name, LEFT - 8, middle - 1.5, look),
          letter(reckoned, LEFT - 8, middle + 8.5, { align: 'right', color: 'muted' }),
        ]),
    {
      kind: 'rect',
      x: at(from),
      y: middle - BAR / 2,
      width: Math.max(at(to) - at(from), 0.8),
      height: BAR,
      stroke: 'primary',
      strokeWidth: 0.6,
      ...(part === null ? { fill: 'muted' as const } : FILLS[part.kind]),
    },
    ...lettered([value], at(to) + GAP, middle, { size: SIZE, strong: isWhole, color: 'ink' }),
  ];
}
