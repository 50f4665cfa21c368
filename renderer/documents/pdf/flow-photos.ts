import type { Photo, PhotosBlock } from '../../../assessments/reporting/report-document.ts';
import { PALETTE } from '../../ui/palette.ts';
import { PAGE, style, TEXT_WIDTH, type LaidBlock, type PageFlow } from './page-flow.ts';

const GAP = 14;
const WIDTH = (TEXT_WIDTH - GAP) / 2;
const TALLEST = 230;
const TITLE = style(8.5, 'text', 'bold');
const TEXT = style(8, 'muted');
const LEADING = 11.5;
/** Lines that stay with their photo; more go on over the page. */
const TOGETHER = 12;

/** Photos two by two; a pair and the first lines below it stay on one page. */
export function layPhotos(flow: PageFlow, { photos }: PhotosBlock): LaidBlock {
  const pairs: LaidBlock[] = [];
  for (let i = 0; i < photos.length; i += 2) pairs.push(layPair(flow, photos.slice(i, i + 2)));
  const place = () => {
    for (const pair of pairs) pair.place();
  };
  return { lead: pairs[0]?.lead ?? 0, place };
}

function layPair(flow: PageFlow, pair: readonly Photo[]): LaidBlock {
  const cells = pair.map(({ picture, title, text }) => {
    const scale = Math.min(WIDTH / picture.width, TALLEST / picture.height);
    return {
      jpeg: picture.jpeg,
      alt: title,
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
  const lead = frame + 4 + Math.min(rows, TOGETHER) * LEADING;
  const place = () => {
    flow.keep(lead);
    const drawn = cells.map((cell, i) => {
      flow.inside(flow.part('Figure', { alt: cell.alt }), () => {
        drawPhoto(flow, cell, leftOf(i), frame);
      });
      return { lines: cell.lines, part: flow.part('P') };
    });
    flow.y += frame + 4;
    for (let from = 0, fit = 0; from < rows; from += fit) {
      flow.keep(LEADING);
      fit = Math.min(rows - from, flow.linesThatFit(LEADING));
      drawn.forEach(({ lines, part }, i) => {
        flow.inside(part, () => {
          lines
            .slice(from, from + fit)
            .forEach(({ line, look }, k) => flow.text(line, leftOf(i), flow.y + 8 + k * LEADING, look));
        });
      });
      flow.y += fit * LEADING;
    }
    flow.y += 14;
  };
  return { lead, place };
}

interface Shown {
  readonly jpeg: string;
  readonly width: number;
  readonly height: number;
}

/** In the middle of its ground. */
function drawPhoto(flow: PageFlow, { jpeg, width, height }: Shown, left: number, frame: number): void {
  flow.add({ kind: 'rect', x: left, y: flow.y, width: WIDTH, height: frame, fill: PALETTE.band });
  const [x, y] = [left + (WIDTH - width) / 2, flow.y + (frame - height) / 2];
  flow.add({ kind: 'picture', x, y, width, height, jpeg });
}

function leftOf(column: number): number {
  return PAGE.left + column * (WIDTH + GAP);
}
