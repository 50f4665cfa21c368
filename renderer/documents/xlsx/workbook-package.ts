import type { ReportMeta } from '../../../assessments/reporting/report-document.ts';
import type { ReportWorkbook } from '../../../assessments/reporting/report-workbook.ts';
import { officePackage, relationshipsPart } from '../ooxml/office-package.ts';
import { element, xmlPart } from '../ooxml/xml.ts';
import { SPREADSHEET, type CellStyles } from './cell-styles.ts';

const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export interface WrittenSheet {
  readonly name: string;
  readonly isHidden?: boolean;
  /** Its part, written. */
  readonly content: string;
}

export interface WrittenWorkbook extends Pick<ReportWorkbook, 'language'> {
  readonly meta: ReportMeta;
  readonly sheets: readonly WrittenSheet[];
  /** Elements of the names that its sheets define. */
  readonly definedNames?: readonly string[];
  /** All styles that its sheets use. */
  readonly styles: CellStyles;
}

/** The Excel file of sheets that are written already. The same sheets give the same bytes. */
export function workbookPackage(workbook: WrittenWorkbook): Uint8Array {
  const { sheets, styles, meta, language } = workbook;
  const fileOf = (i: number) => `worksheets/sheet${i + 1}.xml`;
  return officePackage(
    { id: 'main', type: 'officeDocument', target: 'xl/workbook.xml' },
    [
      { path: 'xl/workbook.xml', contentType: `${KIND}.sheet.main+xml`, content: workbookPart(workbook) },
      ...sheets.map(({ content }, i) => ({ path: `xl/${fileOf(i)}`, contentType: `${KIND}.worksheet+xml`, content })),
      { path: 'xl/styles.xml', contentType: `${KIND}.styles+xml`, content: styles.part() },
      relationshipsPart('xl/workbook.xml', [
        ...sheets.map((_, i) => ({ id: `sheet${i + 1}`, type: 'worksheet', target: fileOf(i) })),
        { id: 'styles', type: 'styles', target: 'styles.xml' },
      ]),
    ],
    meta,
    language,
  );
}

function workbookPart({ sheets, definedNames = [] }: WrittenWorkbook): string {
  return xmlPart(
    element(
      'workbook',
      { xmlns: SPREADSHEET, 'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships' },
      element('bookViews', {}, element('workbookView', { activeTab: 0 })),
      element(
        'sheets',
        {},
        ...sheets.map(({ name, isHidden = false }, i) =>
          element('sheet', {
            name,
            sheetId: i + 1,
            state: isHidden ? 'hidden' : undefined,
            'r:id': `sheet${i + 1}`,
          }),
        ),
      ),
      definedNames.length === 0 ? '' : element('definedNames', {}, ...definedNames),
    ),
  );
}
