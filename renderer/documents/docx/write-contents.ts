import { element } from '../ooxml/xml.ts';
import type { Draft } from './draft.ts';
import { field, paragraph, run, valued } from './paragraph.ts';

/**
 * The table of contents as a field with its entries written out. Page numbers appear when the reader updates the field:
 * marking it stale would make Word ask about "other files" whenever the report is opened.
 */
export function writeContents(heading: string, { headings }: Draft): string {
  const mark = (type: string) => element('w:r', {}, element('w:fldChar', { 'w:fldCharType': type }));
  const begin = [
    mark('begin'),
    element('w:r', {}, element('w:instrText', { 'xml:space': 'preserve' }, ' TOC \\o "1-2" \\h \\z \\u ')),
    mark('separate'),
  ].join('');
  const entries = headings.map(({ level, text, bookmark }, i) =>
    paragraph(
      (i === 0 ? begin : '') +
        element(
          'w:hyperlink',
          { 'w:anchor': bookmark, 'w:history': 1 },
          run(text.replaceAll(/\s+/g, ' ')),
          element('w:r', {}, element('w:tab')),
          field(`PAGEREF ${bookmark} \\h`, ''),
        ) +
        (i === headings.length - 1 ? mark('end') : ''),
      { style: `TOC${level}` },
    ),
  );
  if (entries.length === 0) return '';
  return element(
    'w:sdt',
    {},
    element(
      'w:sdtPr',
      {},
      element('w:docPartObj', {}, valued('w:docPartGallery', 'Table of Contents'), element('w:docPartUnique')),
    ),
    element('w:sdtContent', {}, paragraph(run(heading), { style: 'TOCHeading' }), ...entries),
  );
}
