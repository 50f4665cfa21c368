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
import { BULLETS, FIRST_ORDERED } from './numbering.ts';
import { paragraph, run } from './paragraph.ts';

/** Levels 1 and 2 stand under a bookmark that the table of contents leads to. */
export function writeHeading(heading: HeadingBlock, draft: Draft): string {
  const { level } = heading;
  const text = headingText(heading);
  const words = run(text.replaceAll(/\s+/g, ' '));
  const style = `Heading${level}`;
  if (level === 3) return paragraph(words, { style });
  const id = draft.identity();
  const bookmark = `_Toc${String(id).padStart(6, '0')}`;
  draft.headings.push({ level, text, bookmark });
  return paragraph(
    element('w:bookmarkStart', { 'w:id': id, 'w:name': bookmark }) + words + element('w:bookmarkEnd', { 'w:id': id }),
    { style },
  );
}

export function writeParagraph({ text, tone = 'normal', strong = false }: ParagraphBlock): string {
  return paragraph(
    run(text, {
      ...(strong ? { strong } : {}),
      ...(tone === 'normal' ? {} : { color: TONE_INKS[tone] }),
    }),
  );
}

export function writeList({ ordered, items }: ListBlock, draft: Draft): string {
  const numbering = ordered ? FIRST_ORDERED + draft.orderedLists : BULLETS;
  if (ordered) draft.orderedLists += 1;
  return items.map((item) => paragraph(run(item), { style: 'ListParagraph', numbering })).join('');
}

/** Two tinted paragraphs with one bar at their left, so that an editor may write on in them; a gap keeps boxes apart. */
export function writeCallout({ tone, title, text }: CalloutBlock): string {
  const box = { bar: PALETTE[TONE_INKS[tone]], ground: TONE_GROUNDS[tone] };
  return [
    paragraph(run(title, { color: TONE_INKS[tone] }), { style: 'CalloutTitle', box }),
    paragraph(run(text), { style: 'Callout', box }),
    paragraph('', { style: 'Gap' }),
  ].join('');
}
