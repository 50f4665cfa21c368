import type { Tone } from '../../../assessments/reporting/report-document.ts';
import { PALETTE } from '../../ui/palette.ts';
import { element, escaped } from '../ooxml/xml.ts';

/** Lengths of WordprocessingML: a point is 20 twips. */
export const TWIPS = 20;

/** A4 in twips, with the margins of the PDF. */
export const PAGE = { width: 11906, height: 16838, left: 1080, right: 1080, top: 1320, bottom: 1240 } as const;
export const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right;

/** How a run differs from its style. */
export interface RunLook {
  readonly strong?: boolean;
  /** The character style of that tone. */
  readonly tone?: Tone;
  readonly color?: keyof typeof PALETTE;
  /** In points. */
  readonly size?: number;
  /** A frame around the words. */
  readonly framed?: boolean;
}

/** How a paragraph differs from its style; lengths in twips. */
export interface ParagraphLook {
  readonly style?: string;
  readonly keepNext?: boolean;
  /** Instance of a numbering. */
  readonly numbering?: number;
  readonly numberingLevel?: number;
  /** Colours of a tinted paragraph with a bar at its left. */
  readonly box?: { readonly bar: string; readonly ground: string };
  readonly align?: 'left' | 'right' | 'center' | undefined;
  readonly before?: number;
  /** A stop at which a line to be filled in by hand ends. */
  readonly rightTab?: number;
  /** Properties of the section that ends with this paragraph. */
  readonly section?: string;
}

/** An element with nothing but a value. */
export function valued(name: string, value: string | number): string {
  return element(name, { 'w:val': value });
}

/** A colour as Office writes it: without the #. */
export function hex(color: string): string {
  return color.slice(1).toUpperCase();
}

/** A stretch of text; a line feed breaks the line, a tab is a space. Nothing for an empty text. */
export function run(text: string, look: RunLook = {}): string {
  if (text === '') return '';
  const lines = escaped(text.replaceAll('\t', ' ')).split('\n');
  const content = lines.map((line) => (line === '' ? '' : element('w:t', { 'xml:space': 'preserve' }, line)));
  return element('w:r', {}, runProperties(look), content.join(element('w:br')));
}

/** A field that the reader of the file computes, such as PAGE; `shown` stands until it does. */
export function field(code: string, shown: string, look: RunLook = {}): string {
  const mark = (type: string) =>
    element('w:r', {}, runProperties(look), element('w:fldChar', { 'w:fldCharType': type }));
  return [
    mark('begin'),
    element('w:r', {}, runProperties(look), element('w:instrText', { 'xml:space': 'preserve' }, escaped(` ${code} `))),
    mark('separate'),
    run(shown, look),
    mark('end'),
  ].join('');
}

export function paragraph(content: string, look: ParagraphLook = {}): string {
  return element('w:p', {}, paragraphProperties(look), content);
}

/** The order of the properties is the one of the schema; Word refuses any other. */
function paragraphProperties({
  style,
  keepNext,
  numbering,
  numberingLevel = 0,
  box,
  before,
  rightTab,
  align,
  section,
}: ParagraphLook): string {
  const properties = [
    style === undefined ? '' : valued('w:pStyle', style),
    keepNext === true ? element('w:keepNext') : '',
    numbering === undefined
      ? ''
      : element('w:numPr', {}, valued('w:ilvl', numberingLevel), valued('w:numId', numbering)),
    box === undefined ? '' : element('w:pBdr', {}, border('w:left', 24, box.bar, 8)),
    box === undefined ? '' : shade(box.ground),
    rightTab === undefined
      ? ''
      : element('w:tabs', {}, element('w:tab', { 'w:val': 'right', 'w:leader': 'underscore', 'w:pos': rightTab })),
    before === undefined ? '' : element('w:spacing', { 'w:before': before }),
    align === undefined ? '' : valued('w:jc', align),
    section ?? '',
  ].join('');
  return properties === '' ? '' : element('w:pPr', {}, properties);
}

/** Name of the character style of a tone, in which an office may change its colour. */
export function toneStyle(tone: Tone): string {
  return `Tone${tone.slice(0, 1).toUpperCase()}${tone.slice(1)}`;
}

function runProperties({ strong, tone = 'normal', color, size, framed }: RunLook): string {
  const properties = [
    tone === 'normal' ? '' : valued('w:rStyle', toneStyle(tone)),
    strong === undefined ? '' : strong ? element('w:b') : valued('w:b', 0),
    color === undefined ? '' : valued('w:color', hex(PALETTE[color])),
    size === undefined ? '' : valued('w:sz', 2 * size) + valued('w:szCs', 2 * size),
    framed === true ? border('w:bdr', 10, PALETTE.bad, 4) : '',
  ].join('');
  return properties === '' ? '' : element('w:rPr', {}, properties);
}

/** A line of `eighths` of a point; `space` in points to what it stands beside. */
export function border(name: string, eighths: number, color: string, space = 0): string {
  return element(name, { 'w:val': 'single', 'w:sz': eighths, 'w:space': space, 'w:color': hex(color) });
}

export function noBorder(name: string): string {
  return valued(name, 'nil');
}

export function shade(color: string): string {
  return element('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': hex(color) });
}
