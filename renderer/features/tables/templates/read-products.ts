import { wordsIn } from '#assessments/reporting/words.ts';
import type { Dossier } from '#assessments/schema/dossier.ts';
import { ProductLine } from '#assessments/schema/facts.ts';
import type { Preview, Refused } from '../change.ts';
import { figureInCell } from '../reading/figure-in-cell.ts';
import { textOf, type Cell, type Sheet } from '../reading/table.ts';
import { storedProducts } from '../stored-fact.ts';
import { cellKey, type Marker } from './marker.ts';
import { PRODUCT_FIELDS, productChoices, productCode, type ProductField } from './product-sheet.ts';

const BOTH = [wordsIn('zh-CN'), wordsIn('en')];

/** What the lines of products of a template that came back would change; a line that is not whole is refused as one. */
export function readProducts(sheets: readonly Sheet[], { out, year }: Marker, dossier: Dossier): Preview {
  const before = storedProducts(dossier, year);
  const after: ProductLine[] = [...before];
  const refused: Refused[] = [];
  for (const { name, rows } of sheets.filter(({ isHidden }) => !isHidden))
    for (const { cells, number } of rows) {
      const at = cells.findIndex((cell) => /^product \d+$/.test(textOf(cell)));
      if (at < PRODUCT_FIELDS.length) continue;
      const line = Number(textOf(cells[at]).slice('product '.length)) - 1;
      const typed = PRODUCT_FIELDS.flatMap((field, i) => {
        const cell = cells[at - PRODUCT_FIELDS.length + i];
        const text = textOf(cell);
        return text === '' || text === out.get(cellKey(productCode(line), field)) ? [] : [{ field, cell }];
      });
      if (typed.length === 0) continue;
      const sentClass = out.get(cellKey(productCode(line), 'class'));
      const held = sentClass === undefined ? undefined : before[line];
      const read =
        sentClass === undefined || held?.class === classOf(sentClass) ? readLine(typed, held) : 'line-changed';
      if (typeof read === 'string') {
        const text = typed.map(({ cell }) => textOf(cell)).join(' ');
        refused.push({ place: `${name}!${number}`, text, reason: read });
      } else if (held === undefined) after.push(read);
      else after[line] = read;
    }
  const isChanged = after.length > before.length || after.some((line, i) => line !== before[i]);
  return { changes: isChanged ? [{ kind: 'products', year, before, after }] : [], refused, same: 0 };
}

function classOf(text: string): string | undefined {
  return BOTH.flatMap((words) => productChoices('class', words) ?? []).find((choice) => choice.text === text)?.value;
}

interface Typed {
  readonly field: ProductField;
  readonly cell: Cell | undefined;
}

function readLine(typed: readonly Typed[], before: ProductLine | undefined): ProductLine | Refused['reason'] {
  const parts: Partial<Record<ProductField, string | number>> = {};
  for (const { field, cell } of typed) {
    const read = readPart(field, cell);
    if (read === null) return field === 'class' || field === 'unit' ? 'unknown-choice' : 'not-a-figure';
    parts[field] = read;
  }
  const line = ProductLine.safeParse({ ...before, ...parts });
  return line.success ? line.data : 'incomplete';
}

function readPart(field: ProductField, cell: Cell | undefined): string | number | null {
  const choices = BOTH.flatMap((words) => productChoices(field, words) ?? []);
  if (choices.length > 0) return choices.find(({ text }) => text === textOf(cell))?.value ?? null;
  const figure = figureInCell(cell);
  return figure.kind === 'figure' && !figure.isPercent ? figure.value : null;
}
