import { wordsIn } from '#assessments/reporting/words.ts';
import { factSheet } from '#assessments/schema/fact-sheet.ts';
import type { ScoredMill } from '#assessments/scoring/scored-mill.ts';
import type { FormCell, FormWorkbook } from '../../../documents/xlsx/form-workbook.ts';
import type { WindowWords } from '../../../i18n/use-words.ts';
import type { CellFact, CellFactId } from '../change.ts';
import { storedFact } from '../stored-fact.ts';
import { formOfSheets } from './form-meta.ts';
import { cellKey, markerSheet } from './marker.ts';
import { productSheet } from './product-sheet.ts';
import { choicesOf, isNumeric, templateFacts, templateUnits } from './template-facts.ts';

const WIDTHS = [36, 18, 18, 12, 46, 24, 36];
const HEAD_ROWS = 4;

/** The facts of a mill as a workbook to fill in, with what is known already: this year beside the year before, where to find each and who knows it. */
export function factTemplate(mill: ScoredMill, words: WindowWords): FormWorkbook {
  const { say, pick, language } = words;
  const { dossier, diagnosis } = mill;
  const report = wordsIn(language);
  const years = [diagnosis.year, diagnosis.year - 1];
  const ids = templateFacts(dossier.enterprise);
  const heldIn = (id: CellFactId, year: number) => storedFact(dossier, id, year);
  const shown = (id: CellFactId, value: CellFact) =>
    value === undefined || isNumeric(id)
      ? ((value as number | undefined) ?? null)
      : (choicesOf(id, report).find((choice) => choice.value === value)?.text ?? null);
  const title = say('template-facts-title', { name: dossier.enterprise.name, year: diagnosis.year });
  const groups = [...new Set(ids.map((id) => pick(factSheet[id].group)))];
  const rows: FormCell[][] = [
    [{ value: title, look: 'title', span: WIDTHS.length }],
    [{ value: say('template-facts-hint'), look: 'label', span: WIDTHS.length }],
    [{ value: say('template-code-hint'), look: 'label', span: WIDTHS.length }],
    [
      { value: say('template-fact'), look: 'head' },
      ...years.map((year): FormCell => ({ value: say('template-year', { year }), look: 'head', right: true })),
      { value: say('template-unit'), look: 'head' },
      { value: say('template-where'), look: 'head' },
      { value: say('template-who'), look: 'head' },
      { value: say('template-code'), look: 'head' },
    ],
    ...groups.flatMap((group) => [
      [{ value: group, look: 'heading', span: WIDTHS.length } as const],
      ...ids
        .filter((id) => pick(factSheet[id].group) === group)
        .map((id): FormCell[] => [
          { value: pick(factSheet[id].label), look: 'text' },
          ...years.map((year) => inputCell(id, shown(id, heldIn(id, year)), year === diagnosis.year)),
          unitCell(id),
          { value: pick(factSheet[id].where), look: 'muted' },
          { value: pick(factSheet[id].ask), look: 'muted' },
          { value: id, look: 'muted' },
        ]),
    ]),
  ];
  function inputCell(id: CellFactId, value: string | number | null, isNow: boolean): FormCell {
    if (isNumeric(id)) return { value, look: 'input', right: true };
    if (!isNow) return null;
    return { value, look: 'input', right: true, choices: choicesOf(id, report).map(({ text }) => text) };
  }
  function unitCell(id: CellFactId): FormCell {
    if (!isNumeric(id)) return null;
    const names = templateUnits(id, report).map(({ name }) => name);
    const value = names[0] ?? '';
    return names.length === 1 ? { value, look: 'text' } : { value, look: 'input', choices: names };
  }
  const out = ids.flatMap((id) =>
    years.flatMap((year): [string, string][] => {
      const value = shown(id, heldIn(id, year));
      return value === null ? [] : [[cellKey(id, year), String(value)]];
    }),
  );
  const products = productSheet(mill, words);
  return formOfSheets(
    mill,
    title,
    [
      { name: say('template-facts-sheet'), widths: WIDTHS, frozen: { rows: HEAD_ROWS, columns: 1 }, rows },
      products.sheet,
      markerSheet({
        kind: 'facts',
        enterprise: dossier.id,
        name: dossier.enterprise.name,
        year: diagnosis.year,
        out: new Map([...out, ...products.out]),
      }),
    ],
    words,
  );
}
