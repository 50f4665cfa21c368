import { element, escaped } from '../ooxml/xml.ts';

/** Excel holds no longer text in a cell. */
const MOST_IN_CELL = 32_767;

/** A text in a cell, never taken for a formula; cut where Excel would refuse it. */
export function textCell(text: string, at: string, style: number): string {
  const cut = text.length > MOST_IN_CELL ? `${text.slice(0, MOST_IN_CELL - 1)}…` : text;
  return element(
    'c',
    { r: at, s: style, t: 'inlineStr' },
    element('is', {}, element('t', { 'xml:space': 'preserve' }, escaped(literal(cut)))),
  );
}

export function numberCell(value: number, at: string, style: number): string {
  return element('c', { r: at, s: style }, element('v', {}, String(value)));
}

/** A formula with what it comes to, for readers that do not compute. */
export function formulaCell(formula: string, value: string | number, at: string, style: number): string {
  return element(
    'c',
    { r: at, s: style, t: typeof value === 'string' ? 'str' : undefined },
    element('f', {}, escaped(formula)),
    element('v', {}, typeof value === 'string' ? escaped(value) : String(value)),
  );
}

/** A cell without content that keeps its looks. */
export function emptyCell(at: string, style: number): string {
  return element('c', { r: at, s: style });
}

/** `_x000A_` would be read as the character of that number. */
function literal(text: string): string {
  return text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}
