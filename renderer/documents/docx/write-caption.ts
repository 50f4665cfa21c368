import type { FigureBlock, TableBlock } from '../../../assessments/reporting/report-document.ts';
import { labelled } from '../../../assessments/reporting/report-document.ts';
import { element } from '../ooxml/xml.ts';
import type { Draft } from './draft.ts';
import { field, paragraph, run } from './paragraph.ts';
import { textWithReferences } from './references.ts';

/** The caption as Word makes one: a label, a number that Word counts, the words. Nothing where there is none. */
export function writeCaption({ kind, number, caption }: TableBlock | FigureBlock, style: string, draft: Draft): string {
  const words = caption === undefined ? '' : textWithReferences(caption, draft);
  if (number === undefined) return caption === undefined ? '' : paragraph(words, { style });
  const label = draft.labels[kind];
  const [before] = labelled(label, '\0').split('\0');
  const id = draft.identity();
  const name = draft.captionBookmark(kind, number);
  return paragraph(
    [
      element('w:bookmarkStart', { 'w:id': id, 'w:name': name }),
      run(before ?? ''),
      field(`SEQ ${label.replaceAll(/\s+/g, '_')} \\* ARABIC${draft.restart(kind, number)}`, String(number)),
      element('w:bookmarkEnd', { 'w:id': id }),
      words === '' ? '' : run('  ') + words,
    ].join(''),
    { style },
  );
}
