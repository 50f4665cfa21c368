import type { TableBlock, TableCell, TableColumn, TableRow } from '../../../assessments/reporting/report-document.ts';
import { PALETTE } from '../../ui/palette.ts';
import { element } from '../ooxml/xml.ts';
import type { Draft } from './draft.ts';
import { border, noBorder, paragraph, shade, TEXT_WIDTH, TWIPS, valued } from './paragraph.ts';
import { textWithReferences } from './references.ts';
import { CELL_SIDE, CELL_TOP, TABLE_STYLE } from './table-style.ts';
import { writeCaption } from './write-caption.ts';

/** A row with more text than this may break over pages; others move to the next page whole. */
export const MOST_WHOLE = 500;

/** A table with fixed columns whose header is repeated on every page, and the gap after it. */
export function writeTable(table: TableBlock, draft: Draft): string {
  const widths = widthsOf(table.columns);
  const header = element(
    'w:tr',
    {},
    element('w:trPr', {}, element('w:cantSplit'), element('w:tblHeader')),
    ...table.columns.map(({ title, align }, i) =>
      cell({ text: title }, { width: widths[i] ?? 0, align, style: 'TableHeader' }, draft),
    ),
  );
  const rows = table.rows.map((entry, i) => row(entry, table.columns, { widths, isLead: i === 0 }, draft));
  return [
    writeCaption(table, 'TableCaption', draft),
    styledTable(widths, [header, ...rows]),
    paragraph('', { style: 'Gap' }),
  ].join('');
}

/** A table that looks as its style says, in which an office may change rules and the ground of the header. */
function styledTable(widths: readonly number[], rows: readonly string[]): string {
  return element(
    'w:tbl',
    {},
    element(
      'w:tblPr',
      {},
      valued('w:tblStyle', TABLE_STYLE),
      element('w:tblW', { 'w:w': sum(widths), 'w:type': 'dxa' }),
      element('w:tblLayout', { 'w:type': 'fixed' }),
      element('w:tblLook', { 'w:val': '0020', 'w:firstRow': 1, 'w:noHBand': 1, 'w:noVBand': 1 }),
    ),
    gridColumns(widths),
    ...rows,
  );
}

function gridColumns(widths: readonly number[]): string {
  return element('w:tblGrid', {}, ...widths.map((width) => element('w:gridCol', { 'w:w': width })));
}

/** A frame of rows as wide as the text, with hairlines between them: cover, tiles, photos, signatures. */
export function grid(widths: readonly number[], rows: readonly string[], lines: string = PALETTE.grid): string {
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
            'w:w': side === 'top' || side === 'bottom' ? CELL_TOP * TWIPS : CELL_SIDE * TWIPS,
            'w:type': 'dxa',
          }),
        ),
      ),
    ),
    gridColumns(widths),
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

interface RowPlace {
  readonly widths: readonly number[];
  /** The first row stays with the header. */
  readonly isLead: boolean;
}

function row(entry: TableRow, columns: readonly TableColumn[], { widths, isLead }: RowPlace, draft: Draft): string {
  const band = entry.band === true;
  const wide = band || entry.span === true;
  const cells = (wide ? entry.cells.slice(0, 1) : entry.cells).map((content) =>
    typeof content === 'string' ? { text: content } : content,
  );
  const isLong = cells.some(({ text }) => text.length > MOST_WHOLE);
  const style = band ? 'TableBand' : 'TableText';
  return element(
    'w:tr',
    {},
    isLong ? '' : element('w:trPr', {}, element('w:cantSplit')),
    ...cells.map((content, i) =>
      wide
        ? cell(
            content,
            {
              width: sum(widths),
              span: columns.length,
              style,
              ...(band ? { ground: PALETTE.band } : {}),
            },
            draft,
          )
        : cell(content, { width: widths[i] ?? 0, align: columns[i]?.align, style, keepNext: isLead }, draft),
    ),
  );
}

interface CellPlace {
  readonly width: number;
  readonly style: 'TableHeader' | 'TableBand' | 'TableText';
  readonly span?: number;
  readonly align?: TableColumn['align'];
  readonly ground?: string;
  readonly keepNext?: boolean;
}

function cell({ text, tone = 'normal', strong = false }: TableCell, place: CellPlace, draft: Draft): string {
  const { align, style, keepNext = false } = place;
  return element(
    'w:tc',
    {},
    cellProperties(place),
    paragraph(textWithReferences(text, draft, { ...(strong ? { strong } : {}), tone }), {
      style,
      align,
      ...(keepNext ? { keepNext } : {}),
    }),
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
