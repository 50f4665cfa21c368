import type { Photo, PhotosBlock } from '../../../assessments/reporting/report-document.ts';
import { PALETTE } from '../../ui/palette.ts';
import { PAGE, style, TEXT_WIDTH, type PageFlow } from './page-flow.ts';

const GAP = 14;
const WIDTH = (TEXT_WIDTH - GAP) / 2;
const TALLEST = 230;
const TITLE = style(8.5, 'text', 'bold');
const TEXT = style(8, 'muted');
const LEADING = 11.5;
/** Lines that stay with their photo; more go on over the page. */
const TOGETHER = 12;

/** Photos two by two; a pair and the first lines below it stay on one page. */
export function flowPhotos(flow: PageFlow, { photos }: PhotosBlock): void {
  for (let i = 0; i < photos.length; i += 2) flowPair(flow, photos.slice(i, i + 2));
}

function flowPair(flow: PageFlow, pair: readonly Photo[]): void {
  const cells = pair.map(({ picture, title, text }) => {
    const scale = Math.min(WIDTH / picture.width, TALLEST / picture.height);
    return {
      jpeg: picture.jpeg,
      width: picture.width * scale,
      height: picture.height * scale,
      lines: [
        ...flow.lines(title, WIDTH, TITLE).map((line) => ({ line, look: TITLE })),
        ...flow.lines(text, WIDTH, TEXT).map((line) => ({ line, look: TEXT })),
      ],
    };
  });
  const frame = Math.max(...cells.map(({ height }) => height));
  const rows = Math.max(...cells.map(({ lines }) => lines.length));
  flow.keep(frame + 4 + Math.min(rows, TOGETHER) * LEADING);
  cells.forEach(({ jpeg, width, height }, i) => {
    const left = leftOf(i);
    flow.add({ kind: 'rect', x: left, y: flow.y, width: WIDTH, height: frame, fill: PALETTE.band });
    flow.add({
      kind: 'picture',
      x: left + (WIDTH - width) / 2,
      y: flow.y + (frame - height) / 2,
      width,
      height,
      jpeg,
    });
  });
  flow.y += frame + 4;
  for (let from = 0, fit = 0; from < rows; from += fit) {
    flow.keep(LEADING);
    fit = Math.min(rows - from, Math.max(1, Math.floor(flow.room / LEADING)));
    cells.forEach(({ lines }, i) =>
      lines
        .slice(from, from + fit)
        .forEach(({ line, look }, k) => flow.text(line, leftOf(i), flow.y + 8 + k * LEADING, look)),
    );
    flow.y += fit * LEADING;
  }
  flow.y += 14;
}

function leftOf(column: number): number {
  return PAGE.left + column * (WIDTH + GAP);
}
