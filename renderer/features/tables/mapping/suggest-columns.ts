import { figureInCell } from '../reading/figure-in-cell.ts';
import { textOf, type Row } from '../reading/table.ts';
import { bodyOf, headingsOf } from './find-header.ts';
import type { Layout, Role } from './layout.ts';
import { periodIn } from './period.ts';
import type { StatisticsForm } from './statistics-forms.ts';
import { isTotal } from './total-words.ts';
import { isUnit } from './units.ts';

/** Rows by which a column is judged. */
const LOOKED_AT = 60;
const DATE = /日期|月份|年月|账期|所属期|抄表时间|^(时间|月|期间|年份|年度)$|^(date|month|period|year)$/i;
const UNIT = /^(计量)?单位$|^unit$/i;
const ITEM = /名称|项目|仪表|水表|电表|品种|种类|类别|科目|指标|^(表号|用途|部门|车间)$|^(item|meter|name|kind)$/i;
/** Figures that are no quantity of a period. */
const ASIDE =
  /代码|序号|编号|备注|折标|系数|金额|单价|电费|水费|费用|累计|环比|同比|增减|上年|去年|同期|起码|止码|表底|读数|示数|倍率|期初|期末|库存|code|price|amount|remark/i;

/** What each column is for, by its heading and by what stands below it; a statistics form says which of them counts. */
export function suggestedRoles(
  rows: readonly Row[],
  place: Pick<Layout, 'header' | 'depth'>,
  form: StatisticsForm | null,
): Role[] {
  const headings = headingsOf(rows, place);
  const body = bodyOf(rows, place).slice(0, LOOKED_AT);
  const roles = headings.map((heading, column) => roleOf(heading, body, column));
  const values = roles.flatMap((role, column) => (role === 'value' ? [column] : []));
  const wanted = form === null ? values : columnsOf(form, headings, body);
  const months = values.filter((column) => monthAbove(headings[column]) !== null);
  return firstOnly(roles).map((role, column) => {
    if (form !== null && wanted.length > 0 && (role === 'value' || wanted.includes(column)))
      return wanted.includes(column) ? 'value' : 'skip';
    if (role !== 'value') return role;
    return months.length >= 2 && !months.includes(column) ? 'skip' : role;
  });
}

/** The month that a heading is, such as `3月` or `2025-03`; null where it is none. */
export function monthAbove(heading = '') {
  const period = periodIn({ kind: 'text', text: heading });
  return period?.month == null ? null : period;
}

function roleOf(heading: string, body: readonly Row[], column: number): Role {
  const cells = body.map((row) => row.cells[column] ?? null).filter((cell) => cell !== null);
  const share = (test: (cell: (typeof cells)[number]) => boolean) =>
    cells.length === 0 ? 0 : cells.filter(test).length / cells.length;
  if (UNIT.test(heading)) return 'unit';
  if (DATE.test(heading) && share((cell) => periodIn(cell) !== null) >= 0.5) return 'date';
  if (ASIDE.test(heading) || isTotal(heading.split(' ').at(-1) ?? '')) return 'skip';
  const figures = share((cell) => figureInCell(cell).kind === 'figure');
  if (ITEM.test(heading) && figures < 0.5) return 'item';
  if (heading === '' && share((cell) => cell.kind === 'date') >= 0.5) return 'date';
  if (figures >= 0.5) return 'value';
  if (share((cell) => cell.kind === 'date' || (cell.kind === 'text' && periodIn(cell) !== null)) >= 0.5) return 'date';
  if (share((cell) => isUnit(textOf(cell))) >= 0.5) return 'unit';
  return cells.length > 0 && column <= 1 ? 'item' : 'skip';
}

/** One column each of dates and units, and of names the first. */
function firstOnly(roles: readonly Role[]): Role[] {
  return roles.map((role, i) => (role !== 'value' && role !== 'skip' && roles.indexOf(role) < i ? 'skip' : role));
}

function columnsOf({ values }: StatisticsForm, headings: readonly string[], body: readonly Row[]): number[] {
  const hasFigure = (column: number) => body.some(({ cells }) => figureInCell(cells[column]).kind === 'figure');
  for (const pattern of values) {
    const found = headings.findIndex((heading, i) => pattern.test(heading.replaceAll(' ', '')) && hasFigure(i));
    if (found >= 0) return [found];
  }
  return [];
}
