import type { KeptView } from '../../planning/kept-view.ts';
import { effortOf, type PlannedMeasure } from '../../planning/planned-measures.ts';
import { rounded } from '../../scoring/shown-number.ts';
import { idOf, nameOf, wan } from '../plan-text.ts';
import { plannedMillOf } from '../planned-mill.ts';
import type { FigureBlock, Shape } from '../report-document.ts';
import type { Mill } from '../report-input.ts';
import { grouped } from '../shown-figure.ts';
import type { Words } from '../words.ts';
import { labelPlaces } from './label-places.ts';
import { LETTER, letter, letteringWidth, rule, wrapped } from './lettering.ts';

const WIDTH = 480;
const FRAME = { left: 44, right: 474, top: 18, bottom: 236 } as const;
const STRIP = 24;
const SMALLEST = 3;
const LARGEST = 15;
/** A label farther than this from its bubble has a line to it. */
const NEAR = 3;
const FEWEST = 3;
const NAME = 84;
const TICKS = [1, 2, 5];

/** A measure on the map: what it takes of the mill's own people, what it brings, what it lifts. */
interface Bubble {
  readonly entry: PlannedMeasure;
  readonly label: string;
  /** Person-months. */
  readonly effort: number;
  /** 10k yuan a year; null where nothing of it has a price. */
  readonly benefit: number | null;
  /** Points of all topics that it lifts by itself. */
  readonly points: number;
}

/**
 * `Mill → FigureBlock | null`. Each open measure of the plan by the effort of the mill's own people and its yearly benefit, both on
 * root scales so that small ones stand apart; the larger the bubble, the more it lifts the topics by itself; dark where it
 * closes a gate. What has no price stands below. Null without a plan, or with fewer than three measures.
 */
export function costBenefitMap(mill: Mill): FigureBlock | null {
  const planned = plannedMillOf(mill);
  return planned === null ? null : measureMap({ ...planned.plan, planned: planned.open }, mill.words);
}

/** The same for measures as they stand in the window. */
export function measureMap(view: Pick<KeptView, 'planned' | 'ownEffect'>, words: Words): FigureBlock | null {
  if (view.planned.length < FEWEST) return null;
  const bubbles = view.planned.map((entry) => bubbleOf(entry, view, words));
  const hasUnpriced = bubbles.some(({ benefit }) => benefit === null);
  const bottom = FRAME.bottom + (hasUnpriced ? STRIP : 0);
  return {
    kind: 'figure',
    figure: {
      width: WIDTH,
      height: bottom + 30,
      description: words.say('map-description', { count: bubbles.length }),
      shapes: drawn(bubbles, bottom, words),
    },
    caption: words.say('map-caption'),
    table: {
      kind: 'table',
      columns: [
        { title: words.say('column-id'), width: 12 },
        { title: words.say('column-measure'), width: 40 },
        { title: words.say('map-column-effort'), width: 14, align: 'right' },
        { title: words.say('map-column-benefit'), width: 18, align: 'right' },
        { title: words.say('map-column-points'), width: 16, align: 'right' },
      ],
      rows: bubbles.map(({ entry, effort, benefit, points }) => ({
        cells: [
          idOf(entry),
          nameOf(entry, words),
          grouped(effort),
          benefit === null ? words.say('plan-unpriced') : wan(benefit),
          grouped(points),
        ],
      })),
    },
  };
}

function bubbleOf(entry: PlannedMeasure, { ownEffect }: Pick<KeptView, 'ownEffect'>, words: Words): Bubble {
  const { item, measure, benefit, offer } = entry;
  const own = offer === null ? {} : ownEffect(item.id);
  const [name = ''] = wrapped(nameOf(entry, words), NAME, 1);
  return {
    entry,
    label: measure === null ? name : item.id,
    effort: effortOf(item, measure),
    benefit: benefit?.planned ?? null,
    points: rounded(Object.values(own).reduce((sum, points) => sum + Math.max(0, points), 0)),
  };
}

/** The root of an amount, with its sign. */
function root(amount: number): number {
  return Math.sign(amount) * Math.sqrt(Math.abs(amount));
}

