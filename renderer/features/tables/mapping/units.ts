import { FACT_UNITS, type NumericFactId } from '#assessments/schema/facts.ts';
import { UNIT_NAMES } from './unit-names.ts';

/** Base units of facts by the names that tables have for them, each with how many base units are in one. */
const NAMES: Readonly<Record<string, Readonly<Record<string, number>>>> = UNIT_NAMES;
/** Mills count water in tons, which are cubic metres. */
const OF_WATER = { 吨: 1, 万吨: 1e4, t: 1, 万t: 1e4 };
/** Units of which twelve months make a year by being added. */
const ADDED = ['m3', 'kWh', 'GJ', 't', '10k yuan'];
/** What is chosen from: one name for each size. */
const OFFERED = 4;

/** How many units of a fact are in one of this name; null where the name is none of its units. */
export function timesOf(fact: NumericFactId, unit: string): number | null {
  const wanted = plain(unit);
  if (wanted === '') return null;
  return Object.entries(namesOf(fact)).find(([name]) => plain(name) === wanted)?.[1] ?? null;
}

/** Names to choose the unit of a figure from, that of the fact first and each size once. */
export function offeredUnits(fact: NumericFactId): string[] {
  const names = Object.entries(namesOf(fact));
  const firsts = names.filter(([, times], i) => names.findIndex(([, other]) => other === times) === i);
  return firsts.slice(0, OFFERED).map(([name]) => name);
}

/** Whether the months of a fact may be added to a year. */
export function isAdded(fact: NumericFactId): boolean {
  return ADDED.includes(FACT_UNITS[fact]);
}

/** The unit in brackets at the end of a heading, or after a stroke or colon; empty where none stands there. */
export function unitIn(heading: string): string {
  const text = heading.normalize('NFKC').trim();
  const bracketed = /[([【]\s*(?:单位[::])?\s*([^()[\]【】]+?)\s*[)\]】]\s*$/.exec(text)?.[1];
  return bracketed ?? /(?:单位[::]|[,，、])\s*(\S+)$/.exec(text)?.[1] ?? '';
}

/** Whether a text is the name of a unit that some fact has. */
export function isUnit(text: string): boolean {
  const wanted = plain(text);
  return Object.values(NAMES).some((names) => Object.keys(names).some((name) => plain(name) === wanted));
}

function namesOf(fact: NumericFactId): Readonly<Record<string, number>> {
  const names = NAMES[FACT_UNITS[fact]] ?? {};
  return fact.startsWith('water.') && FACT_UNITS[fact] === 'm3' ? { ...names, ...OF_WATER } : names;
}

function plain(unit: string): string {
  return unit.normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase();
}
