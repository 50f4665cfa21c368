import type { Figure, Shape } from '../report-document.ts';
import { LETTER } from './lettering.ts';

/** One axis of the radar, scores 0..100. */
export interface RadarAxis {
  readonly label: string;
  readonly low: number;
  readonly high: number;
}

const WIDTH = 480;
const HEIGHT = 250;
const CENTRE = { x: WIDTH / 2, y: 128 };
const RADIUS = 92;
const RINGS = [20, 40, 60, 80, 100];

/** Topics around a centre: a solid line for what is known, a dashed one for the best case. */
export function radar(axes: readonly RadarAxis[], description: string): Figure {
  const outline = (score: (axis: RadarAxis) => number) => axes.map((axis, i) => point(i, axes.length, score(axis)));
  return {
    width: WIDTH,
    height: HEIGHT,
    description,
    shapes: [
      ...RINGS.map((ring): Shape => ({
        kind: 'line',
        points: outline(() => ring),
        closed: true,
        stroke: 'grid',
        strokeWidth: 0.6,
      })),
      ...axes.map((_, i): Shape => ({
        kind: 'line',
        points: [point(i, axes.length, 0), point(i, axes.length, 100)],
        closed: false,
        stroke: 'grid',
        strokeWidth: 0.6,
      })),
      {
        kind: 'line',
        points: outline((axis) => axis.high),
        closed: true,
        stroke: 'muted',
        strokeWidth: 0.8,
        dashed: true,
        fill: 'primary-soft',
        fillOpacity: 0.45,
      },
      {
        kind: 'line',
        points: outline((axis) => axis.low),
        closed: true,
        stroke: 'primary',
        strokeWidth: 1.6,
        fill: 'primary',
        fillOpacity: 0.35,
      },
      ...RINGS.slice(0, -1).map((ring): Shape => {
        const [x, y] = point(0, axes.length, ring);
        return { kind: 'text', x: x + 2, y: y + 3, text: String(ring), size: LETTER, color: 'muted' };
      }),
      ...axes.map((_, i): Shape => {
        const [x, y] = point(i, axes.length, axes[i]?.low ?? 0);
        return { kind: 'circle', x, y, radius: 2, fill: 'primary' };
      }),
      ...axes.map((axis, i) => axisLabel(axis.label, i, axes.length)),
    ],
  };
}

function point(axis: number, of: number, score: number): readonly [number, number] {
  const angle = -Math.PI / 2 + (2 * Math.PI * axis) / of;
  const radius = (RADIUS * score) / 100;
  return [CENTRE.x + radius * Math.cos(angle), CENTRE.y + radius * Math.sin(angle)];
}

function axisLabel(text: string, axis: number, of: number): Shape {
  const [x, y] = point(axis, of, 110);
  const side = x - CENTRE.x;
  const align = Math.abs(side) < 1 ? 'center' : side > 0 ? 'left' : 'right';
  return { kind: 'text', x, y: y + (y > CENTRE.y + 1 ? 7 : 3), text, size: 9, color: 'ink', align, strong: true };
}
