import { headingText } from '../../../assessments/reporting/report-document.ts';
import { element } from '../ooxml/xml.ts';
import type { ListedHeading } from './draft.ts';
import { field, paragraph, run, valued } from './paragraph.ts';

/**
 * The table of contents: one entry a heading, each with the number of its page as a field, which LibreOffice computes
 * when it opens the file; Word shows `pages` until the table is updated. All of it is a TOC field for those who know
 * Word of 2013: LibreOffice would take one for text that nobody computes.
 */
export function writeContents(heading: string, headings: readonly ListedHeading[], pages: readonly number[]): string {
  if (headings.length === 0) return '';
  const entries = headings.map(({ block, level, bookmark }, i) =>
    paragraph(
      (i === 0 ? sinceWord2013(mark('begin') + instruction(' TOC \\o "1-2" \\h \\z \\u ') + mark('separate')) : '') +
        element(
          'w:hyperlink',
          { 'w:anchor': bookmark, 'w:history': 1 },
          run(headingText(block).replaceAll(/\s+/g, ' ')),
          element('w:r', {}, element('w:tab')),
          field(`PAGEREF ${bookmark} \\h`, String(pages[i] ?? '')),
        ) +
        (i === headings.length - 1 ? sinceWord2013(mark('end')) : ''),
      { style: `TOC${level}` },
    ),
  );
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

function mark(type: string): string {
  return element('w:r', {}, element('w:fldChar', { 'w:fldCharType': type }));
}

function instruction(text: string): string {
  return element('w:r', {}, element('w:instrText', { 'xml:space': 'preserve' }, text));
}

function sinceWord2013(runs: string): string {
  return element('mc:AlternateContent', {}, element('mc:Choice', { Requires: 'w15' }, runs), element('mc:Fallback'));
}
