import type { Shape } from '../report-document.ts';

/** A square on its corner around a point, `reach` points to each corner. */
export function diamond(
  x: number,
  y: number,
  reach: number,
  look: Pick<Extract<Shape, { kind: 'line' }>, 'fill' | 'stroke' | 'strokeWidth'>,
): Shape {
  return {
    kind: 'line',
    points: [
      [x, y - reach],
      [x + reach, y],
      [x, y + reach],
      [x - reach, y],
    ],
    closed: true,
    ...look,
  };
}
