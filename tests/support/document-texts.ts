import { deckOf } from '#assessments/reporting/deck/deck-of.ts';
import type { Slide, SlidePart } from '#assessments/reporting/deck-document.ts';
import { documentsOf } from '#assessments/reporting/documents-of.ts';
import type { Block } from '#assessments/reporting/report-document.ts';
import type { Mill } from '#assessments/reporting/report-input.ts';
import type { WorkbookSheet } from '#assessments/reporting/report-workbook.ts';
import { workbookOf } from '#assessments/reporting/workbook-of.ts';
import { textsOf } from './report-texts.ts';

/** Every text that a reader of each of the five documents of a mill sees. */
export function documentTexts(
  mill: Mill,
): Readonly<Record<'brief' | 'report' | 'annexes' | 'workbook' | 'deck', string[]>> {
  const { brief, report, annexes } = documentsOf(mill);
  const of = (blocks: readonly Block[]) => blocks.flatMap(textsOf);
  return {
    brief: of(brief.blocks),
    report: of(report.blocks),
    annexes: of(annexes.blocks),
    workbook: workbookOf(mill).sheets.flatMap(sheetTexts),
    deck: deckOf(mill).slides.flatMap(slideTexts),
  };
}

function sheetTexts(sheet: WorkbookSheet): string[] {
  const isText = (cell: unknown): cell is string => typeof cell === 'string';
  if (sheet.kind === 'page')
    return [sheet.name, ...sheet.rows.flat().flatMap((cell) => (isText(cell?.value) ? [cell.value] : []))];
  return [
    sheet.name,
    ...sheet.columns.flatMap(({ title, unit }) => [title, unit ?? '']),
    ...sheet.rows.flat().filter(isText),
    ...(sheet.totals ?? []).filter(isText),
  ];
}

function slideTexts(slide: Slide): string[] {
  if (slide.kind === 'cover')
    return [slide.kicker, slide.title, slide.enterprise, slide.lead, ...slide.rows.flat(), ...slide.notes];
  return [slide.title, slide.lead, slide.source, ...slide.parts.flatMap(partTexts), ...slide.notes];
}

function partTexts(part: SlidePart): string[] {
  switch (part.kind) {
    case 'bullets':
      return [part.title, ...part.items];
    case 'cards':
      return part.cards.flatMap(({ title, value, rows }) => [title, value, ...rows.flat()]);
    case 'columns':
      return [...partTexts(part.left), ...partTexts(part.right)];
    case 'figure':
      return [part.caption, ...part.figure.shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []))];
    default:
      return textsOf(part);
  }
}
