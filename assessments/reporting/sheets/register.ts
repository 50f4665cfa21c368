import type { YearFacts } from '../../schema/facts.ts';
import { MACHINE_COLUMNS, SYSTEM_COLUMNS, type RegisterColumn } from '../register-table.ts';
import type { Mill } from '../report-input.ts';
import type { WorkbookTable } from '../report-workbook.ts';
import type { TextId } from '../words.ts';

/** The machine register of every year, the latest year first; null where none was given. */
export function machinesSheet(mill: Mill): WorkbookTable | null {
  return sheetOf('sheet-machines', MACHINE_COLUMNS, ({ machines = [] }) => machines, mill);
}

/** The software systems of every year, the latest year first; null where none was given. */
export function systemsSheet(mill: Mill): WorkbookTable | null {
  return sheetOf('sheet-systems', SYSTEM_COLUMNS, ({ systems = [] }) => systems, mill);
}

function sheetOf<Line>(
  name: TextId,
  columns: readonly RegisterColumn<Line>[],
  linesOf: (facts: YearFacts) => readonly Line[],
  mill: Mill,
): WorkbookTable | null {
  const { words, dossier } = mill;
  const years = Object.entries(dossier.facts).sort(([a], [b]) => Number(b) - Number(a));
  const rows = years.flatMap(([year, facts]) =>
    linesOf(facts).map((line) => [Number(year), ...columns.map(({ cellOf }) => cellOf(line, mill))]),
  );
  if (rows.length === 0) return null;
  return {
    kind: 'table',
    name: words.say(name),
    columns: [
      { title: words.say('sheet-year'), width: 8, kind: 'text' },
      ...columns.map(({ title, width, kind }) => ({ title: words.say(title), width, kind })),
    ],
    rows,
  };
}
