import type { TilesBlock } from '../../../assessments/reporting/report-document.ts';
import { PALETTE, TONE_INKS } from '../../ui/palette.ts';
import { PAGE, style, TEXT_WIDTH, type LaidBlock, type PageFlow } from './page-flow.ts';

const GAP = 8;
const PADDING = 8;
const VALUE_SIZE = 17;
const SMALLEST_VALUE = 9;

/** A row of boxes of one height; a figure too wide for its box is set smaller. */
export function layTiles(flow: PageFlow, { tiles }: TilesBlock): LaidBlock {
  const width = (TEXT_WIDTH - GAP * (tiles.length - 1)) / tiles.length;
  const inner = width - 2 * PADDING;
  const label = style(8.5, 'muted');
  const detail = style(8.5, 'text');
  const boxes = tiles.map((tile) => {
    const value = flow.line(tile.value);
    return {
      label: flow.lines(tile.label, inner, label),
      value,
      size: fittingSize(flow, value, inner),
      detail: flow.lines(tile.detail, inner, detail),
      ink: TONE_INKS[tile.tone],
    };
  });
  const labelHeight = Math.max(0, ...boxes.map((box) => box.label.length)) * 12;
  const detailHeight = Math.max(0, ...boxes.map((box) => box.detail.length)) * 12;
  const height = boxes.length === 0 ? 0 : PADDING + labelHeight + VALUE_SIZE + 8 + detailHeight + PADDING - 2;
  const place = () => {
    flow.keep(height);
    boxes.forEach((box, i) => {
      const x = PAGE.left + i * (width + GAP);
      flow.add({ kind: 'rect', x, y: flow.y, width, height, fill: PALETTE.band });
      flow.add({ kind: 'rect', x, y: flow.y, width, height: 2.4, fill: PALETTE.primary });
      flow.inside(flow.part('Div'), () => {
        flow.inside(flow.part('P'), () => {
          box.label.forEach((line, k) => flow.text(line, x + PADDING, flow.y + PADDING + 9 + k * 12, label));
          const valueAt = flow.y + PADDING + labelHeight + VALUE_SIZE;
          flow.text(box.value, x + PADDING, valueAt, style(box.size, box.ink, 'bold'));
          box.detail.forEach((line, k) => flow.text(line, x + PADDING, valueAt + 15 + k * 12, detail));
        });
      });
    });
    if (boxes.length > 0) flow.y += height + 10;
  };
  return { lead: height, place };
}

function fittingSize(flow: PageFlow, value: string, width: number): number {
  let size = VALUE_SIZE;
  while (size > SMALLEST_VALUE && flow.widthOf(value, { size, weight: 'bold' }) > width) size -= 0.5;
  return size;
}
