import type { CoverBlock, Picture } from '../../../assessments/reporting/report-document.ts';
import { PALETTE } from '../../ui/palette.ts';
import { PAGE, style, TEXT_WIDTH, type LaidBlock, type PageFlow, type TextStyle } from './page-flow.ts';

const LABEL_WIDTH = 118;
const TITLE_SIZES = [28, 26] as const;
const NAME_SIZES = [24, 20, 17, 14] as const;
const MOST_NAME_LINES = 3;
const LOGO = { width: 170, height: 64, top: 40 } as const;
const ROW_LEADING = 15;

/** The first page: what it is, of whom, when, under which number. It takes a page of its own. */
export function layCover(flow: PageFlow, cover: CoverBlock): LaidBlock {
  flow.place = cover.title;
  const pieces: Piece[] = [
    lineOf(flow, cover.kicker, style(12, 'muted'), 18),
    { height: 4 },
    titleOf(flow, cover.title),
    barOf(flow),
    nameOf(flow, cover.enterprise),
    ...(cover.mark === '' ? [] : [markOf(flow, cover.mark)]),
    { height: 26 },
  ];
  const rows = cover.rows.map(([name, text]) => rowOf(flow, name, text));
  const notice = lineOf(flow, cover.notice, style(9, 'muted'), 14);
  const place = () => {
    if (!flow.isAtTop) flow.newPage();
    flow.add({ kind: 'rect', x: 0, y: 0, width: PAGE.width, height: 10, fill: PALETTE.primary });
    if (cover.logo !== undefined) drawLogo(flow, cover.logo, cover.enterprise);
    flow.y = 120;
    drawPieces(flow, pieces);
    flow.inside(flow.part('L'), () => {
      drawPieces(flow, rows);
    });
    // At the foot of the page, or right below where the rows reach that far.
    flow.y = Math.max(flow.y + 12, PAGE.height - 70 - notice.height);
    notice.draw?.();
    flow.newPage();
  };
  return { lead: PAGE.height, place };
}

/** Something on the cover, drawn at the height that the flow has come to. */
interface Piece {
  readonly height: number;
  readonly draw?: () => void;
}

function drawPieces(flow: PageFlow, pieces: readonly Piece[]): void {
  for (const { height, draw } of pieces) {
    draw?.();
    flow.y += height;
  }
}

/** At the top right, as large as fits the space above the title. */
function drawLogo(flow: PageFlow, { jpeg, width, height }: Picture, alt: string): void {
  const scale = Math.min(LOGO.width / width, LOGO.height / height);
  const size = { width: width * scale, height: height * scale };
  flow.inside(flow.part('Figure', { alt }), () => {
    flow.add({ kind: 'picture', x: PAGE.left + TEXT_WIDTH - size.width, y: LOGO.top, ...size, jpeg });
  });
}

function lineOf(flow: PageFlow, text: string, look: TextStyle, leading: number): Piece {
  const lines = flow.lines(text, TEXT_WIDTH, look);
  const draw = () => {
    flow.inside(flow.part('P'), () => {
      lines.forEach((line, i) => flow.text(line, PAGE.left, flow.y + look.size + i * leading, look));
    });
  };
  return { height: lines.length * leading, draw };
}

function barOf(flow: PageFlow): Piece {
  const draw = () => {
    flow.add({ kind: 'rect', x: PAGE.left, y: flow.y + 2, width: 64, height: 3, fill: PALETTE.primary });
  };
  return { height: 40, draw };
}

/** A little smaller where it then stands on one line. */
function titleOf(flow: PageFlow, title: string): Piece {
  const text = flow.clean(title);
  const fits = (size: number) => flow.lines(text, TEXT_WIDTH, { size, weight: 'bold' }).length === 1;
  const size = TITLE_SIZES.find(fits) ?? TITLE_SIZES[0];
  return lineOf(flow, text, style(size, 'ink', 'bold'), 40);
}

/** The largest size at which the name takes no more than three lines. */
function nameOf(flow: PageFlow, name: string): Piece {
  const text = flow.clean(name);
  const fits = (size: number) => flow.lines(text, TEXT_WIDTH, { size, weight: 'bold' }).length <= MOST_NAME_LINES;
  const size = NAME_SIZES.find(fits) ?? 12;
  return lineOf(flow, text, style(size, 'primary', 'bold'), size * 1.4);
}

function markOf(flow: PageFlow, mark: string): Piece {
  const look = style(13, 'bad', 'bold');
  const text = flow.line(mark);
  const width = flow.widthOf(text, look) + 20;
  const draw = () => {
    const y = flow.y + 8;
    flow.add({ kind: 'rect', x: PAGE.left, y, width, height: 24, stroke: PALETTE.bad, strokeWidth: 1.2 });
    flow.inside(flow.part('P'), () => {
      flow.text(text, PAGE.left + 10, y + 16.6, look);
    });
  };
  return { height: 32, draw };
}

function rowOf(flow: PageFlow, name: string, text: string): Piece {
  const label = style(10, 'muted');
  const value = style(10.5, 'text');
  const names = flow.lines(name, LABEL_WIDTH - 8, label);
  const values = flow.lines(text, TEXT_WIDTH - LABEL_WIDTH, value);
  const height = Math.max(names.length, values.length) * ROW_LEADING + 7;
  const draw = () => {
    const lines = (some: readonly string[], x: number, look: TextStyle) => () => {
      some.forEach((line, i) => flow.text(line, x, flow.y + 12 + i * ROW_LEADING, look));
    };
    flow.inside(flow.part('LI'), () => {
      flow.inside(flow.part('Lbl'), lines(names, PAGE.left, label));
      flow.inside(flow.part('LBody'), lines(values, PAGE.left + LABEL_WIDTH, value));
    });
    flow.rule(flow.y + height - 2, PALETTE.grid, 0.5);
  };
  return { height, draw };
}
