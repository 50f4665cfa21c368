import {
  headingText,
  type Block,
  type HeadingBlock,
  type ParagraphBlock,
} from '../../../assessments/reporting/report-document.ts';
import { PALETTE } from '../../ui/palette.ts';
import { PAGE, style, TEXT_WIDTH, type LaidBlock, type PageFlow } from './page-flow.ts';

const SIZES = [21, 18, 15] as const;
const MOST_LINES = 2;
const TOP = 30;
const FOOT = 13;
const AFTER = 12;
const LINE = style(10, 'primary-soft');
const LINE_LEADING = 15;
const MARK = style(8, 'paper', 'bold');

/** What stands in the band across the head of the first page of a document without a cover. */
export interface TitleBand {
  readonly heading: HeadingBlock;
  /** The muted line right after it; absent where there is none. */
  readonly line?: ParagraphBlock;
}

/** The band of a document that begins with a heading; null where it begins otherwise. */
export function titleBandOf([first, second]: readonly Block[]): TitleBand | null {
  if (first?.kind !== 'heading' || first.level !== 1) return null;
  return second?.kind === 'paragraph' && second.tone === 'muted'
    ? { heading: first, line: second }
    : { heading: first };
}

/** The band with heading, line and the mark of fictitious data. */
export function layTitleBand(flow: PageFlow, { heading, line }: TitleBand, mark: string): LaidBlock {
  const text = flow.line(headingText(heading));
  flow.place = text;
  const sign = flow.line(mark);
  const fits = SIZES.map((size) => {
    const look = style(size, 'paper', 'bold');
    return { look, lines: flow.lines(text, TEXT_WIDTH, look) };
  });
  const { look, lines } = fits.find(({ lines: own }) => own.length <= MOST_LINES) ??
    fits[2] ?? { look: MARK, lines: [] };
  const leading = look.size * 1.35;
  const lineLines = line === undefined ? [] : flow.lines(line.text, TEXT_WIDTH, LINE);
  const lineTop = TOP + lines.length * leading;
  const height = lineTop + lineLines.length * LINE_LEADING + FOOT;
  const place = () => {
    flow.add({ kind: 'rect', x: 0, y: 0, width: PAGE.width, height, fill: PALETTE.primary });
    flow.bookmarks.push({ level: 1, text, page: flow.spot.page, y: 0 });
    flow.text(sign, PAGE.left, TOP - 8, MARK, 'right', TEXT_WIDTH);
    flow.inside(flow.part('H1'), () => {
      lines.forEach((line, i) => flow.text(line, PAGE.left, TOP + look.size + i * leading, look));
    });
    if (lineLines.length > 0)
      flow.inside(flow.part('P'), () => {
        lineLines.forEach((own, i) => flow.text(own, PAGE.left, lineTop + LINE.size + i * LINE_LEADING, LINE));
      });
    flow.y = height + AFTER;
  };
  return { lead: 0, heading: { level: 1, text }, place };
}
