import { textOf, type Cell } from '../reading/table.ts';

/** A year, a month of it, or a month of which the year is not said. */
export interface Period {
  readonly year: number | null;
  /** 1 to 12; null for a whole year. */
  readonly month: number | null;
}

const CHINESE = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
const ENGLISH = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The period that a cell names, as a date, `2025年3月`, `2025-03-15`, `202503`, `3月`, `三月份`, `2025年` or `3`; null where
 * it names none.
 */
export function periodIn(cell: Cell | undefined): Period | null {
  const text = textOf(cell).normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase();
  const full =
    /^(\d{4})(?:年|[-/.])(\d{1,2})(?:月|月份|[-/.].*|月\d.*)?$/.exec(text) ?? /^(\d{4})(\d{2})(?:\d{2})?$/.exec(text);
  if (full !== null) return period(Number(full[1]), Number(full[2]));
  const year = /^(\d{4})(?:年|年度|全年)?$/.exec(text);
  if (year !== null) return isYear(Number(year[1])) ? { year: Number(year[1]), month: null } : null;
  const month = /^(\d{1,2})(?:月|月份)?$/.exec(text);
  if (month !== null) return period(null, Number(month[1]));
  const named = CHINESE.findIndex((name) => text === `${name}月` || text === `${name}月份`);
  const english = ENGLISH.findIndex((name) => /^[a-z]+$/.test(text) && text.startsWith(name) && text.length <= 9);
  return named + english === -2 ? null : { year: null, month: Math.max(named, english) + 1 };
}

/** The first year from 2000 to 2099 in a text; null where none stands in it. */
export function yearIn(text: string): number | null {
  const found = /(?<!\d)(20\d{2})(?=年|[^\d]|$)/.exec(text.normalize('NFKC'));
  return found === null ? null : Number(found[1]);
}

function period(year: number | null, month: number): Period | null {
  return (year === null || isYear(year)) && month >= 1 && month <= 12 ? { year, month } : null;
}

function isYear(year: number): boolean {
  return year >= 1990 && year <= 2099;
}
