import type { RunningText } from '../../../assessments/reporting/report-document.ts';
import { element, xmlPart } from '../ooxml/xml.ts';
import { NAMESPACES } from './namespaces.ts';
import { field, paragraph, run } from './paragraph.ts';

/** The head of every page but the cover, with the mark at its right. */
export function headerPart({ header, mark }: RunningText): string {
  const marked = mark === '' ? '' : tab() + run(onOneLine(mark), { strong: true, color: 'bad' });
  return xmlPart(element('w:hdr', NAMESPACES, paragraph(run(onOneLine(header)) + marked, { style: 'Header' })));
}

/** The foot of every page but the cover: what the report was made with, and its page number. */
export function footerPart({ footer, pageNumber }: RunningText): string {
  const fields: Readonly<Record<string, string>> = { '{page}': field('PAGE', '1'), '{pages}': field('NUMPAGES', '1') };
  const number = onOneLine(pageNumber)
    .split(/(\{page\}|\{pages\})/)
    .map((piece) => fields[piece] ?? run(piece));
  return xmlPart(
    element('w:ftr', NAMESPACES, paragraph(run(onOneLine(footer)) + tab() + number.join(''), { style: 'Footer' })),
  );
}

function tab(): string {
  return element('w:r', {}, element('w:tab'));
}

/** A line end or tab of its own would move the page number. */
function onOneLine(text: string): string {
  return text.replaceAll(/[\r\n\t]+/g, ' ');
}
