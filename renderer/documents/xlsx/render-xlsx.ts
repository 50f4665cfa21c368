import {
  sheetReference,
  type ReportWorkbook,
  type WorkbookSheet,
} from '../../../assessments/reporting/report-workbook.ts';
import { element, escaped } from '../ooxml/xml.ts';
import { CellStyles } from './cell-styles.ts';
import { workbookPackage } from './workbook-package.ts';
import { pageContent } from './write-page.ts';
import { sheetPart } from './write-sheet.ts';
import { absolute, filteredRange, tableContent } from './write-table.ts';

/** A workbook as an Excel file. The same workbook gives the same bytes. */
export function renderXlsx({ sheets, running, meta, language }: ReportWorkbook): Uint8Array {
  const styles = new CellStyles();
  return workbookPackage({
    sheets: sheets.map((sheet) => ({
      name: sheet.name,
      content: sheetPart(
        sheet.kind === 'page' ? pageContent(sheet, styles) : tableContent(sheet, language, styles),
        running,
      ),
    })),
    definedNames: sheets.flatMap(namesOf),
    styles,
    meta,
    language,
  });
}

/** Of a table the range of its filter, and the row that every printed page repeats. */
function namesOf(sheet: WorkbookSheet, i: number): string[] {
  if (sheet.kind === 'page') return [];
  const quoted = sheetReference(sheet.name);
  const range = quoted + absolute(filteredRange(sheet));
  return [
    element('definedName', { name: '_xlnm._FilterDatabase', localSheetId: i, hidden: 1 }, escaped(range)),
    element('definedName', { name: '_xlnm.Print_Titles', localSheetId: i }, escaped(`${quoted}$1:$1`)),
  ];
}
