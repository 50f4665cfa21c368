import type { KnownReading } from '../indicators/readings.ts';
import type { KpiWay as Way } from '../kpis/kpi.ts';
import type { Corner } from './plan-problem.ts';

/** A KPI of a mill as it is scored: its value and anchors, and the points at any value on them. */
export interface ScoredKpi {
  readonly way: Way;
  readonly reading: KnownReading;
  readonly pointsAt: (value: number) => number;
}

/** The way of a KPI from what it is now to what all measures together bring, on a scale on which company never helps. */
export interface KpiWay {
  /** How far two values are apart, as a share of the whole way, 1 at most. */
  readonly between: (from: number, to: number) => number;
  /** At least what can still be gained from a value on, by the way made from there; from [0, 0] on. */
  readonly gainsFrom: (value: number) => readonly Corner[];
}

/** Keeps the logarithm of nothing finite, in percent. */
const LEAST = 1e-12;
/** Pieces of the way between two bends of the score. */
const PIECES = 6;

/** A scale with the value's change per unit of it, so that equal movements are equal whatever was done before. */
interface Scale {
  readonly at: (value: number) => number;
  readonly slope: (value: number) => number;
  /** Where the scale changes from bending up to bending down. */
  readonly turns: readonly number[];
}

const LINEAR: Scale = { at: (value) => value, slope: () => 1, turns: [] };
const LOGARITHM: Scale = { at: Math.log, slope: (value) => value, turns: [] };
const LOG_OF_RATE: Scale = { at: (value) => Math.log(value + LEAST), slope: (value) => value + LEAST, turns: [] };
/** Of what is left of a total that fell by so many percent. */
const LOG_OF_REST: Scale = { at: (fall) => -Math.log(100 - fall), slope: (fall) => 100 - fall, turns: [] };
const LOG_ODDS: Scale = {
  at: (percent) => Math.log(percent + LEAST) - Math.log(100 - percent + LEAST),
  slope: (percent) => ((percent + LEAST) * (100 - percent + LEAST)) / (100 + 2 * LEAST),
  turns: [50],
};

function scaleOf({ way, reading: { anchors } }: ScoredKpi, best: number): Scale {
  if (way === 'share') return LOG_ODDS;
  if (way === 'rate') return LOG_OF_RATE;
  if (way !== 'total') return LINEAR;
  const isFall = anchors[0] > anchors[4];
  if (isFall) return best < 100 ? LOG_OF_REST : LINEAR;
  return best > 0 ? LOGARITHM : LINEAR;
}

/** The way from a KPI as it stands to its best value; null where its points step up at once. */
export function kpiWay(start: ScoredKpi, best: number): KpiWay | null {
  if (start.way === 'step') return null;
  const from = start.reading.value;
  const scale = scaleOf(start, best);
  const whole = Math.abs(scale.at(best) - scale.at(from));
  const between = (a: number, b: number) => Math.min(1, Math.abs(scale.at(b) - scale.at(a)) / whole);
  const stops = stopsOf(start, scale, best);
  const piece = (a: number, b: number): Corner[] => cornersOf({ a, b, scale, start });
  return {
    between,
    gainsFrom: (value) => {
      const ahead = stops.filter((stop) => (best > from ? stop > value : stop < value));
      const raw = ahead.flatMap((stop, i) => piece(i === 0 ? value : (ahead[i - 1] ?? value), stop));
      const way = scale.at(value);
      const now = start.pointsAt(value);
      return upperLine(
        raw.map((corner) => ({ way: Math.abs(corner.way - way) / whole, gain: Math.max(0, corner.gain - now) })),
      );
    },
  };
}

/** Values between which score and scale bend one way only, from the start to the best. */
function stopsOf({ reading: { value, anchors } }: ScoredKpi, { turns }: Scale, best: number): number[] {
  const [low, high] = [Math.min(value, best), Math.max(value, best)];
  const bends = [...new Set([...anchors, ...turns, low, high])].filter((bend) => bend >= low && bend <= high);
  const ascending = bends.sort((a, b) => a - b);
  const stops = ascending.flatMap((bend, i) => {
    const before = ascending[i - 1];
    if (before === undefined) return [bend];
    return Array.from({ length: PIECES }, (_, k) => before + ((bend - before) * (k + 1)) / PIECES);
  });
  return best > value ? stops : stops.reverse();
}

interface Piece {
  readonly a: number;
  readonly b: number;
  readonly scale: Scale;
  readonly start: ScoredKpi;
}

/** Ends of a piece on the scale with their points; where the score bends down between them, the tangents' corner too. */
function cornersOf({ a, b, scale, start }: Piece): Corner[] {
  const one: Corner = { way: scale.at(a), gain: start.pointsAt(a) };
  const other: Corner = { way: scale.at(b), gain: start.pointsAt(b) };
  const perValue = a === b ? 0 : (other.gain - one.gain) / (b - a);
  const [first, last] = [perValue * scale.slope(a), perValue * scale.slope(b)];
  const bendsDown = Math.abs(first) > Math.abs(last);
  if (!bendsDown) return [one, other];
  const way = one.way + (other.gain - one.gain - last * (other.way - one.way)) / (first - last);
  return [one, { way, gain: one.gain + first * (way - one.way) }, other];
}

/** The corners of the lowest line above all points that bends down only. */
function upperLine(points: readonly Corner[]): Corner[] {
  const line: Corner[] = [{ way: 0, gain: 0 }];
  for (const point of points) {
    while (line.length > 1 && !bendsAt(line[line.length - 2], line[line.length - 1], point)) line.pop();
    const last = line[line.length - 1];
    if (last === undefined || point.gain > last.gain) line.push(point);
  }
  return line;
}

function bendsAt(a: Corner | undefined, b: Corner | undefined, c: Corner): boolean {
  if (a === undefined || b === undefined) return true;
  return (b.gain - a.gain) * (c.way - b.way) > (c.gain - b.gain) * (b.way - a.way);
}
