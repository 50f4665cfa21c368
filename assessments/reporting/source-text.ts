import type { LocalizedText } from '../schema/localized-text.ts';
import type { Words } from './words.ts';

export interface Source {
  readonly title: LocalizedText;
  readonly documentNo: string | null;
}

/** A source as it stands in a table: its number, else its title; empty for none. */
export function sourceText(source: Source | undefined, words: Words): string {
  return source?.documentNo == null ? words.pick(source?.title) : words.document(source.documentNo);
}
