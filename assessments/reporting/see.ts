import { refer } from './numbered.ts';
import type { Block } from './report-document.ts';
import { textId, type Words } from './words.ts';

/** Where the tables and figures of a section stand, by number: `见表1、图1。`; empty where it has none with a key. */
export function seeText(blocks: readonly Block[], words: Words): string {
  const keys = keysOf(blocks);
  return keys.length === 0 ? '' : words.say('see', { list: words.list(keys.map(refer)) });
}

type Seen =
  | 'profile'
  | 'products'
  | 'process'
  | 'machines'
  | 'systems'
  | 'bills'
  | 'energy'
  | 'water-balance'
  | 'water-cost'
  | 'investment'
  | 'benefit'
  | 'waterfall'
  | 'cost-benefit'
  | 'sensitivity'
  | 'sources';

/** Where many tables and figures stand, each by what it shows: `产品和产量见表2，水平衡见图3。` */
export function eachSeen(blocks: readonly Block[], seen: readonly Seen[], words: Words): string {
  const keys = new Set(keysOf(blocks));
  const said = seen.filter((key) => keys.has(key)).map((key) => words.say(textId('see-', key), { at: refer(key) }));
  return said.length === 0 ? '' : words.say('see-each', { list: said.join(words.say('clause-separator')) });
}

function keysOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) =>
    (block.kind === 'table' || block.kind === 'figure') && block.caption !== undefined ? (block.key ?? []) : [],
  );
}
