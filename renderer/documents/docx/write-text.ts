import {
  headingText,
  type CalloutBlock,
  type HeadingBlock,
  type ListBlock,
  type ParagraphBlock,
} from '../../../assessments/reporting/report-document.ts';
import { PALETTE, TONE_GROUNDS, TONE_INKS } from '../../ui/palette.ts';
import { element } from '../ooxml/xml.ts';
import type { Draft } from './draft.ts';
import { isCounted } from './heading-numbers.ts';
import { BULLETS } from './numbering.ts';
import { paragraph, run } from './paragraph.ts';
import { textWithReferences } from './references.ts';

/** Levels 1 and 2 are numbered by their style and stand under a bookmark that the table of contents leads to. */
export function writeHeading(block: HeadingBlock, draft: Draft): string {
  const { level } = block;
  const words = run((isCounted(block.number) ? block.text : headingText(block)).replaceAll(/\s+/g, ' '));
  const style = `Heading${level}`;
  if (level === 3) return paragraph(words, { style });
  const id = draft.identity();
  const bookmark = `_Toc${String(id).padStart(6, '0')}`;
  draft.headings.push({ block, level, bookmark });
  const numbering = draft.headingNumbers.numberingOf(block);
  return paragraph(
    element('w:bookmarkStart', { 'w:id': id, 'w:name': bookmark }) + words + element('w:bookmarkEnd', { 'w:id': id }),
    { style, ...(numbering === undefined ? {} : { numbering, numberingLevel: level - 1 }) },
  );
}

export function writeParagraph({ text, tone = 'normal', strong = false }: ParagraphBlock, draft: Draft): string {
  return paragraph(textWithReferences(text, draft, { ...(strong ? { strong } : {}), tone }));
}

export function writeList({ ordered, items }: ListBlock, draft: Draft): string {
  const numbering = ordered ? draft.numbering({ kind: 'ordered', start: 1 }) : BULLETS;
  return items
    .map((item) => paragraph(textWithReferences(item, draft), { style: 'ListParagraph', numbering }))
    .join('');
}

/** Two tinted paragraphs with one bar at their left, so that an editor may write on in them; a gap keeps boxes apart. */
export function writeCallout({ tone, title, text }: CalloutBlock, draft: Draft): string {
  const box = { bar: PALETTE[TONE_INKS[tone]], ground: TONE_GROUNDS[tone] };
  return [
    paragraph(run(title, { tone }), { style: 'CalloutTitle', box }),
    text === '' ? '' : paragraph(textWithReferences(text, draft), { style: 'Callout', box }),
    paragraph('', { style: 'Gap' }),
  ].join('');
}
