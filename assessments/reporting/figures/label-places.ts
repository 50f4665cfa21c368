/** Something that a label belongs to, a circle. */
export interface Labelled {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly width: number;
}

/** Where a label stands: the left end and the middle of its line. */
export interface LabelPlace {
  readonly x: number;
  readonly y: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Turns about a circle that are tried, from the right on, and how far out. */
const TURNS = 16;
const FARTHEST = 8;
const STEP = 7;
const CLEAR = 1.5;

/**
 * A place for the label of each circle, beside it or farther out, where it touches no label, no other circle and no edge;
 * those that are hardest to place come first in `circles`. Null where none is free.
 */
export function labelPlaces(circles: readonly Labelled[], height: number, frame: Box): (LabelPlace | null)[] {
  const taken: Box[] = circles.map(({ x, y, radius }) => ({
    left: x - radius,
    right: x + radius,
    top: y - radius,
    bottom: y + radius,
  }));
  return circles.map((circle) => {
    for (let out = 0; out < FARTHEST; out += 1)
      for (let turn = 0; turn < TURNS; turn += 1) {
        const box = boxAt(circle, (2 * Math.PI * turn) / TURNS, out * STEP + CLEAR, height);
        if (!isWithin(box, frame) || taken.some((other) => touch(box, other))) continue;
        taken.push(box);
        return { x: box.left, y: (box.top + box.bottom) / 2 };
      }
    return null;
  });
}

function boxAt({ x, y, radius, width }: Labelled, angle: number, out: number, height: number): Box {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const middleX = x + cos * (radius + out + width / 2);
  const middleY = y + sin * (radius + out + height / 2);
  return {
    left: middleX - width / 2,
    right: middleX + width / 2,
    top: middleY - height / 2,
    bottom: middleY + height / 2,
  };
}

function isWithin(box: Box, frame: Box): boolean {
  return box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
}

function touch(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
