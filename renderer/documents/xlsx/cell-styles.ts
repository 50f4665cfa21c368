import type { PageLook, WorkbookColumn } from '../../../assessments/reporting/report-workbook.ts';
import { PALETTE } from '../../ui/palette.ts';
import { element, xmlPart } from '../ooxml/xml.ts';

export const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

const FONT = 'Microsoft YaHei';
/** Number formats of Office have numbers of their own below this one. */
const FIRST_FORMAT = 164;
/** What the reader may change. */
const INPUT_GROUND = 'FFF7D6';

interface Look {
  /** Points; 10 if left out. */
  readonly size?: number;
  readonly ink?: keyof typeof PALETTE;
  readonly strong?: boolean;
  readonly underlined?: boolean;
  /** RRGGBB. */
  readonly ground?: string;
  readonly border?: 'below' | 'above' | 'around';
  readonly vertical?: 'top' | 'center';
  readonly wraps?: boolean;
}

const HEAD = { ink: 'primary', strong: true, ground: PALETTE['primary-soft'].slice(1), border: 'below' } as const;

const LOOKS = {
  head: { ...HEAD, vertical: 'center' },
  text: {},
  title: { size: 18, ink: 'primary', strong: true },
  heading: { size: 12, ink: 'primary', strong: true },
  label: { ink: 'muted' },
  muted: { size: 9, ink: 'muted' },
  input: { ground: INPUT_GROUND, border: 'around' },
  result: { strong: true },
  total: { strong: true, border: 'above' },
  link: { ink: 'primary', underlined: true },
} as const satisfies Readonly<Record<PageLook, Look>>;

interface CellStyle {
  readonly look: PageLook;
  /** Null for text. */
  readonly format: string | null;
  /** Titles above numbers stand as these do. */
  readonly right: boolean;
}

/** How a number is shown. */
export type NumberShape = Pick<WorkbookColumn, 'kind' | 'decimals'> & { readonly isChange?: boolean };

/** The styles of the cells of one workbook, each handed out under its number; 0 is plain text. */
export class CellStyles {
  readonly #styles: CellStyle[] = [{ look: 'text', format: null, right: false }];

  ofText(look: PageLook, right = false): number {
    return this.#numberOf({ look, format: null, right });
  }

  ofNumber(look: PageLook, value: number, shape: NumberShape): number {
    return this.#numberOf({ look, format: formatOf(value, shape), right: true });
  }

  /** The style that an empty cell of a column has, so that what is written into it later looks like the rest. */
  ofEmpty(shape: NumberShape): number {
    return shape.kind === 'text' ? this.ofText('text') : this.ofNumber('text', 0.5, shape);
  }

  #numberOf(style: CellStyle): number {
    const known = this.#styles.findIndex(
      ({ look, format, right }) => look === style.look && format === style.format && right === style.right,
    );
    return known === -1 ? this.#styles.push(style) - 1 : known;
  }

  part(): string {
    const formats = [...new Set(this.#styles.flatMap(({ format }) => format ?? []))];
    const names = Object.keys(LOOKS) as PageLook[];
    const looks = names.map((name): Look => LOOKS[name]);
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
        element('fonts', { count: looks.length + 1 }, font({}), ...looks.map(font)),
        element(
          'fills',
          { count: looks.length + 2 },
          element('fill', {}, element('patternFill', { patternType: 'none' })),
          element('fill', {}, element('patternFill', { patternType: 'gray125' })),
          ...looks.map(fill),
        ),
        element('borders', { count: looks.length + 1 }, borders({}), ...looks.map(borders)),
        element('cellStyleXfs', { count: 1 }, element('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 })),
        element(
          'cellXfs',
          { count: this.#styles.length },
          ...this.#styles.map((style) =>
            cellFormat(
              style,
              names.indexOf(style.look),
              style.format === null ? 0 : FIRST_FORMAT + formats.indexOf(style.format),
            ),
          ),
        ),
        element('cellStyles', { count: 1 }, element('cellStyle', { name: 'Normal', xfId: 0, builtinId: 0 })),
      ),
    );
  }
}

function formatOf(value: number, { kind, decimals, isChange }: NumberShape): string {
  const shown = decimals ?? (Number.isInteger(value) ? 0 : null);
  const fraction = shown === null ? '.0###' : shown === 0 ? '' : `.${'0'.repeat(shown)}`;
  if (kind === 'date') return 'yyyy-mm-dd';
  if (kind === 'text') return '0';
  const plain = kind === 'percent' ? `0${fraction}%` : `#,##0${fraction}`;
  return isChange === true ? `+${plain};-${plain};${plain}` : plain;
}

/** Texts wrap and begin at the top, so that long answers and their figures stand beside each other. */
function cellFormat({ look, format, right }: CellStyle, place: number, numFmtId: number): string {
  const { ground, border, vertical = 'top' }: Look = LOOKS[look];
  return element(
    'xf',
    {
      numFmtId,
      fontId: place + 1,
      fillId: ground === undefined ? 0 : place + 2,
      borderId: place + 1,
      xfId: 0,
      applyNumberFormat: format === null ? undefined : 1,
      applyFont: 1,
      applyFill: ground === undefined ? undefined : 1,
      applyBorder: border === undefined ? undefined : 1,
      applyAlignment: 1,
    },
    element('alignment', {
      horizontal: right ? 'right' : undefined,
      indent: right ? 1 : undefined,
      vertical,
      wrapText: format === null ? 1 : undefined,
    }),
  );
}

function font({ size = 10, ink = 'text', strong = false, underlined = false }: Look): string {
  return element(
    'font',
    {},
    strong ? element('b') : '',
    underlined ? element('u') : '',
    element('sz', { val: size }),
    element('color', { rgb: argb(PALETTE[ink].slice(1)) }),
    element('name', { val: FONT }),
    element('family', { val: 2 }),
    element('charset', { val: 134 }),
  );
}

function fill({ ground }: Look): string {
  if (ground === undefined) return element('fill', {}, element('patternFill', { patternType: 'none' }));
  const color = element('fgColor', { rgb: argb(ground) });
  return element('fill', {}, element('patternFill', { patternType: 'solid' }, color));
}

function borders({ border }: Look): string {
  const color = element('color', { rgb: argb(PALETTE.primary.slice(1)) });
  const line = (name: string, style: string | false) =>
    style === false ? element(name) : element(name, { style }, color);
  return element(
    'border',
    {},
    line('left', border === 'around' && 'thin'),
    line('right', border === 'around' && 'thin'),
    line('top', (border === 'around' || border === 'above') && 'thin'),
    line('bottom', border === 'around' ? 'thin' : border === 'below' && 'medium'),
    line('diagonal', false),
  );
}

function argb(color: string): string {
  return `FF${color.toUpperCase()}`;
}
