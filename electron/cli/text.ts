import { fillText } from '#assessments/schema/fill-text.ts';
import type { Language } from '#assessments/schema/localized-text.ts';
import texts from './texts.json' with { type: 'json' };

export type TextId = keyof typeof texts;

/** A text of the command line with its {placeholders} filled. */
export function text(id: TextId, language: Language, values: Readonly<Record<string, string | number>> = {}): string {
  return fillText(texts[id][language], values);
}

/** Control characters made visible, so that no input can forge a line or move the cursor. */
export function onOneLine(value: string): string {
  return value.replaceAll(
    /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
