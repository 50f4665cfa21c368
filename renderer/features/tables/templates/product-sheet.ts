import { wordsIn, type Words } from '#assessments/reporting/words.ts';
import type { ScoredMill } from '#assessments/scoring/scored-mill.ts';
import { PRODUCT_CLASSES, type ProductLine } from '#assessments/schema/facts.ts';
import type { FormCell, FormSheet } from '../../../documents/xlsx/form-workbook.ts';
import type { WindowWords } from '../../../i18n/use-words.ts';
import { storedProducts } from '../stored-fact.ts';
import { cellKey } from './marker.ts';

/** The parts of a line of products that are typed, in the order of their columns; the code stands right of them. */
export const PRODUCT_FIELDS = ['class', 'quantity', 'unit', 'widthCm', 'massKgPer100m'] as const;
export type ProductField = (typeof PRODUCT_FIELDS)[number];
const UNITS = ['m', '100m', 't', 'kg'] as const;
const WIDTHS = [26, 18, 12, 14, 18, 16];
const HEAD_ROWS = 3;
/** Lines that a sheet has at least, and free ones below those that are there. */
const LEAST = 6;
const FREE = 3;

/** What the row of a line of products is called. */
export function productCode(line: number): string {
  return `product ${line + 1}`;
}

/** What may be chosen for a part of a line, in words; null for a figure. */
export function productChoices(
  field: ProductField,
  { say, unit }: Words,
): readonly { readonly value: string; readonly text: string }[] | null {
  if (field === 'class') return PRODUCT_CLASSES.map((value) => ({ value, text: say(`class-${value}`) }));
  return field === 'unit' ? UNITS.map((value) => ({ value, text: unit(value) })) : null;
}

/** The products of the year as a sheet to fill in, and what its cells go out with. */
export function productSheet({ dossier, diagnosis }: ScoredMill, { say, language }: WindowWords) {
  const words = wordsIn(language);
  const lines = storedProducts(dossier, diagnosis.year);
  const shown = (line: ProductLine | undefined, field: ProductField): string | number | null => {
    const value = line?.[field];
    return productChoices(field, words)?.find((choice) => choice.value === value)?.text ?? value ?? null;
  };
  const rows = Array.from({ length: Math.max(LEAST, lines.length + FREE) }, (_, i): FormCell[] => [
    ...PRODUCT_FIELDS.map((field): FormCell => {
      const choices = productChoices(field, words);
      const value = shown(lines[i], field);
      return choices === null
        ? { value, look: 'input', right: true }
        : { value, look: 'input', choices: choices.map(({ text }) => text) };
    }),
    { value: productCode(i), look: 'muted' },
  ]);
  const sheet: FormSheet = {
    name: say('template-products-sheet'),
    widths: WIDTHS,
    frozen: { rows: HEAD_ROWS, columns: 0 },
    rows: [
      [{ value: say('template-products-title', { year: diagnosis.year }), look: 'title', span: WIDTHS.length }],
      [{ value: say('template-products-hint'), look: 'label', span: WIDTHS.length }],
      [
        { value: say('product-class'), look: 'head' },
        { value: say('quantity'), look: 'head', right: true },
        { value: say('unit'), look: 'head' },
        { value: say('width'), look: 'head', right: true },
        { value: say('mass'), look: 'head', right: true },
        { value: say('template-code'), look: 'head' },
      ],
      ...rows,
    ],
  };
  const out = lines.flatMap((line, i) =>
    PRODUCT_FIELDS.flatMap((field): [string, string][] => {
      const value = shown(line, field);
      return value === null ? [] : [[cellKey(productCode(i), field), String(value)]];
    }),
  );
  return { sheet, out };
}
