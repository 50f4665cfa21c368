import type { Photo, PhotosBlock } from '../../../assessments/reporting/report-document.ts';
import { PALETTE } from '../../ui/palette.ts';
import { PAGE, style, TEXT_WIDTH, type PageFlow } from './page-flow.ts';

const GAP = 14;
const WIDTH = (TEXT_WIDTH - GAP) / 2;
const TALLEST = 230;
const TITLE = style(8.5, 'text', 'bold');
const TEXT = style(8, 'muted');
const LEADING = 11.5;

/** Photos two by two; a pair and what stands below it stay on one page. */
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
  const height = frame + 4 + Math.max(...cells.map(({ lines }) => lines.length)) * LEADING;
  flow.keep(height);
  cells.forEach(({ jpeg, width, height: tall, lines }, i) => {
    const left = PAGE.left + i * (WIDTH + GAP);
    const ground = { x: left, y: flow.y, width: WIDTH, height: frame };
    flow.add({ kind: 'rect', ...ground, fill: PALETTE.band });
    flow.add({
      kind: 'picture',
      x: left + (WIDTH - width) / 2,
      y: flow.y + (frame - tall) / 2,
      width,
      height: tall,
      jpeg,
    });
    lines.forEach(({ line, look }, k) => flow.text(line, left, flow.y + frame + 12 + k * LEADING, look));
  });
  flow.y += height + 14;
}
