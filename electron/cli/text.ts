import { fillText } from '#assessments/schema/fill-text.ts';
import type { Language } from '#assessments/schema/localized-text.ts';
import texts from './texts.json' with { type: 'json' };

export type TextId = keyof typeof texts;

/** A text of the command line with its {placeholders} filled. */
export function text(id: TextId, language: Language, values: Readonly<Record<string, string | number>> = {}): string {
  return fillText(texts[id][language], values);
}

/**
 * What has no shape of its own made visible: controls, marks of direction and of no width, halves of characters. So no
 * input can forge a line, move the cursor or turn a line around.
 */
export function onOneLine(value: string): string {
  return value.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16);
    return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
  });
}

/** Longer than any name or place; a terminal is not filled with one. */
const LONGEST = 200;

/** The beginning of what an input says, with a sign where the rest is left out. */
export function cut(value: string): string {
  return value.length <= LONGEST ? value : `${value.slice(0, LONGEST)}…`;
}
