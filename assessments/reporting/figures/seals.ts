import type { Figure, Shape } from '../report-document.ts';

/** One who signs, with what goes on its lines. */
export interface Party {
  readonly name: string;
  readonly signature: string;
  readonly date: string;
  readonly dateLine: string;
  readonly seal: string;
}

const WIDTH = 480;
const GAP = 10;
const BOX = 190;
const SEAL = { radius: 44, sides: 48 } as const;

/** A box for each party with a ring for its seal, a line to sign and one for the date. */
export function seals(parties: readonly Party[], description: string): Figure {
  const width = (WIDTH - GAP * (parties.length - 1)) / parties.length;
  return {
    width: WIDTH,
    height: BOX + 2,
    description,
    shapes: parties.flatMap((party, i) => boxShapes(party, i * (width + GAP), width)),
  };
}

function boxShapes({ name, signature, date, dateLine, seal }: Party, x: number, width: number): Shape[] {
  const label = { kind: 'text', size: 9, color: 'text' } as const;
  const rule = (y: number): Shape => ({
    kind: 'line',
    points: [
      [x + 54, y],
      [x + width - 10, y],
    ],
    closed: false,
    stroke: 'muted',
    strokeWidth: 0.6,
  });
  return [
    { kind: 'rect', x, y: 1, width, height: BOX, stroke: 'primary', strokeWidth: 0.8 },
    { kind: 'text', x: x + 8, y: 18, text: name, size: 9.5, color: 'ink', strong: true },
    {
      kind: 'line',
      points: ring(x + width / 2, 78),
      closed: true,
      stroke: 'muted',
      strokeWidth: 0.6,
      dashed: true,
    },
    { kind: 'text', x: x + width / 2, y: 81, text: seal, size: 8, color: 'muted', align: 'center' },
    { ...label, x: x + 8, y: 150, text: signature },
    rule(152),
    { ...label, x: x + 8, y: 176, text: date },
    { kind: 'text', x: x + width - 10, y: 176, text: dateLine, size: 9, color: 'muted', align: 'right' },
    rule(178),
  ];
}

function ring(x: number, y: number): (readonly [number, number])[] {
  return Array.from({ length: SEAL.sides }, (_, i) => {
    const angle = (2 * Math.PI * i) / SEAL.sides;
    return [x + SEAL.radius * Math.cos(angle), y + SEAL.radius * Math.sin(angle)] as const;
  });
}
