import { element, xmlPart } from '../ooxml/xml.ts';
import { MAIN } from './namespaces.ts';
import { PALETTE } from '../../ui/palette.ts';
import { border, hex, TEXT_WIDTH, TWIPS, valued } from './paragraph.ts';
import { HEADINGS } from './numbering.ts';
import { tableStyle } from './table-style.ts';
import { toneStyles } from './tone-styles.ts';

/** On every Windows and every Office; the font table names what else will do. */
const FONT = 'Microsoft YaHei';
/** Of letters in an English text: narrower, and everywhere as well. */
const ENGLISH_FONT = 'Arial';
const ALSO = '微软雅黑,Noto Sans SC,Noto Sans CJK SC';

interface Style {
  readonly id: string;
  /** Word knows its own styles by these names, whatever language it speaks. */
  readonly name: string;
  readonly size: number;
  readonly color?: keyof typeof PALETTE;
  readonly strong?: boolean;
  /** Smallest distance of two lines, in points; null for what the font wants. */
  readonly leading: number | null;
  readonly before?: number;
  readonly after?: number;
  readonly next?: string;
  readonly keepNext?: boolean;
  /** Level of a heading in the outline, from 0; the first two are numbered. */
  readonly outline?: number;
  readonly indent?: { readonly left: number; readonly hanging?: number; readonly right?: number };
  readonly align?: 'center' | 'right';
  /** Borders of the paragraph and tab stops, as XML. */
  readonly borders?: string;
  readonly tabs?: string;
}

const NORMAL = { size: 10, leading: 15.6, before: 0, after: 6 } as const;
const HEADING = { strong: true, keepNext: true, next: 'Normal' } as const;
const RIGHT_EDGE = element('w:tab', { 'w:val': 'right', 'w:pos': TEXT_WIDTH });
const DOTTED_TO_RIGHT_EDGE = element('w:tab', { 'w:val': 'right', 'w:leader': 'dot', 'w:pos': TEXT_WIDTH });

const STYLES: readonly Style[] = [
  {
    id: 'Heading1',
    name: 'heading 1',
    size: 18,
    color: 'primary',
    leading: 25,
    before: 18,
    after: 10,
    outline: 0,
    borders: border('w:bottom', 12, PALETTE.primary, 4),
    ...HEADING,
  },
  {
    id: 'Heading2',
    name: 'heading 2',
    size: 13,
    color: 'primary',
    leading: 19,
    before: 12,
    after: 6,
    outline: 1,
    ...HEADING,
  },
  { id: 'Heading3', name: 'heading 3', size: 10.5, leading: 15, before: 7, after: 3, outline: 2, ...HEADING },
  { id: 'ListParagraph', name: 'List Paragraph', size: 10, leading: 15.6, after: 2, indent: { left: 16, hanging: 16 } },
  { id: 'Caption', name: 'caption', size: 8.5, color: 'muted', leading: 12, before: 2, after: 8, align: 'center' },
  {
    id: 'TableCaption',
    name: 'Table Caption',
    size: 9,
    color: 'muted',
    strong: true,
    leading: 13,
    after: 2,
    keepNext: true,
  },
  { id: 'TableText', name: 'Table Text', size: 8.5, leading: 12.6 },
  { id: 'TableHeader', name: 'Table Header', size: 8.5, strong: true, leading: 12.6, keepNext: true },
  { id: 'TableBand', name: 'Table Band', size: 8.5, strong: true, leading: 12.6, keepNext: true },
  {
    id: 'SignatureName',
    name: 'Signature Name',
    size: 10.5,
    color: 'ink',
    strong: true,
    leading: 16,
    before: 6,
    keepNext: true,
  },
  {
    id: 'SignatureSeal',
    name: 'Signature Seal',
    size: 9,
    color: 'muted',
    leading: 14,
    before: 40,
    after: 44,
    align: 'center',
    keepNext: true,
  },
  { id: 'SignatureLine', name: 'Signature Line', size: 10, leading: 16, before: 8, after: 8 },
  { id: 'TileLabel', name: 'Tile Label', size: 8.5, color: 'muted', leading: 12, before: 4, keepNext: true },
  { id: 'TileValue', name: 'Tile Value', size: 17, strong: true, leading: 24, keepNext: true },
  { id: 'TileDetail', name: 'Tile Detail', size: 8.5, leading: 12, after: 5 },
  {
    id: 'CalloutTitle',
    name: 'Callout Title',
    size: 10,
    strong: true,
    leading: 17,
    indent: { left: 11, right: 4 },
    keepNext: true,
  },
  { id: 'Callout', name: 'Callout', size: 9.5, leading: 14.6, after: 2, indent: { left: 11, right: 4 } },
  { id: 'Gap', name: 'Gap', size: 4, leading: 8 },
  { id: 'FigureText', name: 'Figure Text', size: 8.5, leading: null },
  { id: 'Figure', name: 'Figure', size: 10, leading: null, before: 4, keepNext: true, align: 'center' },
  {
    id: 'CoverBand',
    name: 'Cover Band',
    size: 10,
    leading: 12,
    after: 60,
    align: 'right',
    borders: border('w:top', 48, PALETTE.primary, 6),
  },
  { id: 'CoverKicker', name: 'Cover Kicker', size: 12, color: 'muted', leading: 18, after: 6 },
  { id: 'Title', name: 'Title', size: 26, color: 'ink', strong: true, leading: 38, after: 10 },
  {
    id: 'CoverName',
    name: 'Cover Name',
    size: 24,
    color: 'primary',
    strong: true,
    leading: null,
    before: 14,
    after: 8,
    borders: border('w:top', 18, PALETTE.primary, 14),
  },
  {
    id: 'CoverMark',
    name: 'Cover Mark',
    size: 13,
    color: 'bad',
    strong: true,
    leading: 22,
    before: 6,
    after: 6,
    indent: { left: 4 },
  },
  { id: 'CoverNotice', name: 'Cover Notice', size: 9, color: 'muted', leading: 14, before: 12 },
  {
    id: 'TOCHeading',
    name: 'TOC Heading',
    size: 18,
    color: 'primary',
    strong: true,
    leading: 25,
    after: 12,
    next: 'Normal',
  },
  { id: 'TOC1', name: 'toc 1', size: 10.5, strong: true, leading: 17, before: 5, tabs: DOTTED_TO_RIGHT_EDGE },
  { id: 'TOC2', name: 'toc 2', size: 10, leading: 16, indent: { left: 14 }, tabs: DOTTED_TO_RIGHT_EDGE },
  {
    id: 'Header',
    name: 'header',
    size: 8,
    color: 'muted',
    leading: 11,
    tabs: RIGHT_EDGE,
    borders: border('w:bottom', 4, PALETTE.grid, 3),
  },
  {
    id: 'Footer',
    name: 'footer',
    size: 8,
    color: 'muted',
    leading: 11,
    tabs: RIGHT_EDGE,
    borders: border('w:top', 4, PALETTE.grid, 3),
  },
];

