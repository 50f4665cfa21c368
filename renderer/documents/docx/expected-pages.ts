import type { Block, TableBlock } from '../../../assessments/reporting/report-document.ts';
import { PAGE, TEXT_WIDTH, TWIPS } from './paragraph.ts';
import { measuresOf } from './styles.ts';
import { CELL_SIDE, CELL_TOP } from './table-style.ts';
import { MOST_WHOLE, widthsOf } from './write-table.ts';

const WIDTH = TEXT_WIDTH / TWIPS;
const HEIGHT = (PAGE.height - PAGE.top - PAGE.bottom) / TWIPS;
/** Width of a letter that is no hanzi in its size, and what lines of words leave empty at their end. */
const LATIN = { width: 0.55, ragged: 1.04 } as const;
const PHOTO_ROW = 300;
const BOX = 240;

/** What stands as a whole on one page; `stays` where it does not part from what follows. */
interface Piece {
  readonly height: number;
  readonly stays?: boolean;
  readonly heading?: boolean;
  readonly breaks?: boolean;
}

/**
 * The page on which each heading of levels 1 and 2 likely stands, from 1, reckoned from the heights of the styles.
 * Word shows these numbers until its fields are updated.
 */
export function expectedPages(blocks: readonly Block[]): number[] {
  const entries = blocks.filter((block) => block.kind === 'heading' && block.level < 3);
  const pieces = blocks.flatMap((block) => (block.kind === 'contents' ? contentsOf(entries) : piecesOf(block)));
  const pages: number[] = [];
  let page = 1;
  let y = 0;
  pieces.forEach((piece, i) => {
    const needed = chainFrom(pieces, i);
    if (y > 0 && y + (needed > HEIGHT ? piece.height : needed) > HEIGHT) {
      page += 1;
      y = 0;
    }
    if (piece.heading === true) pages.push(page);
    y += piece.height;
    if (piece.breaks === true) {
      page += 1;
      y = 0;
    }
  });
  return pages;
}

/** Height of a piece with all that it does not part from. */
function chainFrom(pieces: readonly Piece[], from: number): number {
  let height = 0;
  for (let i = from; i < pieces.length; i += 1) {
    height += pieces[i]?.height ?? 0;
    if (pieces[i]?.stays !== true) break;
  }
  return height;
}

function piecesOf(block: Exclude<Block, { kind: 'contents' }>): Piece[] {
  switch (block.kind) {
    case 'cover':
      return [{ height: 0, breaks: true }];
    case 'page-break':
      return [{ height: 0, breaks: true }];
    case 'heading':
      return [{ height: text(block.text, `Heading${block.level}`), stays: true, heading: block.level < 3 }];
    case 'paragraph':
      return lines(block.text, 'Normal');
    case 'list':
      return block.items.flatMap((item) => lines(item, 'ListParagraph', WIDTH - 16));
    case 'callout':
      return [
        { height: text(block.title, 'CalloutTitle'), stays: true },
        ...lines(block.text, 'Callout', WIDTH - 15),
        gap(),
      ];
    case 'tiles': {
      const width = WIDTH / block.tiles.length - 2 * CELL_SIDE;
      const height = Math.max(
        ...block.tiles.map(
          (tile) => 40 + text(tile.label, 'TileLabel', width) + text(tile.detail, 'TileDetail', width),
        ),
      );
      return [{ height }, gap()];
    }
    case 'cards': {
      const width = WIDTH / block.cards.length - 2 * CELL_SIDE;
      const height = Math.max(
        ...block.cards.map(({ title, rows }) =>
          rows.reduce(
            (sum, { label, value, detail }) => sum + text(`${label}  ${value}  ${detail}`, 'TileDetail', width),
            text(title, 'TileLabel', width),
          ),
        ),
      );
      return [{ height }, gap()];
    }
    case 'table':
      return [...tablePieces(block), gap()];
    case 'figure': {
      const { width, height } = block.figure;
      return [{ height: height * Math.min(1, WIDTH / width) + 8, stays: true }, ...lines(block.caption, 'Caption')];
    }
    case 'photos':
      return Array.from({ length: Math.ceil(block.photos.length / 2) }, () => ({ height: PHOTO_ROW }));
    case 'signatures':
      return [{ height: BOX }, gap()];
  }
}

function contentsOf(entries: readonly Block[]): Piece[] {
  return [
    { height: text('', 'TOCHeading'), stays: true },
    ...entries.map((block) => ({ height: text('', block.kind === 'heading' && block.level === 1 ? 'TOC1' : 'TOC2') })),
  ];
}

/** A table row by row, its caption and header with the first. */
function tablePieces({ caption, columns, rows }: TableBlock): Piece[] {
  const widths = widthsOf(columns).map((width) => width / TWIPS - 2 * CELL_SIDE);
  const whole = WIDTH - 2 * CELL_SIDE;
  const rowHeight = (cells: readonly string[], isWide: boolean) =>
    2 * CELL_TOP +
    Math.max(0, ...cells.map((cell, i) => text(cell, 'TableText', isWide ? whole : (widths[i] ?? whole))));
  return [
    ...(caption === undefined ? [] : [{ height: text(caption, 'TableCaption'), stays: true }]),
    {
      height: rowHeight(
        columns.map(({ title }) => title),
        false,
      ),
      stays: true,
    },
    ...rows.flatMap(({ cells, band = false, span = false }, i): Piece[] => {
      const texts = cells.map((cell) => (typeof cell === 'string' ? cell : cell.text));
      const height = rowHeight(band || span ? texts.slice(0, 1) : texts, band || span);
      if (texts.every((cell) => cell.length <= MOST_WHOLE)) return [{ height, stays: band || i === 0 }];
      const { leading } = measuresOf('TableText');
      return Array.from({ length: Math.ceil(height / leading) }, () => ({ height: leading }));
    }),
  ];
}

/** A paragraph line by line. */
function lines(words: string, style: string, width = WIDTH): Piece[] {
  const { leading, before, after } = measuresOf(style);
  const count = lineCount(words, measuresOf(style).size, width);
  return Array.from({ length: count }, (_, i) => ({
    height: leading + (i === 0 ? before : 0) + (i === count - 1 ? after : 0),
  }));
}

function gap(): Piece {
  return { height: text('', 'Gap') };
}

function text(words: string, style: string, width = WIDTH): number {
  const { size, leading, before, after } = measuresOf(style);
  return before + lineCount(words, size, width) * leading + after;
}

function lineCount(words: string, size: number, width: number): number {
  const counts = words.split('\n').map((line) => {
    const wide = [...line].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 1 : LATIN.width), 0) * size;
    const ragged = /[a-z]{3} /i.test(line) ? LATIN.ragged : 1;
    return Math.max(1, Math.ceil((wide * ragged) / width));
  });
  return counts.reduce((sum, count) => sum + count, 0);
}
