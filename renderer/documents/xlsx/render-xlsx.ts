import type { ReportWorkbook } from '../../../assessments/reporting/report-workbook.ts';
import { officePackage, relationshipsPart } from '../ooxml/office-package.ts';
import { element, escaped, xmlPart } from '../ooxml/xml.ts';
import { CellStyles, SPREADSHEET } from './cell-styles.ts';
import { rangeOf, sheetPart } from './write-sheet.ts';

const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A workbook as an Excel file. The same workbook gives the same bytes. */
export function renderXlsx(workbook: ReportWorkbook): Uint8Array {
  const styles = new CellStyles();
  const sheets = workbook.sheets.map((sheet, i) => ({
    path: `xl/worksheets/sheet${i + 1}.xml`,
    contentType: `${KIND}.worksheet+xml`,
    content: sheetPart(sheet, workbook.running, styles),
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

/** The sheets by name; per sheet the range of its filter and the row that every printed page repeats. */
function workbookPart({ sheets }: ReportWorkbook): string {
  const names = sheets.flatMap((sheet, i) => {
    const quoted = `'${sheet.name.replaceAll("'", "''")}'!`;
    const range = rangeOf(sheet).replaceAll(/([A-Z]+)(\d+)/g, '$$$1$$$2');
    return [
      element('definedName', { name: '_xlnm._FilterDatabase', localSheetId: i, hidden: 1 }, escaped(quoted + range)),
      element('definedName', { name: '_xlnm.Print_Titles', localSheetId: i }, escaped(`${quoted}$1:$1`)),
    ];
  });
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
      element('definedNames', {}, ...names),
    ),
  );
}
