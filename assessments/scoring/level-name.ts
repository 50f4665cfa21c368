import { fillText } from '../schema/fill-text.ts';
import type { Language } from '../schema/localized-text.ts';
import type { Levels } from '../schema/pack.ts';
import texts from './level-name.json' with { type: 'json' };
import { highestLevel } from './levels.ts';

/** A level in words: our own by its number out of how many, an official one by its official name. */
export function levelName(levels: Levels, level: number, language: Language): string {
  const official = levels.names?.[level];
  return official?.[language] ?? fillText(texts.own[language], { level, highest: highestLevel(levels) });
}