/** The styles of the report; everything that looks alike shares one, so that an editor changes it in one place; after them `further`, as XML. */
export function stylesPart(language: string, further = ''): string {
  const letters = language === 'en' ? ENGLISH_FONT : FONT;
  return xmlPart(
    element(
      'w:styles',
      { 'xmlns:w': MAIN },
      element(
        'w:docDefaults',
        {},
        element(
          'w:rPrDefault',
          {},
          element(
            'w:rPr',
            {},
            element('w:rFonts', { 'w:ascii': letters, 'w:hAnsi': letters, 'w:eastAsia': FONT, 'w:cs': letters }),
            valued('w:color', hex(PALETTE.text)),
            valued('w:sz', 20),
            valued('w:szCs', 20),
            element('w:lang', {
              'w:val': language === 'en' ? 'en-US' : language,
              'w:eastAsia': 'zh-CN',
              'w:bidi': 'ar-SA',
            }),
          ),
        ),
        element('w:pPrDefault', {}, element('w:pPr', {}, valued('w:snapToGrid', 0))),
      ),
      element(
        'w:style',
        { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' },
        valued('w:name', 'Normal'),
        element('w:qFormat'),
        element(
          'w:pPr',
          {},
          element('w:spacing', {
            'w:after': NORMAL.after * TWIPS,
            'w:line': NORMAL.leading * TWIPS,
            'w:lineRule': 'atLeast',
          }),
        ),
      ),
      ...STYLES.map(paragraphStyle),
      ...toneStyles(),
      tableStyle(),
      further,
    ),
  );
}

/** Size, line and room around a paragraph of a style, in points; of Normal where there is none of that name. */
export function measuresOf(
  id: string,
): Required<Pick<Style, 'size' | 'before' | 'after'>> & { readonly leading: number } {
  const { size, leading, before = 0, after = 0 } = STYLES.find((style) => style.id === id) ?? NORMAL;
  return { size, leading: leading ?? 1.3 * size, before, after };
}

function paragraphStyle(style: Style): string {
  const { leading, before = 0, after = 0, indent } = style;
  return element(
    'w:style',
    { 'w:type': 'paragraph', 'w:styleId': style.id },
    valued('w:name', style.name),
    valued('w:basedOn', 'Normal'),
    style.next === undefined ? '' : valued('w:next', style.next),
    element('w:qFormat'),
    element(
      'w:pPr',
      {},
      style.keepNext === true ? element('w:keepNext') + element('w:keepLines') : '',
      style.outline === 0 || style.outline === 1
        ? element('w:numPr', {}, valued('w:ilvl', style.outline), valued('w:numId', HEADINGS))
        : '',
      style.borders === undefined ? '' : element('w:pBdr', {}, style.borders),
      style.tabs === undefined ? '' : element('w:tabs', {}, style.tabs),
      element('w:spacing', {
        'w:before': before * TWIPS,
        'w:after': after * TWIPS,
        'w:line': leading === null ? 240 : Math.round(leading * TWIPS),
        'w:lineRule': leading === null ? 'auto' : 'atLeast',
      }),
      indent === undefined
        ? ''
        : element('w:ind', {
            'w:left': indent.left * TWIPS,
            'w:right': indent.right === undefined ? undefined : indent.right * TWIPS,
            'w:hanging': indent.hanging === undefined ? undefined : indent.hanging * TWIPS,
          }),
      style.align === undefined ? '' : valued('w:jc', style.align),
      style.outline === undefined ? '' : valued('w:outlineLvl', style.outline),
    ),
    element(
      'w:rPr',
      {},
      style.strong === true ? element('w:b') : '',
      valued('w:color', hex(PALETTE[style.color ?? 'text'])),
      valued('w:sz', 2 * style.size),
      valued('w:szCs', 2 * style.size),
    ),
  );
}

/** Fonts that stand in where the one of the report is missing. */
export function fontTablePart(): string {
  return xmlPart(
    element(
      'w:fonts',
      { 'xmlns:w': MAIN },
      element(
        'w:font',
        { 'w:name': FONT },
        valued('w:altName', ALSO),
        valued('w:panose1', '020B0503020204020204'),
        valued('w:charset', '86'),
        valued('w:family', 'swiss'),
        valued('w:pitch', 'variable'),
      ),
    ),
  );
}
