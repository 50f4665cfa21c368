import type { Block, TableBlock, TableCell } from '../report-document.ts';
import type { PageCell, PageLook, WorkbookPage } from '../report-workbook.ts';

/** Characters that the columns take together. */
const WIDTH = 120;
const NARROWEST = 8;

/** The tables of an annex below each other, with their headings, as the annex prints them; null where it has none. */
export function annexPage(name: string, blocks: readonly Block[]): WorkbookPage | null {
  const tables = blocks.filter((block) => block.kind === 'table');
  const [first, ...others] = tables;
  if (first === undefined) return null;
  const widest = others.reduce((most, table) => (table.columns.length > most.columns.length ? table : most), first);
  const count = widest.columns.length;
  return {
    kind: 'page',
    name,
    widths: widthsOf(widest),
    rows: blocks.flatMap((block) => {
      if (block.kind === 'heading') return [across(block.text, block.level === 1 ? 'title' : 'heading', count)];
      return block.kind === 'table' ? [...tableRows(block, count), []] : [];
    }),
  };
}

function widthsOf({ columns }: TableBlock): number[] {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  return columns.map(({ width }) => Math.max(NARROWEST, Math.round((width / total) * WIDTH)));
}

function tableRows(table: TableBlock, count: number): PageCell[][] {
  const { caption, columns, rows } = table;
  const spans = spansOf(table, count);
  return [
    ...(caption === undefined ? [] : [across(caption, 'label', count)]),
    inColumns(
      columns.map(({ title }) => title),
      'head',
      spans,
    ),
    ...rows.map(({ cells, band = false, span = false }) =>
      band || span
        ? across(textOf(cells[0] ?? ''), band ? 'label' : 'muted', count)
        : inColumns(cells.map(textOf), 'text', spans),
    ),
  ];
}

function inColumns(texts: readonly string[], look: PageLook, spans: readonly number[]): PageCell[] {
  return texts.map((value, i) => ({ value, look, span: spans[i] ?? 1 }));
}

/** How many columns of the sheet each column of a table takes, so that all are filled and the wide ones take more. */
function spansOf({ columns }: TableBlock, count: number): number[] {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  let taken = 0;
  let share = 0;
  return columns.map(({ width }, i) => {
    share += (width / total) * count;
    const left = columns.length - 1 - i;
    const end = left === 0 ? count : Math.min(count - left, Math.max(taken + 1, Math.round(share)));
    const span = end - taken;
    taken = end;
    return span;
  });
}

function across(value: string, look: PageLook, count: number): PageCell[] {
  return value === '' ? [] : [{ value, look, span: count }];
}

function textOf(cell: string | TableCell): string {
  return typeof cell === 'string' ? cell : cell.text;
}
