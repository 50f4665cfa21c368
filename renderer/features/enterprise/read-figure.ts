import { withoutUnseen } from '../../ui/pasted-text.ts';
import type { TypedUnit } from './fact-units.ts';

/** What a typed or pasted text says of a figure. Nothing is guessed: what could be two figures is none. */
export type ReadFigure =
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'figure';
      /** In the unit in which it is stored. */
      readonly value: number;
      /** Whether it stands there just as typed; else it is said how it was understood. */
      readonly isLiteral: boolean;
      /** Whether the text calls it approximate. */
      readonly isAbout: boolean;
    }
  | { readonly kind: 'refused'; readonly why: 'no-figure' | 'other-unit' | 'too-large' };

/** Thousands in groups of three, all parted alike. */
const GROUPED = /^[1-9]\d{0,2}([ ,])\d{3}(\1\d{3})*(\.\d*)?$/;
const PLAIN = /^(\d+\.?\d*|\.\d+)$/;
const ABOUT = /^(大约|大概|约|~|≈)|(左右|上下)$/gu;
const TIMES = { 万: 1e4, 亿: 1e8 } as const;
const LARGEST = 1e12;

/** Words for units, by the unit in which a fact is stored, each with how many of that unit it is. */
const UNIT_WORDS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  m3: { m3: 1, 立方米: 1, 立方: 1, 方: 1 },
  kWh: { kwh: 1, 度: 1, 千瓦时: 1, mwh: 1000 },
  t: { t: 1, 吨: 1, kg: 0.001, 公斤: 0.001, 千克: 0.001 },
  m2: { m2: 1, 平方米: 1, 平方: 1, 平: 1, 亩: 2000 / 3 },
  '10k yuan': { 元: 0.0001, 块: 0.0001, 块钱: 0.0001 },
  m: { m: 1, 米: 1 },
  '100m': { m: 0.01, 米: 0.01, 百米: 1 },
  kg: { kg: 1, 公斤: 1, 千克: 1, t: 1000, 吨: 1000 },
  cm: { cm: 1, 厘米: 1, 公分: 1, m: 100, 米: 100 },
  persons: { 人: 1, 个人: 1, 名: 1 },
  count: { 个: 1, 人: 1, 锭: 1, 批: 1, 台: 1, 只: 1, 块: 1, 套: 1 },
  machines: { 台: 1, 台套: 1, 套: 1 },
  days: { 天: 1, 日: 1 },
  GJ: { gj: 1, 吉焦: 1 },
  '%': { '%': 1 },
  'yuan/m3': { 元: 1, 块: 1, '元/m3': 1, '元/立方': 1, '元/方': 1 },
  'yuan/kWh': { 元: 1, 块: 1, '元/度': 1, '元/kwh': 1 },
  'yuan/GJ': { 元: 1, '元/gj': 1 },
  'yuan/t': { 元: 1, 块: 1, '元/吨': 1, '元/t': 1 },
};

/**
 * Reads a figure that is stored in `base` and typed in `unit`: thousands, full-width digits, 万 and 亿, 约, and units by their
 * words. Where the text names a unit or says 万 or 亿, that holds and not the unit of the field; money in 万 is 万元.
 */
export function readFigure(text: string, base: string, unit: TypedUnit): ReadFigure {
  const typed = withoutUnseen(text).normalize('NFKC').trim().replace('。', '.');
  if (typed === '') return { kind: 'empty' };
  const bare = typed.replaceAll(ABOUT, '').trim();
  const { digits, scale, word } = partsOf(bare);
  const plain = GROUPED.test(digits) ? digits.replaceAll(/[ ,]/g, '') : digits;
  if (!PLAIN.test(plain)) return { kind: 'refused', why: 'no-figure' };
  const size = sizeOf(word, scale, base, unit);
  if (size === null) return { kind: 'refused', why: 'other-unit' };
  const value = Number((Number(plain) * size).toPrecision(12));
  if (value > LARGEST) return { kind: 'refused', why: 'too-large' };
  return { kind: 'figure', value, isLiteral: scale === null && word === '' && bare === typed, isAbout: bare !== typed };
}

/** `1200万度` as digits, how many times, and the word of the unit. */
function partsOf(text: string): { readonly digits: string; readonly scale: number | null; readonly word: string } {
  const [, digits = text, sign, word = ''] = /^([\d.,\s]*\d[\d.,]*)\s*([万亿])?\s*(\D.*)?$/u.exec(text) ?? [];
  return {
    digits: digits.trim(),
    scale: sign === undefined ? null : TIMES[sign as keyof typeof TIMES],
    word: word.trim(),
  };
}

/** How many of the stored unit one of the typed is; null where the word is of another kind. */
function sizeOf(word: string, scale: number | null, base: string, unit: TypedUnit): number | null {
  const isMoney = base === '10k yuan';
  if (word === '' && scale === null) return unit.times;
  if (base === '') return null;
  if (word === '') return isMoney ? (scale ?? 1) / 1e4 : scale;
  const words = UNIT_WORDS[base] ?? {};
  const known = Object.hasOwn(words, word.toLowerCase()) ? words[word.toLowerCase()] : undefined;
  return known === undefined ? null : known * (scale ?? 1);
}

/** Cells of a table, row by row. */
export type Cells = readonly (readonly string[])[];

/** The cells of what was copied from a table; null where it is one cell. */
export function cellsOf(pasted: string): Cells | null {
  const rows = pasted
    .replaceAll('\r\n', '\n')
    .replace(/\n+$/u, '')
    .split('\n')
    .map((row) => row.split('\t'));
  return rows.length === 1 && rows[0]?.length === 1 ? null : rows;
}

/** The sum of cells, in the stored unit; null where one of them is no figure. Empty cells are left out. */
export function sumOfCells(cells: Cells, base: string, unit: TypedUnit): number | null {
  const read = cells
    .flat()
    .map((cell) => readFigure(cell, base, unit))
    .filter(({ kind }) => kind !== 'empty');
  const values = read.flatMap((each) => (each.kind === 'figure' ? [each.value] : []));
  if (values.length < read.length || values.length === 0) return null;
  return Number(values.reduce((sum, value) => sum + value, 0).toPrecision(12));
}

/**
 * A typed figure where no words for units are read: null where empty, undefined where it is no figure from 0 to 1e12. A comma
 * or space that does not part thousands, such as that of `12,5`, makes it none.
 */
export function storedFrom(text: string, unit: TypedUnit): number | null | undefined {
  const read = readFigure(text, '', unit);
  return read.kind === 'empty' ? null : read.kind === 'figure' ? read.value : undefined;
}
