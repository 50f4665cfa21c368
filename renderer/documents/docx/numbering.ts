import { PALETTE } from '../../ui/palette.ts';
import { element, xmlPart } from '../ooxml/xml.ts';
import { MAIN } from './namespaces.ts';
import { hex, TWIPS, valued } from './paragraph.ts';

/** The numbering of all lists with bullets. */
export const BULLETS = 1;
/** The numbering of the first ordered list; every further list has the next, so that each begins with 1. */
export const FIRST_ORDERED = 2;

const INDENT = 16 * TWIPS;

export function numberingPart(orderedLists: number): string {
  const ordered = Array.from({ length: orderedLists }, (_, i) => FIRST_ORDERED + i);
  return xmlPart(
    element(
      'w:numbering',
      { 'xmlns:w': MAIN },
      kind(0, 'bullet', '•'),
      kind(1, 'decimal', '%1.'),
      element('w:num', { 'w:numId': BULLETS }, valued('w:abstractNumId', 0)),
      ...ordered.map((id) =>
        element(
          'w:num',
          { 'w:numId': id },
          valued('w:abstractNumId', 1),
          element('w:lvlOverride', { 'w:ilvl': 0 }, valued('w:startOverride', 1)),
        ),
      ),
    ),
  );
}

function kind(id: number, format: string, text: string): string {
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
