import type {
  Block,
  BlockLabels,
  ReportDocument,
  RunningText,
} from '../../../assessments/reporting/report-document.ts';
import { PALETTE } from '../../ui/palette.ts';
import { flowCover } from './flow-cover.ts';
import { flowFigure } from './flow-figure.ts';
import { flowPhotos } from './flow-photos.ts';
import { flowTable } from './flow-table.ts';
import { flowCallout, flowHeading, flowList, flowParagraph } from './flow-text.ts';
import { flowTiles } from './flow-tiles.ts';
import { PAGE, PageFlow, style, TEXT_WIDTH, type Bookmark, type Fonts, type Mark } from './page-flow.ts';
import { safeTextFor, type Unprintable } from './safe-text.ts';

/** A report laid out: marks page by page, before any byte of PDF. */
export interface LaidOutReport {
  readonly pages: readonly (readonly Mark[])[];
  readonly bookmarks: readonly Bookmark[];
  readonly unprintable: readonly Unprintable[];
  /** A text without what cannot be printed, for the file's title and subject. */
  readonly clean: (text: string) => string;
}

export function layOutReport(report: ReportDocument, fonts: Fonts): LaidOutReport {
  const safe = safeTextFor([fonts.regular, fonts.bold]);
  const flow = new PageFlow(fonts, safe);
  flow.place = report.meta.title;
  for (const block of report.blocks) flowBlock(flow, block, report.labels);
  const running = runningTexts(flow, report.running);
  const clean = (text: string) => safe.clean(text, report.meta.title).replaceAll('\n', ' ');
  const unprintable = safe.replaced();
  if (unprintable.length > 0) flowUnprintable(flow, report, unprintable);
  const hasCover = report.blocks[0]?.kind === 'cover';
  flow.pages.forEach((page, i) => {
    if (i > 0 || !hasCover) addRunning(flow, page, running, i + 1, flow.pages.length);
  });
  return { pages: flow.pages, bookmarks: flow.bookmarks, unprintable, clean };
}

function flowBlock(flow: PageFlow, block: Block, labels: BlockLabels): void {
  switch (block.kind) {
    case 'cover':
      flowCover(flow, block);
      flow.newPage();
      return;
    case 'heading':
      flowHeading(flow, block);
      return;
    case 'paragraph':
      flowParagraph(flow, block);
      return;
    case 'list':
      flowList(flow, block);
      return;
    case 'tiles':
      flowTiles(flow, block);
      return;
    case 'table':
      flowTable(flow, block, labels);
      return;
    case 'figure':
      flowFigure(flow, block, labels);
      return;
    case 'photos':
      flowPhotos(flow, block);
      return;
    case 'callout':
      flowCallout(flow, block);
      return;
    case 'signatures':
    case 'contents':
      return;
    case 'page-break':
      if (!flow.isAtTop) flow.newPage();
  }
}

/** The last page: every character that could not be printed, with its place and how often. */
function flowUnprintable(
  flow: PageFlow,
  { unprintable: words, labels }: ReportDocument,
  list: readonly Unprintable[],
): void {
  const total = list.reduce((sum, entry) => sum + entry.count, 0);
  if (!flow.isAtTop) flow.newPage();
  flowHeading(flow, { kind: 'heading', level: 1, text: words.heading });
  flowParagraph(flow, { kind: 'paragraph', text: words.introduction.replaceAll('{count}', String(total)) });
  const [codePoint, place, count] = words.columns;
  flowTable(
    flow,
    {
      kind: 'table',
      columns: [
        { title: codePoint, width: 22 },
        { title: place, width: 60 },
        { title: count, width: 18, align: 'right' },
      ],
      rows: list.map((entry) => ({ cells: [entry.codePoint, entry.place, String(entry.count)] })),
    },
    labels,
  );
}

interface Running {
  readonly header: readonly string[];
  readonly mark: string;
  readonly footer: readonly string[];
  readonly pageNumber: string;
}

const RUNNING = style(8, 'muted');
const MARK = style(8, 'bad', 'bold');
const PAGE_NUMBER_WIDTH = 110;
const RUNNING_LEADING = 10;

function runningTexts(flow: PageFlow, running: RunningText): Running {
  const mark = flow.clean(running.mark).replaceAll('\n', ' ');
  return {
    header: flow.lines(running.header, TEXT_WIDTH - (mark === '' ? 0 : flow.widthOf(mark, MARK) + 12), RUNNING),
    mark,
    footer: flow.lines(running.footer, TEXT_WIDTH - PAGE_NUMBER_WIDTH, RUNNING),
    pageNumber: flow.clean(running.pageNumber),
  };
}

function addRunning(flow: PageFlow, page: Mark[], running: Running, number: number, total: number): void {
  const put = (text: string, y: number, look: typeof RUNNING, toRight = false) => {
    if (text === '') return;
    const x = toRight ? PAGE.left + TEXT_WIDTH - flow.widthOf(text, look) : PAGE.left;
    page.push({ kind: 'text', x, y, text, ...look });
  };
  const rule = (y: number) =>
    page.push({
      kind: 'line',
      points: [
        [PAGE.left, y],
        [PAGE.left + TEXT_WIDTH, y],
      ],
      closed: false,
      stroke: PALETTE.grid,
      strokeWidth: 0.6,
    });
  const headerTop = 46 - (running.header.length - 1) * RUNNING_LEADING;
  running.header.forEach((line, i) => put(line, headerTop + i * RUNNING_LEADING, RUNNING));
  put(running.mark, 46, MARK, true);
  rule(51);
  const footerTop = PAGE.height - 38;
  rule(footerTop - 11);
  running.footer.forEach((line, i) => put(line, footerTop + i * RUNNING_LEADING, RUNNING));
  put(
    running.pageNumber.replaceAll('{page}', String(number)).replaceAll('{pages}', String(total)),
    footerTop,
    RUNNING,
    true,
  );
}
