import { strToU8, zipSync } from 'fflate';

/** Styles of cells in a made workbook, by their number. */
export const STYLE = { plain: 0, date: 1, percent: 2, month: 3 } as const;

/** A cell as a program writes it: `f` a formula with what it came to in `v`, `t` the kind that Excel names. */
export type MadeCell =
  | null
  | string
  | number
  | { readonly v?: string | number; readonly t?: string; readonly s?: number; readonly f?: string };

export interface MadeSheet {
  readonly name: string;
  readonly rows: readonly (readonly MadeCell[])[];
  readonly merged?: readonly string[];
  /** As Excel counts them, from 1. */
  readonly hiddenRows?: readonly number[];
  readonly isHidden?: boolean;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** A workbook as Excel would save it: shared texts, cached values, styles with formats. */
export function madeWorkbook(sheets: readonly MadeSheet[], options: { readonly from1904?: boolean } = {}): Uint8Array {
  const shared: string[] = [];
  const parts: Record<string, string> = {};
  sheets.forEach((sheet, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] = sheetXml(sheet, shared);
  });
  const list = sheets.map(
    ({ name, isHidden }, i) =>
      `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"${isHidden === true ? ' state="hidden"' : ''}/>`,
  );
  parts['xl/workbook.xml'] =
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr${options.from1904 === true ? ' date1904="1"' : ''}/>` +
    `<sheets>${list.join('')}</sheets></workbook>`;
  parts['xl/sharedStrings.xml'] =
    `<sst xmlns="${MAIN}">${shared.map((text) => `<si><t>${escaped(text)}</t><rPh sb="0" eb="1"><t>ノ</t></rPh></si>`).join('')}</sst>`;
  parts['xl/styles.xml'] =
    `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;;@"/></numFmts>` +
    '<cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0"/>' +
    '<xf numFmtId="14"/><xf numFmtId="9"/><xf numFmtId="164"/></cellXfs></styleSheet>';
  parts['xl/_rels/workbook.xml.rels'] = relations([
    ...sheets.map((_, i) => [`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`] as const),
    ['texts', 'sharedStrings', 'sharedStrings.xml'],
    ['styles', 'styles', '/xl/styles.xml'],
  ]);
  parts['_rels/.rels'] = relations([['main', 'officeDocument', 'xl/workbook.xml']]);
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
}

function sheetXml({ rows, merged = [], hiddenRows = [] }: MadeSheet, shared: string[]): string {
  const written = rows.map((cells, r) => {
    const hidden = hiddenRows.includes(r + 1) ? ' hidden="1"' : '';
    return `<row r="${r + 1}"${hidden}>${cells.map((cell, c) => cellXml(cell, `${column(c)}${r + 1}`, shared)).join('')}</row>`;
  });
  const merges =
    merged.length === 0 ? '' : `<mergeCells>${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
  return `<worksheet xmlns="${MAIN}"><sheetData>${written.join('')}</sheetData>${merges}</worksheet>`;
}

function cellXml(cell: MadeCell, at: string, shared: string[]): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') return `<c r="${at}" t="s"><v>${shared.push(cell) - 1}</v></c>`;
  const { v, t, s = 0, f } = cell;
  const kind = t === undefined ? '' : ` t="${t}"`;
  const formula = f === undefined ? '' : `<f>${escaped(f)}</f>`;
  return `<c r="${at}" s="${s}"${kind}>${formula}${v === undefined ? '' : `<v>${escaped(String(v))}</v>`}</c>`;
}

function relations(list: readonly (readonly [id: string, type: string, target: string])[]): string {
  const entries = list.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}">${entries.join('')}</Relationships>`;
}

function column(index: number): string {
  return String.fromCharCode(65 + index);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
