import { needsVerification } from '../../schema/marks.ts';
import type { Kpi } from '../../schema/pack.ts';
import { anchorRows, anchorsTitle } from '../chapters/indicator-table.ts';
import { kpiText, shownAnchors } from '../kpi-figure.ts';
import { starIf } from '../plan-text.ts';
import { plannedMillOf } from '../planned-mill.ts';
import type { FigureBlock, Ink, Shape } from '../report-document.ts';
import type { Mill, Topic } from '../report-input.ts';
import { computed } from '../shown-figure.ts';
import type { Words } from '../words.ts';
import { diamond } from './diamond.ts';
import { LEADING, LETTER, letter, rule, wrapped } from './lettering.ts';

const WIDTH = 480;
const LEFT = 168;
const RIGHT = 18;
const BAND = 12;
const BAR = 5;
const STEP = LETTER * LEADING;
const TOP = 2;
/** Where the anchors stand, in points, from the left, and the ground between each and the next. */
const MARKS = [0, 40, 70, 85, 100] as const;
const GROUNDS: readonly Ink[] = ['muted', 'grid', 'band', 'paper'];
const DIAMOND = 4.5;

/** An indicator against its anchors. */
interface Bullet {
  readonly name: string;
  readonly value: string;
  readonly after: string;
  /** In the unit that is shown, from the worst to the best. */
  readonly anchors: readonly string[];
  /** 0..100 on the scale of the anchors. */
  readonly at: number;
  readonly afterAt: number | null;
}

/**
 * `Topic, Mill → FigureBlock | null`. The topic's known indicators against their five anchors, each on a scale that is even in
 * points, so that better is always to the right; today as a bar, after the plan as a diamond where it moves. Null where none
 * is known.
 */
export function bulletCharts(topic: Topic, mill: Mill): FigureBlock | null {
  const after = plannedMillOf(mill)?.after ?? null;
  const kpis = 'kpis' in topic.pack ? topic.pack.kpis : [];
  const bullets = kpis
    .filter(({ id }) => topic.result.trace.some(({ question }) => question === id))
    .flatMap((kpi) => bulletOf(kpi, mill, after));
  if (bullets.length === 0) return null;
  const { words } = mill;
  const { shapes, bottom } = drawn(bullets);
  const scale = words.say(topic.pack.method === 'green' ? 'bullets-scale-simulated' : 'bullets-scale-points');
  const moves = bullets.some(({ afterAt }) => afterAt !== null);
  return {
    kind: 'figure',
    figure: {
      width: WIDTH,
      height: bottom + STEP + 2,
      description: words.say('bullets-description', { topic: topic.name, count: bullets.length }),
      shapes: [...shapes, letter(scale, WIDTH, bottom + LETTER, { align: 'right', color: 'muted' })],
    },
    caption: words.say(moves ? 'bullets-caption' : 'bullets-caption-today', { topic: topic.name }),
    table: {
      kind: 'table',
      columns: [
        { title: words.say('column-indicator'), width: 30 },
        { title: words.say('column-today'), width: 18, align: 'right' },
        { title: words.say('column-after'), width: 18, align: 'right' },
        { title: anchorsTitle(topic, mill), width: 34 },
      ],
      rows: bullets.map((bullet) => ({
        cells: [bullet.name, bullet.value, bullet.after, linesText(bullet, topic, words)],
      })),
    },
  };
}

function bulletOf(kpi: Kpi, mill: Mill, after: Mill | null): Bullet[] {
  const reading = mill.readings.get(kpi.id);
  if (reading?.state !== 'known') return [];
  const { words } = mill;
  const then = after?.readings.get(kpi.id);
  const at = reading.points;
  const afterAt = then?.state === 'known' ? then.points : null;
  const rows = anchorRows(kpi, mill);
  const isOurs = (place: number) => rows.some(({ marks }) => needsVerification(marks[place] ?? 'proposal'));
  const anchors = shownAnchors(kpi, reading, mill).map((anchor, i) => `${computed(anchor)}${starIf(isOurs(i), words)}`);
  return [
    {
      name: `${kpi.id} ${words.pick(kpi.name)}`,
      value: kpiText(kpi.id, mill),
      after: after === null ? '—' : kpiText(kpi.id, after),
      anchors: anchors.reverse(),
      at,
      afterAt: afterAt === null || Math.abs(afterAt - at) < 0.05 ? null : afterAt,
    },
  ];
}

/** The anchors from the best to the worst; of a simulated topic the two from which and to which points are given. */
function linesText({ anchors }: Bullet, { pack }: Topic, words: Words): string {
  if (pack.method !== 'green') return [...anchors].reverse().join(' / ');
  return words.say('anchor-simulated', { lead: anchors[3] ?? '', base: anchors[1] ?? '' });
}

function drawn(bullets: readonly Bullet[]): { readonly shapes: Shape[]; readonly bottom: number } {
  let top = TOP;
  const shapes = bullets.flatMap((bullet) => {
    const name = wrapped(bullet.name, LEFT - 10, 2);
    const value = wrapped(bullet.value, LEFT - 10, 3, LETTER, true);
    const height = Math.max(BAND + STEP + 7, (name.length + value.length) * STEP + 5);
    const row = rowShapes(bullet, { name, value }, top);
    top += height;
    return row;
  });
  return { shapes, bottom: top };
}

interface Lettered {
  readonly name: readonly string[];
  readonly value: readonly string[];
}

function rowShapes({ anchors, at, afterAt }: Bullet, { name, value }: Lettered, top: number): Shape[] {
  const x = (points: number) => LEFT + ((WIDTH - LEFT - RIGHT) * points) / 100;
  const middle = top + BAND / 2;
  const baseline = (line: number) => top + LETTER + line * STEP;
  return [
    ...name.map((line, i) => letter(line, LEFT - 10, baseline(i), { align: 'right' })),
    ...value.map((line, i) =>
      letter(line, LEFT - 10, baseline(name.length + i), { align: 'right', strong: true, color: 'ink' }),
    ),
    ...GROUNDS.map((fill, i): Shape => ({
      kind: 'rect',
      x: x(MARKS[i] ?? 0),
      y: top,
      width: x(MARKS[i + 1] ?? 0) - x(MARKS[i] ?? 0),
      height: BAND,
      fill,
      stroke: 'muted',
      strokeWidth: 0.4,
    })),
    {
      kind: 'rect',
      x: x(0),
      y: middle - BAR / 2,
      width: Math.max(x(at) - x(0), 1.5),
      height: BAR,
      fill: 'ink',
      stroke: 'paper',
      strokeWidth: 0.6,
    },
    ...(afterAt === null
      ? []
      : [diamond(x(afterAt), middle, DIAMOND, { fill: 'paper', stroke: 'ink', strokeWidth: 1.2 })]),
    ...MARKS.map((mark) =>
      rule(
        [
          [x(mark), top + BAND],
          [x(mark), top + BAND + 2],
        ],
        { stroke: 'muted' },
      ),
    ),
    ...anchorLetters(anchors, x, top + BAND + LETTER + 2),
  ];
}

/** The anchors below their marks, the outer ones within the scale. */
function anchorLetters(anchors: readonly string[], x: (points: number) => number, y: number): Shape[] {
  const last = anchors.length - 1;
  return anchors.map((anchor, i) => {
    const align = i === 0 ? 'left' : i === last ? 'right' : 'center';
    const at = x(MARKS[i] ?? 0) + (i === last ? RIGHT : 0);
    return letter(anchor, at, y, { align, color: 'muted' });
  });
}
