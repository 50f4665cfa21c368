import { beforeAll, describe, expect, it } from 'vitest';
import { wordsIn } from '#assessments/reporting/words.ts';
import { fillText } from '#assessments/schema/fill-text.ts';
import type { ScoredMill } from '#assessments/scoring/scored-mill.ts';
import { renderForm } from '#renderer/documents/xlsx/render-form.ts';
import type { Change, Preview } from '#renderer/features/tables/change.ts';
import { readTable } from '#renderer/features/tables/reading/read-table.ts';
import { textOf, type Sheet } from '#renderer/features/tables/reading/table.ts';
import { answerTemplate } from '#renderer/features/tables/templates/answer-template.ts';
import { factTemplate } from '#renderer/features/tables/templates/fact-template.ts';
import { productChoices, productCode, type ProductField } from '#renderer/features/tables/templates/product-sheet.ts';
import { readProducts } from '#renderer/features/tables/templates/read-products.ts';
import { markerIn, type Marker } from '#renderer/features/tables/templates/marker.ts';
import { readAnswers } from '#renderer/features/tables/templates/read-answers.ts';
import { readFacts } from '#renderer/features/tables/templates/read-facts.ts';
import { texts } from '#renderer/i18n/texts.ts';
import type { WindowWords } from '#renderer/i18n/use-words.ts';
import { cellName } from '#assessments/reporting/report-workbook.ts';
import { changedCell } from '#tests/support/changed-cell.ts';
import { converted } from '#tests/support/office.ts';
import { toolMissing } from '#tests/support/tools.ts';
import { demoMills } from '#tests/support/demo-mills.ts';

function wordsOf(language: 'zh-CN' | 'en'): WindowWords {
  return {
    language,
    say: (id, values = {}) => fillText(texts[id][language], values),
    pick: (text) => text?.[language] ?? '',
  };
}

function sheetsOf(bytes: Uint8Array): readonly Sheet[] {
  const read = readTable(bytes);
  if (!read.ok) throw new Error(read.refusal);
  return read.sheets;
}

function markerOf(sheets: readonly Sheet[]): Marker {
  const marker = markerIn(sheets);
  if (marker === null) throw new Error('not known again');
  return marker;
}

/** The name of the cell in a column of the row that has an id. */
function cellOf(sheets: readonly Sheet[], sheet: number, id: string, column: number): string {
  const row = sheets[sheet - 1]?.rows.find(({ cells }) => cells.some((cell) => textOf(cell) === id));
  if (row === undefined) throw new Error(`no row ${id}`);
  return cellName(column, row.number - 1);
}

const facts = ({ changes }: Preview) =>
  changes.flatMap((change: Change) =>
    change.kind === 'fact' ? [[change.fact, change.year, change.before, change.after]] : [],
  );