function drawn(bubbles: readonly Bubble[], bottom: number, words: Words): Shape[] {
  const benefits = bubbles.flatMap(({ benefit }) => (benefit === null ? [] : [benefit]));
  const [least, most] = [Math.min(0, ...benefits), Math.max(1, ...benefits)];
  const far = Math.max(...bubbles.map(({ effort }) => effort), 1);
  const largest = Math.max(...bubbles.map(({ points }) => points), 1e-9);
  const [x0, y0] = [FRAME.left + LARGEST + 2, FRAME.bottom - LARGEST - 2];
  const x = (effort: number) => x0 + ((FRAME.right - LARGEST - 12 - x0) * root(effort)) / root(far);
  const span = root(most) - root(least);
  const y = (benefit: number) => y0 - ((y0 - FRAME.top - LARGEST) * (root(benefit) - root(least))) / span;
  const circles = bubbles
    .map((bubble) => ({
      bubble,
      x: x(bubble.effort),
      y: bubble.benefit === null ? FRAME.bottom + STRIP / 2 : y(bubble.benefit),
      radius: SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(bubble.points / largest),
      width: letteringWidth(bubble.label, LETTER) + 1,
    }))
    .map((circle) =>
      circle.bubble.benefit === null ? { ...circle, radius: Math.min(circle.radius, STRIP / 2 - 2) } : circle,
    )
    .sort((a, b) => b.radius - a.radius);
  const places = labelPlaces(circles, LETTER + 1, { ...FRAME, bottom });
  return [
    ...grid({ x, y, far, least, most, bottom }, words),
    ...circles.flatMap((circle, i): Shape[] => {
      const place = places[i];
      const isFar = place != null && distanceTo(circle, place) > NEAR;
      return isFar ? [rule([[circle.x, circle.y], nearest(circle, place)], { stroke: 'muted', strokeWidth: 0.5 })] : [];
    }),
    ...circles.map(({ bubble, x: cx, y: cy, radius }): Shape => ({
      kind: 'circle',
      x: cx,
      y: cy,
      radius,
      fill: bubble.entry.closes.length > 0 ? 'primary' : 'primary-soft',
      stroke: 'primary',
    })),
    ...circles.flatMap(({ bubble }, i): Shape[] => {
      const place = places[i];
      return place == null ? [] : [letter(bubble.label, place.x + 0.5, place.y + 0.36 * LETTER, { color: 'ink' })];
    }),
  ];
}

interface Scales {
  readonly x: (effort: number) => number;
  readonly y: (benefit: number) => number;
  readonly far: number;
  readonly least: number;
  readonly most: number;
  readonly bottom: number;
}

function grid({ x, y, far, least, most, bottom }: Scales, words: Words): Shape[] {
  const efforts = rootTicks(far).filter((tick) => x(tick) <= FRAME.right);
  const negative = rootTicks(-least)
    .map((tick) => -tick)
    .filter((tick) => tick < 0);
  const benefits = [0, ...rootTicks(most), ...negative];
  return [
    {
      kind: 'rect',
      x: FRAME.left,
      y: FRAME.top,
      width: FRAME.right - FRAME.left,
      height: bottom - FRAME.top,
      stroke: 'muted',
      strokeWidth: 0.6,
    },
    ...spaced(efforts, x, 20).flatMap((tick) => [
      rule([
        [x(tick), FRAME.top],
        [x(tick), bottom],
      ]),
      letter(grouped(tick), x(tick), bottom + LETTER + 2, { align: 'center', color: 'muted' }),
    ]),
    ...spaced(benefits, y, 13).flatMap((tick) => [
      rule(
        [
          [FRAME.left, y(tick)],
          [FRAME.right, y(tick)],
        ],
        tick === 0 ? { stroke: 'muted' } : {},
      ),
      letter(wan(tick), FRAME.left - 4, y(tick) + 0.36 * LETTER, { align: 'right', color: 'muted' }),
    ]),
    letter(words.say('map-benefit-axis'), 0, FRAME.top - 7, { strong: true }),
    letter(words.say('map-effort-axis'), FRAME.right, bottom + 2 * LETTER + 8, { align: 'right', strong: true }),
    ...(bottom === FRAME.bottom
      ? []
      : [
          rule(
            [
              [FRAME.left, FRAME.bottom],
              [FRAME.right, FRAME.bottom],
            ],
            { stroke: 'muted', dashed: true },
          ),
          letter(words.say('plan-unpriced'), FRAME.left - 4, FRAME.bottom + STRIP / 2 + 0.36 * LETTER, {
            align: 'right',
            color: 'muted',
          }),
        ]),
  ];
}

/** 0 and 1, 2, 5 times powers of ten up to an amount, the largest first. */
function rootTicks(most: number): number[] {
  const ticks: number[] = [];
  for (let power = 0.1; power <= most; power *= 10)
    for (const times of TICKS) if (times * power <= most) ticks.push(rounded(times * power));
  return [...ticks.reverse(), 0];
}

/** The ticks that stand at least so far from those before them. */
function spaced(ticks: readonly number[], at: (tick: number) => number, least: number): number[] {
  const kept: number[] = [];
  for (const tick of ticks) if (kept.every((other) => Math.abs(at(other) - at(tick)) >= least)) kept.push(tick);
  return kept;
}

interface Circle {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly width: number;
}

/** The point of a label that is nearest to its bubble. */
function nearest(circle: Circle, place: { readonly x: number; readonly y: number }): [number, number] {
  return [
    Math.min(Math.max(circle.x, place.x), place.x + circle.width),
    Math.min(Math.max(circle.y, place.y - LETTER / 2), place.y + LETTER / 2),
  ];
}

function distanceTo(circle: Circle, place: { readonly x: number; readonly y: number }): number {
  const [x, y] = nearest(circle, place);
  return Math.hypot(x - circle.x, y - circle.y) - circle.radius;
}
