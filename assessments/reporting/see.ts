import { refer } from './numbered.ts';
import type { Block } from './report-document.ts';
import type { Words } from './words.ts';

/** Where the tables and figures of a section stand, by number: `见表1、图1。`; empty where it has none with a key. */
export function seeText(blocks: readonly Block[], words: Words): string {
  const keys = blocks.flatMap((block) =>
    (block.kind === 'table' || block.kind === 'figure') && block.caption !== undefined ? (block.key ?? []) : [],
  );
  return keys.length === 0 ? '' : words.say('see', { list: words.list(keys.map(refer)) });
}
