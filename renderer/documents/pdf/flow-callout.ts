import type { CalloutBlock } from '../../../assessments/reporting/report-document.ts';
import { PALETTE, TONE_GROUNDS, TONE_INKS } from '../../ui/palette.ts';
import { MOST_TOGETHER, PAGE, style, TEXT_WIDTH, type LaidBlock, type PageFlow, type TextStyle } from './page-flow.ts';
import type { StructureElement } from './structure.ts';

const PAD = { x: 11, y: 7 } as const;
/** Lines of one that is split that stay together at its beginning and at its end. */
const TOGETHER = 3;

interface Line {
  readonly line: string;
  readonly look: TextStyle;
  readonly leading: number;
  readonly titled: boolean;
}

/** A tinted box with a bar at its left; goes on over pages where it is taller than what stays together. */
export function layCallout(flow: PageFlow, { tone, title, text }: CalloutBlock): LaidBlock {
  const inner = TEXT_WIDTH - 2 * PAD.x;
  const linesOf = (run: string, look: TextStyle, titled: boolean): Line[] =>
    flow.lines(run, inner, look).map((line) => ({ line, look, leading: 15.5, titled }));
  const titleLines = linesOf(title, style(10, TONE_INKS[tone], 'bold'), true);
  const lines = [...titleLines, ...(text === '' ? [] : linesOf(text, style(10), false))];
  const whole = heightOf(lines);
  const lead = whole <= MOST_TOGETHER ? whole : heightOf(lines.slice(0, titleLines.length + TOGETHER));
  const place = () => {
    flow.space(2);
    flow.keep(lead);
    const box = flow.part('Div');
    flow.inside(box, () => {
      const parts = { title: flow.part('P'), text: flow.part('P') };
      placeParts(flow, lines, tone, parts);
    });
    flow.y += 8;
  };
  return { lead: lead + 2, place };
}

function heightOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { leading }) => sum + leading, 2 * PAD.y);
}

interface Parts {
  readonly title: StructureElement;
  readonly text: StructureElement;
}

function placeParts(flow: PageFlow, lines: readonly Line[], tone: CalloutBlock['tone'], parts: Parts): void {
  for (let rest = lines; rest.length > 0;) {
    let count = rest.length;
    while (count > 1 && !flow.fits(heightOf(rest.slice(0, count)))) count -= 1;
    if (count < rest.length) count = Math.max(1, Math.min(count, rest.length - TOGETHER));
    placeBox(flow, rest.slice(0, count), tone, parts);
    rest = rest.slice(count);
    if (rest.length > 0) flow.newPage();
  }
}

function placeBox(flow: PageFlow, lines: readonly Line[], tone: CalloutBlock['tone'], parts: Parts): void {
  const height = heightOf(lines);
  flow.add({ kind: 'rect', x: PAGE.left, y: flow.y, width: TEXT_WIDTH, height, fill: TONE_GROUNDS[tone] });
  flow.add({ kind: 'rect', x: PAGE.left, y: flow.y, width: 3, height, fill: PALETTE[TONE_INKS[tone]] });
  let y = flow.y + PAD.y;
  for (const { line, look, leading, titled } of lines) {
    flow.inside(titled ? parts.title : parts.text, () => {
      flow.text(line, PAGE.left + PAD.x, y + look.size, look);
    });
    y += leading;
  }
  flow.y += height;
}
