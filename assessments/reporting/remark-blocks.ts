import type { Remark, RemarkPlace } from '../schema/remarks.ts';
import { suggestedRemark } from './remark-suggestions.ts';
import type { Block } from './report-document.ts';
import { millOf, type Mill } from './report-input.ts';

const HIGHLIGHTS = ['highlight-1', 'highlight-2', 'highlight-3'] as const satisfies readonly RemarkPlace[];

/** What the specialist wrote at a place, to be printed as theirs; null where they wrote nothing. */
export function remarkAt(place: RemarkPlace, mill: Mill): string | null {
  const remark = mill.diagnosis.remarks?.[place];
  if (remark === undefined) return null;
  return isOutdated(place, remark, mill) ? `${remark.text}${mill.words.say('remark-outdated')}` : remark.text;
}

/** Whether the data say something else now than when the text was kept, so that it may no longer hold. */
export function isOutdated(place: RemarkPlace, { suggested, language }: Remark, mill: Mill): boolean {
  if (suggested === undefined || language === undefined) return false;
  const then = language === mill.language ? mill : millOf({ ...mill, language });
  return suggestedRemark(place, then) !== suggested;
}

/** The remark to a chapter, or the conclusion, as a box of its own; nothing where the specialist wrote none. */
export function remarkBlocks(place: Exclude<RemarkPlace, (typeof HIGHLIGHTS)[number]>, mill: Mill): Block[] {
  const text = remarkAt(place, mill);
  if (text === null) return [];
  const title = mill.words.say(place === 'conclusion' ? 'remark-conclusion' : 'remark-title');
  return [{ kind: 'callout', tone: 'accent', title, text }];
}

/** The highlights that the specialist wrote, in their order; nothing where there is none. */
export function highlightBlocks(mill: Mill): Block[] {
  const { words } = mill;
  const texts = highlightsOf(mill);
  if (texts.length === 0) return [];
  const lines = texts.length === 1 ? texts : texts.map((text, i) => words.say('remark-item', { number: i + 1, text }));
  return [{ kind: 'callout', tone: 'accent', title: words.say('remark-highlights'), text: lines.join('\n') }];
}

/** The highlights that the specialist wrote, one to three texts. */
export function highlightsOf(mill: Mill): string[] {
  return HIGHLIGHTS.flatMap((place) => remarkAt(place, mill) ?? []);
}
