import {
  captionText,
  type BlockLabels,
  type TableBlock,
  type TableCell,
  type TableColumn,
  type TableRow,
} from '../../../assessments/reporting/report-document.ts';
import { PALETTE, TONE_INKS } from '../../ui/palette.ts';
import { element } from '../ooxml/xml.ts';
import { border, noBorder, paragraph, run, shade, TEXT_WIDTH, TWIPS, valued } from './paragraph.ts';

/** A row with more text than this may break over pages; others move to the next page whole. */
export const MOST_WHOLE = 500;

/** Points between the text of a cell and its left and right edge. */
export const CELL_SIDE = 4.5;

/** A table with fixed columns whose header is repeated on every page, and the gap after it. */
export function writeTable(table: TableBlock, labels: BlockLabels): string {
  const caption = captionText(table, labels);
  const widths = widthsOf(table.columns);
  const header = element(
    'w:tr',
    {},
    element('w:trPr', {}, element('w:cantSplit'), element('w:tblHeader')),
    ...table.columns.map(({ title, align }, i) =>
      cell(
        { text: title, strong: true },
        { width: widths[i] ?? 0, align, ground: PALETTE['primary-soft'], keepNext: true },
      ),
    ),
  );
  return [
    caption === undefined ? '' : paragraph(run(caption), { style: 'TableCaption' }),
    grid(widths, [header, ...table.rows.map((entry) => row(entry, table.columns, widths))]),
    paragraph('', { style: 'Gap' }),
  ].join('');
}

/** Rows in a table as wide as the text, with hairlines between them; also the frame of cover and tiles. */
export function grid(widths: readonly number[], rows: readonly string[], lines = PALETTE.grid as string): string {
  return element(
    'w:tbl',
    {},
    element(
      'w:tblPr',
      {},
      element('w:tblW', { 'w:w': sum(widths), 'w:type': 'dxa' }),
      element(
        'w:tblBorders',
        {},
        noBorder('w:top'),
        noBorder('w:left'),
        border('w:bottom', 4, lines),
        noBorder('w:right'),
        border('w:insideH', 4, lines),
        noBorder('w:insideV'),
      ),
      element('w:tblLayout', { 'w:type': 'fixed' }),
      element(
        'w:tblCellMar',
        {},
        ...(['top', 'left', 'bottom', 'right'] as const).map((side) =>
          element(`w:${side}`, {
            'w:w': side === 'top' || side === 'bottom' ? 2.5 * TWIPS : CELL_SIDE * TWIPS,
            'w:type': 'dxa',
          }),
        ),
      ),
    ),
    element('w:tblGrid', {}, ...widths.map((width) => element('w:gridCol', { 'w:w': width }))),
    ...rows,
  );
}

/** Whole twips that add up to the width of the text. */
export function widthsOf(columns: readonly Pick<TableColumn, 'width'>[]): number[] {
  const total = sum(columns.map(({ width }) => width));
  const widths = columns.map(({ width }) => Math.floor((width / total) * TEXT_WIDTH));
  const left = TEXT_WIDTH - sum(widths);
  return widths.map((width, i) => (i === widths.length - 1 ? width + left : width));
}

function row(entry: TableRow, columns: readonly TableColumn[], widths: readonly number[]): string {
  const band = entry.band === true;
  const wide = band || entry.span === true;
  const cells = (wide ? entry.cells.slice(0, 1) : entry.cells).map((content) =>
    typeof content === 'string' ? { text: content } : content,
  );
  const isLong = cells.some(({ text }) => text.length > MOST_WHOLE);
  return element(
    'w:tr',
    {},
    isLong ? '' : element('w:trPr', {}, element('w:cantSplit')),
    ...cells.map((content, i) =>
      wide
        ? cell(band ? { ...content, strong: true } : content, {
            width: sum(widths),
            span: columns.length,
            keepNext: band,
            ...(band ? { ground: PALETTE.band } : {}),
          })
        : cell(content, { width: widths[i] ?? 0, align: columns[i]?.align }),
    ),
  );
}

interface CellPlace {
  readonly width: number;
  readonly span?: number;
  readonly align?: TableColumn['align'];
  readonly ground?: string;
  readonly keepNext?: boolean;
}

function cell({ text, tone = 'normal', strong = false }: TableCell, place: CellPlace): string {
  const { align, keepNext = false } = place;
  return element(
    'w:tc',
    {},
    cellProperties(place),
    paragraph(
      run(text, {
        ...(strong ? { strong } : {}),
        ...(tone === 'normal' ? {} : { color: TONE_INKS[tone] }),
      }),
      { style: 'TableText', align, ...(keepNext ? { keepNext } : {}) },
    ),
  );
}

function cellProperties({ width, span = 1, ground }: CellPlace): string {
  return element(
    'w:tcPr',
    {},
    element('w:tcW', { 'w:w': width, 'w:type': 'dxa' }),
    span === 1 ? '' : valued('w:gridSpan', span),
    ground === undefined ? '' : shade(ground),
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
