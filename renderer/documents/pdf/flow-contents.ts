import { PALETTE } from '../../ui/palette.ts';
import { PAGE, style, TEXT_WIDTH, type Bookmark, type LaidBlock, type PageFlow, type Spot } from './page-flow.ts';
import { elementOf } from './structure.ts';

const TITLE = { size: 17, leading: 24, after: 14 } as const;
const ENTRIES = {
  1: { look: style(10.5, 'ink', 'bold'), before: 7, leading: 16, indent: 0 },
  2: { look: style(10), before: 0, leading: 15.6, indent: 16 },
} as const;
/** Below what stands before it on its page. */
const ABOVE = 14;
const NUMBER_WIDTH = 34;
const DOT_GAP = 4.2;

/** A heading of the document, cleaned, as the table of contents lists it. */
export type ContentsEntry = Pick<Bookmark, 'level' | 'text'>;

export interface LaidContents extends LaidBlock {
  /** Fills the free pages in, once each heading is placed: `bookmarks` are the entries with their places. */
  readonly fill: (bookmarks: readonly Bookmark[], pageLabel: (page: number) => string) => void;
}

interface Entry {
  readonly level: 1 | 2;
  readonly lines: readonly string[];
  spot: Spot;
}

/** The table of contents, after which a page begins: left free at first, filled in once pages are known. */
export function layContents(flow: PageFlow, title: string, entries: readonly ContentsEntry[]): LaidContents {
  const heading = flow.line(title);
  const laid: Entry[] = entries.map(({ level, text }) => {
    const { look, indent } = ENTRIES[level];
    return { level, lines: flow.lines(text, TEXT_WIDTH - indent - NUMBER_WIDTH, look), spot: { page: 0, y: 0 } };
  });
  let start: Spot = { page: 0, y: 0 };
  const part = elementOf('TOC');
  const place = () => {
    flow.space(ABOVE);
    start = flow.spot;
    flow.structure.kids.push(part);
    flow.y += TITLE.leading + TITLE.after;
    laid.forEach((entry, i) => {
      const { before, leading } = ENTRIES[entry.level];
      const height = before + entry.lines.length * leading;
      flow.keep(height + (entry.level === 1 && laid[i + 1]?.level === 2 ? ENTRIES[2].leading : 0));
      entry.spot = flow.spot;
      flow.y += height;
    });
    flow.newPage();
  };
  const fill: LaidContents['fill'] = (bookmarks, pageLabel) => {
    flow.inside(part, () => {
      flow.goTo(start);
      drawTitle(flow, heading);
      laid.forEach((entry, i) => {
        const bookmark = bookmarks[i];
        if (bookmark !== undefined) drawEntry(flow, entry, bookmark, pageLabel(bookmark.page));
      });
    });
  };
  return { lead: ABOVE + TITLE.leading + TITLE.after, place, fill };
}

function drawTitle(flow: PageFlow, text: string): void {
  flow.inside(flow.part('Caption'), () => {
    flow.text(text, PAGE.left, flow.y + TITLE.size, style(TITLE.size, 'primary', 'bold'));
  });
  const y = flow.y + TITLE.leading;
  flow.add({ kind: 'rect', x: PAGE.left, y, width: 36, height: 2.4, fill: PALETTE.primary });
}

/** The heading, dots and the page, all of it a link. */
function drawEntry(flow: PageFlow, { level, lines, spot }: Entry, to: Bookmark, label: string): void {
  const { look, before, leading, indent } = ENTRIES[level];
  flow.goTo(spot);
  const top = flow.y + before;
  const x = PAGE.left + indent;
  const baseline = top + lines.length * leading - (leading - look.size);
  flow.inside(flow.part('TOCI'), () => {
    const part = flow.part('Link');
    flow.inside(part, () => {
      lines.forEach((line, i) => flow.text(line, x, top + look.size + i * leading, look));
      flow.text(label, PAGE.left, baseline, look, 'right', TEXT_WIDTH);
      const width = TEXT_WIDTH - indent;
      flow.links.push({ page: spot.page, x, y: top - 1, width, height: lines.length * leading, to, part });
    });
  });
  const end = x + flow.widthOf(lines.at(-1) ?? '', look) + 6;
  const right = PAGE.left + TEXT_WIDTH - flow.widthOf(label, look) - 6;
  if (right - end < DOT_GAP) return;
  flow.add({
    kind: 'line',
    points: [
      [end, baseline - 1],
      [right, baseline - 1],
    ],
    closed: false,
    dashed: true,
    stroke: PALETTE.grid,
    strokeWidth: 0.8,
  });
}
