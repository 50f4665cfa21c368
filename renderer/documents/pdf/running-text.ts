import type { RunningText } from '../../../assessments/reporting/report-document.ts';
import { PALETTE } from '../../ui/palette.ts';
import { PAGE, style, TEXT_WIDTH, type Mark, type PageFlow } from './page-flow.ts';
import { pageLabel } from './page-label.ts';

const RUNNING = style(8, 'muted');
const MARK = style(8, 'bad', 'bold');
const PAGE_NUMBER_WIDTH = 110;
const FOOTER_WIDTH = TEXT_WIDTH - PAGE_NUMBER_WIDTH;
const LEADING = 10;
const HEADER_BASELINE = 46;
const FOOTER_BASELINE = PAGE.height - 38;

/** Texts of every page but the cover, broken and cleaned. */
export interface LaidRunning {
  readonly header: readonly string[];
  readonly mark: string;
  readonly footer: readonly string[];
  readonly pageNumber: string;
  readonly star?: { readonly mark: string; readonly note: readonly string[] };
}

export function layRunning(flow: PageFlow, running: RunningText): LaidRunning {
  const { star } = running;
  const mark = flow.line(running.mark);
  const markWidth = mark === '' ? 0 : flow.widthOf(mark, MARK) + 12;
  return {
    header: flow.lines(running.header, TEXT_WIDTH - markWidth, RUNNING),
    mark,
    footer: flow.lines(running.footer, FOOTER_WIDTH, RUNNING),
    pageNumber: flow.line(running.pageNumber),
    ...(star === undefined
      ? {}
      : { star: { mark: flow.line(star.mark), note: flow.lines(star.note, FOOTER_WIDTH, RUNNING) } }),
  };
}

/** Draws the head of a page counted from 1. */
export function placeHeader(flow: PageFlow, { header, mark }: LaidRunning, page: number): void {
  flow.goTo({ page, y: PAGE.top });
  const top = HEADER_BASELINE - (header.length - 1) * LEADING;
  header.forEach((line, i) => {
    flow.text(line, PAGE.left, top + i * LEADING, RUNNING);
  });
  flow.text(mark, PAGE.left, HEADER_BASELINE, MARK, 'right', TEXT_WIDTH);
  flow.rule(HEADER_BASELINE + 5, PALETTE.grid, 0.6);
}

/** Draws the foot of a page counted from 1, with what the star means where it is used; `front` pages come before the text. */
export function placeFooter(flow: PageFlow, running: LaidRunning, page: number, front: number): void {
  flow.goTo({ page, y: PAGE.top });
  flow.rule(FOOTER_BASELINE - 11, PALETTE.grid, 0.6);
  [...noteOf(flow, running, page), ...running.footer].forEach((line, i) => {
    flow.text(line, PAGE.left, FOOTER_BASELINE + i * LEADING, RUNNING);
  });
  const number = numberOf(flow, running, page, front);
  flow.text(number, PAGE.left, FOOTER_BASELINE, RUNNING, 'right', TEXT_WIDTH);
}

/** What the star means, at the foot of a cover that has it; a cover has no other foot. */
export function placeNote(flow: PageFlow, running: LaidRunning, page: number): void {
  flow.goTo({ page, y: PAGE.top });
  noteOf(flow, running, page).forEach((line, i) => {
    flow.text(line, PAGE.left, FOOTER_BASELINE + i * LEADING, RUNNING);
  });
}

function noteOf(flow: PageFlow, { star }: LaidRunning, page: number): readonly string[] {
  return star !== undefined && has(flow.pages[page - 1] ?? [], star.mark) ? star.note : [];
}

function has(marks: readonly Mark[], sign: string): boolean {
  return marks.some((mark) => mark.kind === 'text' && mark.text.includes(sign));
}

/** Page and pages of the text; before it the page's own name. */
function numberOf(flow: PageFlow, { pageNumber }: LaidRunning, page: number, front: number): string {
  const label = pageLabel(page, front);
  if (page <= front) return label;
  return pageNumber.replaceAll('{page}', label).replaceAll('{pages}', String(flow.pages.length - front));
}
