import type { WorkbookCell, WorkbookColumn } from '../../../assessments/reporting/report-workbook.ts';
import { PALETTE } from '../../ui/palette.ts';
import { element, xmlPart } from '../ooxml/xml.ts';

export const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

const FONT = 'Microsoft YaHei';
/** Number formats of Office have numbers of their own below this one. */
const FIRST_FORMAT = 164;

interface CellStyle {
  /** Null for text. */
  readonly format: string | null;
  readonly head?: boolean;
  readonly right?: boolean;
}

const HEAD = 0;
const HEAD_OF_NUMBERS = 1;
const TEXT = 2;

/** The styles of the cells of one workbook, each handed out under its number. */
export class CellStyles {
  readonly #styles: CellStyle[] = [
    { format: null, head: true },
    { format: null, head: true, right: true },
    { format: null },
  ];

  headOf({ kind }: WorkbookColumn): number {
    return kind === 'text' ? HEAD : HEAD_OF_NUMBERS;
  }

  styleOf(cell: Exclude<WorkbookCell, null>, column: WorkbookColumn): number {
    if (typeof cell === 'string') return TEXT;
    const format = formatOf(cell, column);
    const known = this.#styles.findIndex((style) => style.format === format);
    return known === -1 ? this.#styles.push({ format, right: true }) - 1 : known;
  }

  part(): string {
    const formats = this.#styles.flatMap(({ format }) => (format === null ? [] : [format]));
    return xmlPart(
      element(
        'styleSheet',
        { xmlns: SPREADSHEET },
        formats.length === 0
          ? ''
          : element(
              'numFmts',
              { count: formats.length },
              ...formats.map((formatCode, i) => element('numFmt', { numFmtId: FIRST_FORMAT + i, formatCode })),
            ),
        element('fonts', { count: 2 }, font('text', false), font('primary', true)),
        element(
          'fills',
          { count: 3 },
          element('fill', {}, element('patternFill', { patternType: 'none' })),
          element('fill', {}, element('patternFill', { patternType: 'gray125' })),
          element(
            'fill',
            {},
            element('patternFill', { patternType: 'solid' }, element('fgColor', { rgb: argb('primary-soft') })),
          ),
        ),
        element('borders', { count: 2 }, borders(''), borders(element('color', { rgb: argb('primary') }))),
        element('cellStyleXfs', { count: 1 }, element('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 })),
        element(
          'cellXfs',
          { count: this.#styles.length },
          ...this.#styles.map((style) =>
            cellFormat(style, style.format === null ? 0 : FIRST_FORMAT + formats.indexOf(style.format)),
          ),
        ),
        element('cellStyles', { count: 1 }, element('cellStyle', { name: 'Normal', xfId: 0, builtinId: 0 })),
      ),
    );
  }
}

function formatOf(value: number, { kind, decimals }: WorkbookColumn): string {
  const shown = decimals ?? (Number.isInteger(value) ? 0 : null);
  const fraction = shown === null ? '.0###' : shown === 0 ? '' : `.${'0'.repeat(shown)}`;
  if (kind === 'date') return 'yyyy-mm-dd';
  if (kind === 'text') return '0';
  return kind === 'percent' ? `0${fraction}%` : `#,##0${fraction}`;
}

/** Texts wrap and begin at the top, so that long answers and their figures stand beside each other. */
function cellFormat({ format, head = false, right = false }: CellStyle, numFmtId: number): string {
  return element(
    'xf',
    {
      numFmtId,
      fontId: head ? 1 : 0,
      fillId: head ? 2 : 0,
      borderId: head ? 1 : 0,
      xfId: 0,
      applyNumberFormat: format === null ? undefined : 1,
      applyFont: 1,
      applyFill: head ? 1 : undefined,
      applyBorder: head ? 1 : undefined,
      applyAlignment: 1,
    },
    element('alignment', {
      horizontal: right ? 'right' : undefined,
      indent: right ? 1 : undefined,
      vertical: head ? 'center' : 'top',
      wrapText: format === null ? 1 : undefined,
    }),
  );
}

function font(ink: keyof typeof PALETTE, strong: boolean): string {
  return element(
    'font',
    {},
    strong ? element('b') : '',
    element('sz', { val: 10 }),
    element('color', { rgb: argb(ink) }),
    element('name', { val: FONT }),
    element('family', { val: 2 }),
    element('charset', { val: 134 }),
  );
}

function borders(color: string): string {
  return element(
    'border',
    {},
    element('left'),
    element('right'),
    element('top'),
    color === '' ? element('bottom') : element('bottom', { style: 'medium' }, color),
    element('diagonal'),
  );
}

function argb(ink: keyof typeof PALETTE): string {
  return `FF${PALETTE[ink].slice(1).toUpperCase()}`;
}
