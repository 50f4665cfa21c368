import type { CoverBlock, Picture } from '../../../assessments/reporting/report-document.ts';
import { PALETTE } from '../../ui/palette.ts';
import { PAGE, style, TEXT_WIDTH, type PageFlow } from './page-flow.ts';

const LABEL_WIDTH = 118;
const NAME_SIZES = [24, 20, 17, 14] as const;
const MOST_NAME_LINES = 3;
const LOGO = { width: 170, height: 64, top: 40 } as const;

/** The first page: what it is, of whom, when, under which number. */
export function flowCover(flow: PageFlow, cover: CoverBlock): void {
  flow.place = cover.title;
  flow.add({ kind: 'rect', x: 0, y: 0, width: PAGE.width, height: 10, fill: PALETTE.primary });
  if (cover.logo !== undefined) flowLogo(flow, cover.logo);
  flow.y = 120;
  flowLine(flow, cover.kicker, 12, 'muted', 'regular', 18);
  flow.y += 4;
  flowLine(flow, cover.title, 32, 'ink', 'bold', 44);
  flow.add({ kind: 'rect', x: PAGE.left, y: flow.y + 2, width: 64, height: 3, fill: PALETTE.primary });
  flow.y += 40;
  flowName(flow, cover.enterprise);
  if (cover.mark !== '') flowMark(flow, cover.mark);
  flow.y += 26;
  flowRows(flow, cover.rows);
  flowNotice(flow, cover.notice);
}

/** At the top right, as large as fits the space above the title. */
function flowLogo(flow: PageFlow, { jpeg, width, height }: Picture): void {
  const scale = Math.min(LOGO.width / width, LOGO.height / height);
  const size = { width: width * scale, height: height * scale };
  flow.add({ kind: 'picture', x: PAGE.left + TEXT_WIDTH - size.width, y: LOGO.top, ...size, jpeg });
}

function flowLine(
  flow: PageFlow,
  text: string,
  size: number,
  color: keyof typeof PALETTE,
  weight: 'regular' | 'bold',
  leading: number,
): void {
  const look = style(size, color, weight);
  for (const line of flow.lines(text, TEXT_WIDTH, look)) {
    flow.text(line, PAGE.left, flow.y + size, look);
    flow.y += leading;
  }
}

/** The largest size at which the name takes no more than three lines. */
function flowName(flow: PageFlow, name: string): void {
  const fits = (size: number) => flow.lines(name, TEXT_WIDTH, { size, weight: 'bold' }).length <= MOST_NAME_LINES;
  const size = NAME_SIZES.find(fits) ?? 12;
  flowLine(flow, name, size, 'primary', 'bold', size * 1.4);
}

function flowMark(flow: PageFlow, mark: string): void {
  const look = style(13, 'bad', 'bold');
  const text = flow.clean(mark).replaceAll('\n', ' ');
  const width = flow.widthOf(text, look) + 20;
  flow.y += 8;
  flow.add({ kind: 'rect', x: PAGE.left, y: flow.y, width, height: 24, stroke: PALETTE.bad, strokeWidth: 1.2 });
  flow.text(text, PAGE.left + 10, flow.y + 16.6, look);
  flow.y += 24;
}

function flowRows(flow: PageFlow, rows: CoverBlock['rows']): void {
  const label = style(10, 'muted');
  const value = style(10.5, 'text');
  for (const [name, text] of rows) {
    const names = flow.lines(name, LABEL_WIDTH - 8, label);
    const values = flow.lines(text, TEXT_WIDTH - LABEL_WIDTH, value);
    names.forEach((line, i) => flow.text(line, PAGE.left, flow.y + 12 + i * 15, label));
    values.forEach((line, i) => flow.text(line, PAGE.left + LABEL_WIDTH, flow.y + 12 + i * 15, value));
    flow.y += Math.max(names.length, values.length) * 15 + 7;
    flow.add({
      kind: 'line',
      points: [
        [PAGE.left, flow.y - 2],
        [PAGE.left + TEXT_WIDTH, flow.y - 2],
      ],
      closed: false,
      stroke: PALETTE.grid,
      strokeWidth: 0.5,
    });
  }
}

/** At the foot of the page, or right below where the rows reach that far. */
function flowNotice(flow: PageFlow, notice: string): void {
  const look = style(9, 'muted');
  const lines = flow.lines(notice, TEXT_WIDTH, look);
  flow.y = Math.max(flow.y + 12, PAGE.height - 70 - lines.length * 14);
  lines.forEach((line) => {
    flow.text(line, PAGE.left, flow.y + 9, look);
    flow.y += 14;
  });
}
