import {
  sheetReference,
  type ReportWorkbook,
  type WorkbookSheet,
} from '../../../assessments/reporting/report-workbook.ts';
import { officePackage, relationshipsPart } from '../ooxml/office-package.ts';
import { element, escaped, xmlPart } from '../ooxml/xml.ts';
import { CellStyles, SPREADSHEET } from './cell-styles.ts';
import { pageContent } from './write-page.ts';
import { sheetPart } from './write-sheet.ts';
import { absolute, filteredRange, tableContent } from './write-table.ts';

const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A workbook as an Excel file. The same workbook gives the same bytes. */
export function renderXlsx(workbook: ReportWorkbook): Uint8Array {
  const styles = new CellStyles();
  const sheets = workbook.sheets.map((sheet, i) => ({
    path: `xl/worksheets/sheet${i + 1}.xml`,
    contentType: `${KIND}.worksheet+xml`,
    content: sheetPart(
      sheet.kind === 'page' ? pageContent(sheet, styles) : tableContent(sheet, workbook.language, styles),
      workbook.running,
    ),
  }));
  return officePackage(
    { id: 'main', type: 'officeDocument', target: 'xl/workbook.xml' },
    [
      { path: 'xl/workbook.xml', contentType: `${KIND}.sheet.main+xml`, content: workbookPart(workbook) },
      ...sheets,
      { path: 'xl/styles.xml', contentType: `${KIND}.styles+xml`, content: styles.part() },
      relationshipsPart('xl/workbook.xml', [
        ...sheets.map((_, i) => ({
          id: `sheet${i + 1}`,
          type: 'worksheet',
          target: `worksheets/sheet${i + 1}.xml`,
        })),
        { id: 'styles', type: 'styles', target: 'styles.xml' },
      ]),
    ],
    workbook.meta,
    workbook.language,
  );
}

function workbookPart({ sheets }: ReportWorkbook): string {
  const names = sheets.flatMap(namesOf);
  return xmlPart(
    element(
      'workbook',
      { xmlns: SPREADSHEET, 'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships' },
      element('bookViews', {}, element('workbookView', { activeTab: 0 })),
      element(
        'sheets',
        {},
        ...sheets.map(({ name }, i) => element('sheet', { name, sheetId: i + 1, 'r:id': `sheet${i + 1}` })),
      ),
      names.length === 0 ? '' : element('definedNames', {}, ...names),
    ),
  );
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
