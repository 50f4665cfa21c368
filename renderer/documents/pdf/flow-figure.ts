import {
  captionText,
  type BlockLabels,
  type FigureBlock,
  type Shape,
} from '../../../assessments/reporting/report-document.ts';
import { PALETTE } from '../../ui/palette.ts';
import { PAGE, style, TEXT_WIDTH, type LaidBlock, type Mark, type PageFlow } from './page-flow.ts';

const HATCH = 4;

/** With its caption and a heading before it a figure is no taller than what stays together. */
const TALLEST = 372;
const CAPTION = { size: 9, leading: 12.5 } as const;

/** A vector figure in the middle of the text, with its caption below. */
export function layFigure(flow: PageFlow, block: FigureBlock, labels: BlockLabels): LaidBlock {
  const { figure } = block;
  const scale = Math.min(1, TEXT_WIDTH / figure.width, TALLEST / figure.height);
  const look = style(CAPTION.size, 'muted');
  const caption = captionText(block, labels) ?? '';
  const captionLines = flow.lines(caption, TEXT_WIDTH, look);
  const shapes = figure.shapes.map((shape) =>
    shape.kind === 'text' ? { ...shape, text: flow.line(shape.text) } : shape,
  );
  const height = figure.height * scale;
  const lead = height + 4 + captionLines.length * CAPTION.leading;
  const place = () => {
    flow.keep(lead);
    const left = PAGE.left + (TEXT_WIDTH - figure.width * scale) / 2;
    flow.inside(flow.part('Figure', { alt: figure.description === '' ? caption : figure.description }), () => {
      for (const shape of shapes) drawShape(flow, shape, { left, top: flow.y, scale });
      flow.y += height + 4;
      flow.inside(flow.part('Caption'), () => {
        for (const line of captionLines) {
          flow.text(line, PAGE.left, flow.y + CAPTION.size, look, 'center', TEXT_WIDTH);
          flow.y += CAPTION.leading;
        }
      });
    });
    flow.y += 9;
  };
  return { lead, place };
}

interface Frame {
  readonly left: number;
  readonly top: number;
  readonly scale: number;
}

function drawShape(flow: PageFlow, shape: Shape, { left, top, scale }: Frame): void {
  const at = (x: number, y: number): [number, number] => [left + x * scale, top + y * scale];
  switch (shape.kind) {
    case 'line': {
      const { stroke, fill, strokeWidth = 1, fillOpacity = 1, dashed = false } = shape;
      flow.add({
        kind: 'line',
        points: shape.points.map(([x, y]) => at(x, y)),
        closed: shape.closed,
        dashed,
        strokeWidth: strokeWidth * scale,
        opacity: fillOpacity,
        ...(stroke === undefined ? {} : { stroke: PALETTE[stroke] }),
        ...(fill === undefined ? {} : { fill: PALETTE[fill] }),
      });
      return;
    }
    case 'rect': {
      const [x, y] = at(shape.x, shape.y);
      const box = { x, y, width: shape.width * scale, height: shape.height * scale };
      if (shape.hatched === true) for (const line of hatching(box)) flow.add(line);
      flow.add({
        kind: 'rect',
        ...box,
        strokeWidth: (shape.strokeWidth ?? 1) * scale,
        ...(shape.stroke === undefined ? {} : { stroke: PALETTE[shape.stroke] }),
        ...(shape.fill === undefined ? {} : { fill: PALETTE[shape.fill] }),
      });
      return;
    }
    case 'circle': {
      const [x, y] = at(shape.x, shape.y);
      flow.add({
        kind: 'circle',
        x,
        y,
        radius: shape.radius * scale,
        ...(shape.stroke === undefined ? {} : { stroke: PALETTE[shape.stroke] }),
        ...(shape.fill === undefined ? {} : { fill: PALETTE[shape.fill] }),
      });
      return;
    }
    case 'text': {
      const look = style(shape.size * scale, shape.color, shape.strong === true ? 'bold' : 'regular');
      const [x, y] = at(shape.x, shape.y);
      flow.text(shape.text, x, y, look, shape.align ?? 'left', 0);
    }
  }
}

/** Rising diagonals cut off at the box. */
function hatching({ x, y, width, height }: { x: number; y: number; width: number; height: number }): Mark[] {
  const marks: Mark[] = [];
  for (let offset = HATCH - height; offset < width; offset += HATCH) {
    const start: [number, number] = offset < 0 ? [x, y + height + offset] : [x + offset, y + height];
    const reach = offset + height;
    const end: [number, number] = reach > width ? [x + width, y + reach - width] : [x + reach, y];
    marks.push({ kind: 'line', points: [start, end], closed: false, stroke: PALETTE.primary, strokeWidth: 0.5 });
  }
  return marks;
}
