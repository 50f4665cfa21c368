import { textOf, type Sheet } from '../reading/table.ts';

/** A form that mills above a size fill in for the statistics; its figures run from the beginning of the year. */
export interface StatisticsForm {
  readonly id: '205-1' | '205-4' | 'B204-1';
  /** What it is told by where its number is not there; null where the number alone tells it. */
  readonly title: RegExp | null;
  /** Headings of the column that counts, without spaces, the surest first. */
  readonly values: readonly RegExp[];
}

const FORMS: readonly StatisticsForm[] = [
  {
    id: '205-1',
    title: /能源购进.{0,3}消费.{0,2}库存/,
    values: [/消费量?.*合计/, /^消费量?(合计)?$/, /消费量/],
  },
  { id: '205-4', title: /工业企业用水情况/, values: [/本年|本期|1[-—–至]本月/, /用水量|取水量|数量/] },
  { id: 'B204-1', title: null, values: [/本年.*(累计|本月)|1[-—–至]本月|累计/, /本年|本期/] },
];
/** Rows in which title and number of a form stand. */
const LOOKED_AT = 12;

/** Which form of the statistics a sheet is, by its number or title; null where it is none. */
export function statisticsFormOf({ name, rows }: Sheet): StatisticsForm | null {
  const head = rows.slice(0, LOOKED_AT).flatMap(({ cells }) => cells.map(textOf));
  const text = [name, ...head]
    .join('\n')
    .normalize('NFKC')
    .replaceAll(/[^\S\n]+/g, '');
  const numbered = FORMS.find(({ id }) => new RegExp(`(?<![A-Z0-9-])${id}(?![0-9])`, 'i').test(text));
  return numbered ?? FORMS.find(({ title }) => title?.test(text) === true) ?? null;
}
