import { remarkAt } from '../remark-blocks.ts';
import type { Mill } from '../report-input.ts';
import type { RemarkPlace } from '../../schema/remarks.ts';

/** What the specialist wrote to a chapter, for the notes of the slide that tells it; nothing where they wrote none. */
export function remarkNotes(place: RemarkPlace, mill: Mill): string[] {
  const text = remarkAt(place, mill);
  return text === null ? [] : [mill.words.say('deck-remark', { text })];
}
