import type { Block, BlockLabels, ReportDocument } from '../../../assessments/reporting/report-document.ts';
import { layCallout } from './flow-callout.ts';
import { layCards } from './flow-cards.ts';
import { layContents, type ContentsEntry, type LaidContents } from './flow-contents.ts';
import { layCover } from './flow-cover.ts';
import { layFigure } from './flow-figure.ts';
import { layPhotos } from './flow-photos.ts';
import { laySignatures } from './flow-signatures.ts';
import { layTable } from './flow-table.ts';
import { layHeading, layList, layParagraph } from './flow-text.ts';
import { layTitleBand, titleBandOf } from './flow-title.ts';
import { layTiles } from './flow-tiles.ts';
import { PageFlow, type Bookmark, type Fonts, type LaidBlock, type Link, type Mark } from './page-flow.ts';
import { pageLabel } from './page-label.ts';
import { layRunning, placeFooter, placeHeader, placeNote } from './running-text.ts';
import { safeTextFor, type Unprintable } from './safe-text.ts';
import type { StructureElement } from './structure.ts';

/** A report laid out: marks page by page, before any byte of PDF. */
export interface LaidOutReport {
  readonly pages: readonly (readonly Mark[])[];
  /** Pages of cover and contents, before the first of the text. */
  readonly front: number;
  readonly bookmarks: readonly Bookmark[];
  readonly links: readonly Link[];
  /** The document as parts in reading order; marks name theirs. */
  readonly structure: StructureElement;
  readonly unprintable: readonly Unprintable[];
  /** A text without what cannot be printed, for the file's title and subject. */
  readonly clean: (text: string) => string;
}

/** Breaks every text into lines, then places block after block where what stays together fits. */
export function layOutReport(report: ReportDocument, fonts: Fonts): LaidOutReport {
  const safe = safeTextFor([fonts.regular, fonts.bold]);
  const flow = new PageFlow(fonts, safe);
  flow.place = report.meta.title;
  const running = layRunning(flow, report.running);
  const band = titleBandOf(report.blocks);
  const laid = report.blocks.map((block) => {
    if (block === band?.heading) return layTitleBand(flow, band, report.running.mark);
    return block === band?.line ? NOTHING : layBlock(flow, block, report.labels);
  });
  const unprintable = safe.replaced();
  const appended = unprintableBlocks(report, unprintable);
  const blocks = [...report.blocks, ...appended];
  laid.push(...appended.map((block) => layBlock(flow, block, report.labels)));
  const contents = contentsOf(flow, report, blocks, laid);
  const front = placeBlocks(flow, blocks, laid);
  if (flow.pages.length > 1 && flow.pages.at(-1)?.length === 0) flow.pages.pop();
  for (const { from, fill } of contents) fill(flow.bookmarks.slice(from), (page) => pageLabel(page, front));
  const hasCover = report.blocks[0]?.kind === 'cover';
  if (hasCover) placeNote(flow, running, 1);
  for (let page = hasCover ? 2 : 1; page <= flow.pages.length; page += 1) {
    if (page > 1 || band === null) placeHeader(flow, running, page);
    placeFooter(flow, running, page, front);
  }
  const { pages, bookmarks, links, structure } = flow;
  const clean = (text: string) => safe.clean(text, report.meta.title).replaceAll('\n', ' ');
  return { pages, front, bookmarks, links, structure, unprintable, clean };
}

/** What was laid with the block before it. */
const NOTHING: LaidBlock = { lead: 0, place: () => undefined };

function layBlock(flow: PageFlow, block: Block, labels: BlockLabels): LaidBlock {
  switch (block.kind) {
    case 'cover':
      return layCover(flow, block);
    case 'heading':
      return layHeading(flow, block);
    case 'paragraph':
      return layParagraph(flow, block);
    case 'list':
      return layList(flow, block);
    case 'tiles':
      return layTiles(flow, block);
    case 'cards':
      return layCards(flow, block);
    case 'table':
      return layTable(flow, block, labels);
    case 'figure':
      return layFigure(flow, block, labels);
    case 'photos':
      return layPhotos(flow, block);
    case 'callout':
      return layCallout(flow, block);
    case 'signatures':
      return laySignatures(flow, block);
    case 'contents':
    case 'page-break':
      return {
        lead: 0,
        place: () => {
          if (!flow.isAtTop) flow.newPage();
        },
      };
  }
}

interface PlacedContents {
  /** How many bookmarks come before it. */
  readonly from: number;
  readonly fill: LaidContents['fill'];
}

/** Lays tables of contents where they stand, of the headings of levels 1 and 2 after them. */
function contentsOf(
  flow: PageFlow,
  { contents }: ReportDocument,
  blocks: readonly Block[],
  laid: LaidBlock[],
): PlacedContents[] {
  const entriesOf = (some: readonly LaidBlock[]): ContentsEntry[] =>
    some.flatMap(({ heading }) =>
      heading === undefined || heading.level === 3 ? [] : [{ level: heading.level, text: heading.text }],
    );
  return blocks.flatMap((block, i) => {
    if (block.kind !== 'contents') return [];
    const made = layContents(flow, contents, entriesOf(laid.slice(i)));
    const from = entriesOf(laid.slice(0, i)).length;
    laid[i] = made;
    return [{ from, fill: made.fill }];
  });
}

/** Places block after block; the number of pages before the first of the text. */
function placeBlocks(flow: PageFlow, blocks: readonly Block[], laid: readonly LaidBlock[]): number {
  const leads: number[] = [];
  for (let i = laid.length - 1; i >= 0; i -= 1) {
    const block = laid[i];
    leads[i] = (block?.lead ?? 0) + (block?.heading === undefined ? 0 : (leads[i + 1] ?? 0));
  }
  let front: number | undefined;
  blocks.forEach(({ kind }, i) => {
    const isFront = kind === 'cover' || kind === 'contents' || kind === 'page-break';
    if (!isFront) {
      flow.keep(leads[i] ?? 0);
      front ??= flow.spot.page - 1;
    }
    laid[i]?.place();
  });
  return front ?? flow.pages.length;
}

/** The last page: every character that could not be printed, with its place and how often; none where all could. */
function unprintableBlocks({ unprintable: words }: ReportDocument, list: readonly Unprintable[]): Block[] {
  if (list.length === 0) return [];
  const total = list.reduce((sum, entry) => sum + entry.count, 0);
  const [codePoint, place, count] = words.columns;
  return [
    { kind: 'page-break' },
    { kind: 'heading', level: 1, text: words.heading },
    { kind: 'paragraph', text: words.introduction.replaceAll('{count}', String(total)) },
    {
      kind: 'table',
      columns: [
        { title: codePoint, width: 22 },
        { title: place, width: 60 },
        { title: count, width: 18, align: 'right' },
      ],
      rows: list.map((entry) => ({ cells: [entry.codePoint, entry.place, String(entry.count)] })),
    },
  ];
}
