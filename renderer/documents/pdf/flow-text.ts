import {
  headingText,
  type HeadingBlock,
  type ListBlock,
  type ParagraphBlock,
} from '../../../assessments/reporting/report-document.ts';
import { PALETTE, TONE_INKS } from '../../ui/palette.ts';
import { MOST_TOGETHER, PAGE, style, TEXT_WIDTH, type LaidBlock, type PageFlow, type TextStyle } from './page-flow.ts';

const BODY = { size: 10, leading: 15.6, after: 6 } as const;
const HEADINGS = {
  1: { size: 17, leading: 24, before: 20, after: 11 },
  2: { size: 13, leading: 19, before: 12, after: 6 },
  3: { size: 10.5, leading: 15, before: 7, after: 3 },
} as const;
const MIN_TOGETHER = 2;
const INDENT = 14;

/** A heading; levels 1 and 2 become bookmarks. */
export function layHeading(flow: PageFlow, heading: HeadingBlock): LaidBlock {
  const { level } = heading;
  const text = flow.line(headingText(heading));
  flow.place = text;
  const form = HEADINGS[level];
  const look = style(form.size, level === 3 ? 'text' : 'primary', 'bold');
  const lines = flow.lines(text, TEXT_WIDTH, look);
  const place = () => {
    flow.space(form.before);
    if (level !== 3) flow.bookmarks.push({ level, text, ...flow.spot });
    flow.inside(flow.part(`H${level}`), () => {
      for (const line of lines) {
        flow.text(line, PAGE.left, flow.y + form.size, look);
        flow.y += form.leading;
      }
    });
    if (level === 1) flow.add({ kind: 'rect', x: PAGE.left, y: flow.y, width: 36, height: 2.4, fill: PALETTE.primary });
    flow.y += form.after;
  };
  return { lead: form.before + lines.length * form.leading + form.after, heading: { level, text }, place };
}

export function layParagraph(flow: PageFlow, { text, tone = 'normal', strong = false }: ParagraphBlock): LaidBlock {
  const look = style(BODY.size, TONE_INKS[tone], strong ? 'bold' : 'regular');
  const lines = flow.lines(text, TEXT_WIDTH, look);
  const place = () => {
    flow.inside(flow.part('P'), () => {
      placeLines(flow, lines, PAGE.left, look);
    });
    flow.y += BODY.after;
  };
  return { lead: leadOf(lines), place };
}

/** Items over pages; the last one takes the one before with it, so that it never stands alone at the head of a page. */
export function layList(flow: PageFlow, { ordered, items }: ListBlock): LaidBlock {
  const look = style(BODY.size);
  const laid = items.map((item) => flow.lines(item, TEXT_WIDTH - INDENT, look));
  const place = () => {
    flow.inside(flow.part('L'), () => {
      laid.forEach((lines, i) => {
        flow.keep(itemLead(laid, i));
        placeItem(flow, ordered ? `${i + 1}.` : '•', lines, look);
      });
    });
    flow.y += BODY.after - 2;
  };
  return { lead: itemLead(laid, 0), place };
}

function itemLead(items: readonly (readonly string[])[], i: number): number {
  const lines = items[i] ?? [];
  const last = i === items.length - 2 ? (items[i + 1] ?? []) : [];
  const together = (lines.length + last.length) * BODY.leading;
  return last.length > 0 && together <= MOST_TOGETHER ? together : leadOf(lines);
}

function placeItem(flow: PageFlow, label: string, lines: readonly string[], look: TextStyle): void {
  flow.inside(flow.part('LI'), () => {
    flow.inside(flow.part('Lbl'), () => {
      flow.text(label, PAGE.left + 2, flow.y + BODY.size, style(BODY.size, 'primary', 'bold'));
    });
    flow.inside(flow.part('LBody'), () => {
      placeLines(flow, lines, PAGE.left + INDENT, look);
    });
  });
  flow.y += 2;
}

function leadOf(lines: readonly string[]): number {
  return (lines.length < 2 * MIN_TOGETHER ? lines.length : MIN_TOGETHER) * BODY.leading;
}

/** Lines over pages; never a single line alone at the foot or the head of a page. */
function placeLines(flow: PageFlow, lines: readonly string[], x: number, look: TextStyle): void {
  for (let rest = lines; rest.length > 0;) {
    flow.keep(leadOf(rest));
    const fit = flow.linesThatFit(BODY.leading);
    const count = fit >= rest.length ? rest.length : Math.min(fit, rest.length - MIN_TOGETHER);
    for (const line of rest.slice(0, count)) {
      flow.text(line, x, flow.y + BODY.size, look);
      flow.y += BODY.leading;
    }
    rest = rest.slice(count);
  }
}
