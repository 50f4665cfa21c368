import {
  headingText,
  type CalloutBlock,
  type HeadingBlock,
  type ListBlock,
  type ParagraphBlock,
} from '../../../assessments/reporting/report-document.ts';
import { PALETTE, TONE_GROUNDS, TONE_INKS } from '../../ui/palette.ts';
import { PAGE, style, TEXT_WIDTH, type PageFlow, type TextStyle } from './page-flow.ts';

const BODY = { size: 10, leading: 15.6, after: 6 } as const;
const HEADINGS = {
  1: { size: 18, leading: 25, before: 0, after: 12, keepWith: 120 },
  2: { size: 13, leading: 19, before: 12, after: 6, keepWith: 110 },
  3: { size: 10.5, leading: 15, before: 7, after: 3, keepWith: 48 },
} as const;
const MIN_TOGETHER = 2;
const INDENT = 14;

/** No heading stays behind without what follows it. */
export function flowHeading(flow: PageFlow, heading: HeadingBlock): void {
  const { level } = heading;
  const text = headingText(heading);
  const form = HEADINGS[level];
  flow.place = text;
  const look = style(form.size, level === 3 ? 'text' : 'primary', 'bold');
  const lines = flow.lines(text, TEXT_WIDTH, look);
  flow.space(form.before);
  flow.keep(lines.length * form.leading + form.keepWith);
  if (level !== 3)
    flow.bookmarks.push({ level, text: flow.clean(text).replaceAll('\n', ' '), page: flow.pages.length, y: flow.y });
  for (const line of lines) {
    flow.text(line, PAGE.left, flow.y + form.size, look);
    flow.y += form.leading;
  }
  if (level === 1) flow.add({ kind: 'rect', x: PAGE.left, y: flow.y, width: 36, height: 2.4, fill: PALETTE.primary });
  flow.y += form.after;
}

export function flowParagraph(flow: PageFlow, { text, tone = 'normal', strong = false }: ParagraphBlock): void {
  const look = style(BODY.size, TONE_INKS[tone], strong ? 'bold' : 'regular');
  flowLines(flow, flow.lines(text, TEXT_WIDTH, look), PAGE.left, look);
  flow.y += BODY.after;
}

/** Items over pages; the last one takes the one before with it, so that it never stands alone at the head of a page. */
export function flowList(flow: PageFlow, { ordered, items }: ListBlock): void {
  const look = style(BODY.size);
  const flowed = items.map((item) => flow.lines(item, TEXT_WIDTH - INDENT, look));
  flowed.forEach((lines, i) => {
    const last = i === flowed.length - 2 ? (flowed[i + 1]?.length ?? 0) : 0;
    flow.keep((last > 0 ? lines.length + last : Math.min(lines.length, MIN_TOGETHER)) * BODY.leading);
    flow.text(ordered ? `${i + 1}.` : '•', PAGE.left + 2, flow.y + BODY.size, style(BODY.size, 'primary', 'bold'));
    flowLines(flow, lines, PAGE.left + INDENT, look);
    flow.y += 2;
  });
  flow.y += BODY.after - 2;
}

/** Lines over pages; never a single line alone at the foot or the head of a page. */
function flowLines(flow: PageFlow, lines: readonly string[], x: number, look: TextStyle): void {
  lines.forEach((line, i) => {
    const left = lines.length - i;
    const startsAlone = i === 0 && left > 1;
    const endsAlone = left === MIN_TOGETHER && i > 0;
    flow.keep(startsAlone || endsAlone ? MIN_TOGETHER * BODY.leading : BODY.leading);
    flow.text(line, x, flow.y + BODY.size, look);
    flow.y += BODY.leading;
  });
}

/** A tinted box with a bar at its left; goes on over pages where it is taller than one. */
export function flowCallout(flow: PageFlow, { tone, title, text }: CalloutBlock): void {
  const inner = TEXT_WIDTH - 2 * 11;
  const strong = { ...style(10, TONE_INKS[tone], 'bold'), leading: 15.5 };
  const plain = { ...style(9.5), leading: 14.6 };
  const lines = [
    ...flow.lines(title, inner, strong).map((line) => ({ line, look: strong })),
    ...flow.lines(text, inner, plain).map((line) => ({ line, look: plain })),
  ];
  const heightOf = (some: readonly (typeof lines)[number][]) => some.reduce((sum, { look }) => sum + look.leading, 14);
  flow.space(2);
  const pageHeight = PAGE.height - PAGE.top - PAGE.bottom;
  if (heightOf(lines) <= pageHeight) flow.keep(heightOf(lines));
  for (let rest = lines; rest.length > 0;) {
    let count = rest.length;
    while (count > 1 && heightOf(rest.slice(0, count)) > flow.room) count -= 1;
    drawBox(flow, rest.slice(0, count), heightOf(rest.slice(0, count)), tone);
    rest = rest.slice(count);
    if (rest.length > 0) flow.newPage();
  }
  flow.y += 8;
}

function drawBox(
  flow: PageFlow,
  lines: readonly { line: string; look: TextStyle & { leading: number } }[],
  height: number,
  tone: CalloutBlock['tone'],
): void {
  flow.add({ kind: 'rect', x: PAGE.left, y: flow.y, width: TEXT_WIDTH, height, fill: TONE_GROUNDS[tone] });
  flow.add({ kind: 'rect', x: PAGE.left, y: flow.y, width: 3, height, fill: PALETTE[TONE_INKS[tone]] });
  let y = flow.y + 7;
  for (const { line, look } of lines) {
    const { leading, ...run } = look;
    flow.text(line, PAGE.left + 11, y + run.size, run);
    y += leading;
  }
  flow.y += height;
}