describe.each(['zh-CN', 'en'] as const)('a template in %s', (language) => {
  let mill: ScoredMill;
  beforeAll(() => {
    const [first] = demoMills();
    if (first === undefined) throw new Error('no demo mill');
    mill = first.input.scored;
  });
  const back = (bytes: Uint8Array) => {
    const sheets = sheetsOf(bytes);
    return readFacts(sheets, markerOf(sheets), mill.dossier);
  };
  const backAnswers = (bytes: Uint8Array) => {
    const sheets = sheetsOf(bytes);
    return readAnswers(sheets, markerOf(sheets), mill);
  };

  it('of facts changes nothing where nothing was typed', () => {
    const preview = back(renderForm(factTemplate(mill, wordsOf(language))));
    expect(preview).toMatchObject({ changes: [], refused: [] });
    expect(preview.same).toBeGreaterThan(20);
  });

  it('of facts brings what was typed, in the unit that was chosen, and says what it does not take', () => {
    const { year } = mill.diagnosis;
    const sent = renderForm(factTemplate(mill, wordsOf(language)));
    const at = (id: string, column: number) => cellOf(sheetsOf(sent), 1, id, column);
    const typed = [
      [at('water.intake.town', 1), '１２．５'],
      [at('water.intake.town', 3), language === 'en' ? '10k m³' : '万吨'],
      [at('water.intake.town', 2), '约很多'],
      [at('energy.coal', 1), -3],
      [at('delivery.on-time', 1), '96%'],
      [at('people.employees', 1), '50%'],
      [at('finance.revenue', 1), '1.2亿'],
      [at('energy.diesel', 1), '约3吨'],
      [at('energy.petrol', 1), '5度'],
    ] as const;
    const preview = back(typed.reduce((bytes, [cell, value]) => changedCell(bytes, 1, cell, value), sent));
    expect(facts(preview)).toEqual([
      ['water.intake.town', year, mill.dossier.facts[String(year)]?.['water.intake.town'], 125_000],
      ['energy.diesel', year, mill.dossier.facts[String(year)]?.['energy.diesel'], 3],
      ['finance.revenue', year, mill.dossier.facts[String(year)]?.['finance.revenue'], 12_000],
      ['delivery.on-time', year, mill.dossier.facts[String(year)]?.['delivery.on-time'], 96],
    ]);
    expect(preview.refused.map(({ reason }) => reason)).toEqual([
      'not-a-figure',
      'negative',
      'unit-unknown',
      'is-percent',
    ]);
  });

  it('of products changes a line, adds one and refuses one that is not whole', () => {
    const sent = renderForm(factTemplate(mill, wordsOf(language)));
    const lines = mill.dossier.facts[String(mill.diagnosis.year)]?.['output.products'] ?? [];
    const at = (line: number, column: number) => cellOf(sheetsOf(sent), 2, productCode(line), column);
    const products = (bytes: Uint8Array) => {
      const sheets = sheetsOf(bytes);
      return readProducts(sheets, markerOf(sheets), mill.dossier);
    };
    expect(products(sent)).toMatchObject({ changes: [], refused: [] });
    const word = (field: ProductField, value: string) =>
      productChoices(field, wordsIn(language))?.find((choice) => choice.value === value)?.text ?? '';
    const typed = [
      [at(0, 1), '1.5万'],
      [at(4, 0), word('class', 'silk')],
      [at(4, 1), 20],
      [at(4, 2), word('unit', 't')],
      [at(5, 1), 7],
    ] as const;
    const preview = products(typed.reduce((bytes, [cell, value]) => changedCell(bytes, 2, cell, value), sent));
    expect(preview.changes).toMatchObject([
      { after: [{ ...lines[0], quantity: 15_000 }, ...lines.slice(1), { class: 'silk', quantity: 20, unit: 't' }] },
    ]);
    expect(preview.refused.map(({ reason }) => reason)).toEqual(['incomplete']);
  });

  it('of facts leaves alone what was changed here and not in it', () => {
    const sent = renderForm(factTemplate(mill, wordsOf(language)));
    const sheets = sheetsOf(sent);
    const key = String(mill.diagnosis.year);
    const changed = {
      ...mill.dossier,
      facts: { ...mill.dossier.facts, [key]: { ...mill.dossier.facts[key], 'energy.electricity': 1 } },
    };
    expect(readFacts(sheets, markerOf(sheets), changed).changes).toEqual([]);
  });

  it('of answers changes nothing where nothing was typed, and brings what was', async () => {
    const help = await mill.context.library.help(mill.packs);
    const sent = renderForm(answerTemplate(mill, help, wordsOf(language)));
    expect(backAnswers(sent)).toMatchObject({ changes: [], refused: [] });
    const sheets = sheetsOf(sent);
    const ofKind = (kind: string) =>
      [...mill.questions.values()].find(
        ({ id, form }) =>
          form.kind === kind &&
          sheets[0]?.rows.some(({ cells }) => textOf(cells[0]) === id) === true &&
          mill.diagnosis.answers[id]?.self?.rung !== 2,
      );
    const ladder = ofKind('ladder');
    if (ladder === undefined) throw new Error('no ladder');
    const cell = cellOf(sheets, 1, ladder.id, 2);
    const typed = backAnswers(changedCell(sent, 1, cell, '2档'));
    expect(typed.changes).toMatchObject([
      { kind: 'answer', question: { id: ladder.id }, after: { self: { rung: 2 } } },
    ]);
    const asked = backAnswers(changedCell(sent, 1, cell, language === 'en' ? 'To be found out: 张工' : '待核实：张工'));
    expect(asked.changes).toMatchObject([{ after: { self: { unknown: '张工' } } }]);
    const wrong = backAnswers(changedCell(sent, 1, cell, '9'));
    expect(wrong).toMatchObject({ changes: [], refused: [{ reason: 'out-of-range' }] });
  });
});

const missing = toolMissing('soffice');

describe.skipIf(missing !== null)('a template that another program saved', () => {
  it('is known again and changes nothing; as an old .xls it is told apart', () => {
    const [first] = demoMills();
    if (first === undefined) throw new Error('no demo mill');
    const mill = first.input.scored;
    const sent = renderForm(factTemplate(mill, wordsOf('zh-CN')));
    const [saved = new Uint8Array()] = converted([sent], 'xlsx', 'xlsx');
    const sheets = sheetsOf(saved);
    expect(saved).not.toEqual(sent);
    const preview = readFacts(sheets, markerOf(sheets), mill.dossier);
    expect(preview).toMatchObject({ changes: [], refused: [] });
    expect(preview.same).toBeGreaterThan(20);
    const [old = new Uint8Array()] = converted([sent], 'xlsx', 'xls');
    expect(readTable(old)).toEqual({ ok: false, refusal: 'old-xls' });
  });
});
