import { PALETTE } from '../../ui/palette.ts';
import { element, xmlPart } from '../ooxml/xml.ts';
import { MAIN } from './namespaces.ts';
import { hex, TWIPS, valued } from './paragraph.ts';

/** What a paragraph has whose style is numbered and that is not. */
export const NO_NUMBERING = 0;
/** The numbering of all lists with bullets. */
export const BULLETS = 1;
/** The numbering of the styles of headings. */
export const HEADINGS = 2;
/** The first of those that a document adds. */
export const FIRST_NUMBERING = 3;

/** A list that counts by itself: an ordered one from 1, or headings from the number of a chapter. */
export interface Numbering {
  readonly kind: 'ordered' | 'heading';
  readonly start: number;
}

const INDENT = 16 * TWIPS;
const KINDS = { bullet: 0, ordered: 1, heading: 2 } as const;

/** All lists of a document; those that it adds are numbered from FIRST_NUMBERING in their order. */
export function numberingPart(added: readonly Numbering[]): string {
  return xmlPart(
    element(
      'w:numbering',
      { 'xmlns:w': MAIN },
      listKind(KINDS.bullet, 'bullet', '•'),
      listKind(KINDS.ordered, 'decimal', '%1.'),
      headingKind(),
      instance(BULLETS, KINDS.bullet),
      instance(HEADINGS, KINDS.heading),
      ...added.map(({ kind, start }, i) => instance(FIRST_NUMBERING + i, KINDS[kind], start)),
    ),
  );
}

function instance(id: number, kind: number, start?: number): string {
  return element(
    'w:num',
    { 'w:numId': id },
    valued('w:abstractNumId', kind),
    start === undefined ? '' : element('w:lvlOverride', { 'w:ilvl': 0 }, valued('w:startOverride', start)),
  );
}

function listKind(id: number, format: string, text: string): string {
  return element(
    'w:abstractNum',
    { 'w:abstractNumId': id },
    valued('w:multiLevelType', 'singleLevel'),
    element(
      'w:lvl',
      { 'w:ilvl': 0 },
      valued('w:start', 1),
      valued('w:numFmt', format),
      valued('w:lvlText', text),
      valued('w:lvlJc', 'left'),
      element('w:pPr', {}, element('w:ind', { 'w:left': INDENT, 'w:hanging': INDENT })),
      element('w:rPr', {}, element('w:b'), valued('w:color', hex(PALETTE.primary))),
    ),
  );
}

function headingKind(): string {
  const level = (ilvl: number, style: string, text: string) =>
    element(
      'w:lvl',
      { 'w:ilvl': ilvl },
      valued('w:start', 1),
      valued('w:numFmt', 'decimal'),
      valued('w:pStyle', style),
      valued('w:suff', 'space'),
      valued('w:lvlText', text),
      valued('w:lvlJc', 'left'),
      element('w:pPr', {}, element('w:ind', { 'w:left': 0, 'w:firstLine': 0 })),
    );
  return element(
    'w:abstractNum',
    { 'w:abstractNumId': KINDS.heading },
    valued('w:multiLevelType', 'multilevel'),
    level(0, 'Heading1', '%1 '),
    level(1, 'Heading2', '%1.%2 '),
  );
}
