import { wordsIn, type Words } from '#assessments/reporting/words.ts';
import { FACT_IDS, type NumericFactId } from '#assessments/schema/facts.ts';
import type { Dossier } from '#assessments/schema/dossier.ts';
import type { CellFact, CellFactId, Change, Preview, Refused } from '../change.ts';
import { typedFigure } from '../figure-for.ts';
import { timesOf } from '../mapping/units.ts';
import { yearIn } from '../mapping/period.ts';
import { textOf, type Cell, type Row, type Sheet } from '../reading/table.ts';
import { storedFact } from '../stored-fact.ts';
import { cellKey, type Marker } from './marker.ts';
import { choicesOf, isNumeric, templateUnits } from './template-facts.ts';

const BOTH = [wordsIn('zh-CN'), wordsIn('en')];

/**
 * What a template of facts that came back would change. A cell that says what it went out with, or nothing, changes nothing;
 * rows are known by their code, wherever they stand.
 */
export function readFacts(sheets: readonly Sheet[], { out, year: ofTemplate }: Marker, dossier: Dossier): Preview {
  const changes: Change[] = [];
  const refused: Refused[] = [];
  let same = 0;
  for (const { name, rows } of sheets.filter(({ isHidden }) => !isHidden)) {
    const years = yearColumns(rows, ofTemplate);
    for (const row of rows) {
      const id = row.cells.map(textOf).find(isFactId);
      if (id === undefined) continue;
      for (const [column, year] of years) {
        const cell = row.cells[column];
        const before = storedFact(dossier, id, year);
        const unit = unitBeside(row, years);
        if (textOf(cell) === '') continue;
        const read = isNumeric(id) ? figureOf(id, cell, unit) : choiceOf(id, cell);
        const isUntouched = out.get(cellKey(id, year)) === textOf(cell) && isBaseUnit(id, unit);
        if (read.ok && (read.value === before || isUntouched)) same += 1;
        else if (read.ok) changes.push({ kind: 'fact', fact: id, year, before, after: read.value });
        else
          refused.push({
            place: `${name}!${row.number}`,
            field: { fact: id, year },
            text: textOf(cell),
            reason: read.reason,
          });
      }
    }
  }
  return { changes, refused, same };
}

type ReadFact =
  { readonly ok: true; readonly value: CellFact } | { readonly ok: false; readonly reason: Refused['reason'] };

function figureOf(id: NumericFactId, cell: Cell | undefined, unit: string): ReadFact {
  const times = timesIn(id, unit);
  if (times === null) return { ok: false, reason: 'unit-unknown' };
  const stored = typedFigure(id, cell, times);
  return typeof stored === 'number' ? { ok: true, value: stored } : { ok: false, reason: stored };
}

function timesIn(id: NumericFactId, unit: string): number | null {
  const units = BOTH.flatMap((words) => templateUnits(id, words));
  return units.find(({ name }) => name === unit)?.times ?? timesOf(id, unit);
}

function isBaseUnit(id: CellFactId, unit: string): boolean {
  return !isNumeric(id) || timesIn(id, unit) === 1;
}

function choiceOf(id: Exclude<CellFactId, NumericFactId>, cell: Cell | undefined): ReadFact {
  const found = BOTH.flatMap((words: Words) => choicesOf(id, words)).find(({ text }) => text === textOf(cell));
  return found === undefined ? { ok: false, reason: 'unknown-choice' } : { ok: true, value: found.value };
}

/** The columns of the two years, by what stands in their heading. */
function yearColumns(rows: readonly Row[], year: number): [column: number, year: number][] {
  const wanted = [year, year - 1];
  const head = rows.find(({ cells }) => wanted.every((each) => cells.some((cell) => yearIn(textOf(cell)) === each)));
  return wanted.flatMap((each): [number, number][] => {
    const column = head?.cells.findIndex((cell) => yearIn(textOf(cell)) === each) ?? -1;
    return column < 0 ? [] : [[column, each]];
  });
}

/** The unit stands right of the figures. */
function unitBeside({ cells }: Row, years: readonly (readonly [column: number, year: number])[]): string {
  return textOf(cells[Math.max(-1, ...years.map(([column]) => column)) + 1]);
}

function isFactId(text: string): text is CellFactId {
  return (FACT_IDS as readonly string[]).includes(text) && !['output.products', 'machines', 'systems'].includes(text);
}
