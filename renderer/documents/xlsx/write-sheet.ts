import type { RunningText } from '../../../assessments/reporting/report-document.ts';
import { element, escaped, xmlPart } from '../ooxml/xml.ts';
import { SPREADSHEET } from './cell-styles.ts';

/** Excel prints no longer head or foot of a page. */
const MOST_IN_RUNNING_TEXT = 255;
/** Wider sheets, in characters, are printed on a page that lies on its side. */
const WIDEST_UPRIGHT = 115;

/** What one kind of sheet puts into the frame that all have. */
export interface SheetContent {
  /** All that is written, such as A1:J20. */
  readonly range: string;
  readonly widths: readonly number[];
  /** As XML: rows, then what stands after them in the order of the schema. */
  readonly rows: string;
  readonly after: string;
  /** The first cell that moves; undefined where nothing stays in sight. */
  readonly frozen?: { readonly columns: number; readonly rows: number; readonly at: string } | undefined;
  readonly hasGrid: boolean;
}

/** A sheet as a part of the file: as wide as a page when printed, with head and foot on each. */
export function sheetPart({ range, widths, rows, after, frozen, hasGrid }: SheetContent, running: RunningText): string {
  const isWide = widths.reduce((sum, width) => sum + width, 0) > WIDEST_UPRIGHT;
  return xmlPart(
    element(
      'worksheet',
      { xmlns: SPREADSHEET },
      element('sheetPr', {}, element('pageSetUpPr', { fitToPage: 1 })),
      element('dimension', { ref: range }),
      element('sheetViews', {}, view(frozen, hasGrid)),
      element('sheetFormatPr', { defaultRowHeight: 15 }),
      element(
        'cols',
        {},
        ...widths.map((width, i) => element('col', { min: i + 1, max: i + 1, width, customWidth: 1 })),
      ),
      element('sheetData', {}, rows),
      after,
      element('printOptions', { horizontalCentered: 1 }),
      element('pageMargins', { left: 0.5, right: 0.5, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 }),
      element('pageSetup', {
        paperSize: 9,
        orientation: isWide ? 'landscape' : 'portrait',
        fitToWidth: 1,
        fitToHeight: 0,
      }),
      element(
        'headerFooter',
        {},
        element('oddHeader', {}, runningLine(running.header, running.mark)),
        element('oddFooter', {}, runningLine(running.footer, running.pageNumber)),
      ),
    ),
  );
}

function view(frozen: SheetContent['frozen'], hasGrid: boolean): string {
  const looks = { workbookViewId: 0, showGridLines: hasGrid ? undefined : 0 };
  if (frozen === undefined) return element('sheetView', looks);
  const { columns, rows, at } = frozen;
  const pane = columns === 0 ? 'bottomLeft' : 'bottomRight';
  return element(
    'sheetView',
    looks,
    element('pane', {
      xSplit: columns === 0 ? undefined : columns,
      ySplit: rows,
      topLeftCell: at,
      activePane: pane,
      state: 'frozen',
    }),
    element('selection', { pane, activeCell: at, sqref: at }),
  );
}

/** Text at the left and at the right of a printed page; the page number's placeholders become codes. */
function runningLine(left: string, right: string): string {
  const coded = (text: string) =>
    text.replaceAll('&', '&&').replaceAll('{page}', '&P').replaceAll('{pages}', '&N').replaceAll(/\s+/g, ' ');
  const end = right === '' ? '' : `&R${coded(right)}`;
  return escaped(`&L${coded(left).slice(0, MOST_IN_RUNNING_TEXT - end.length - 2)}${end}`);
}
