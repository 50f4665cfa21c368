import { fillText } from '../schema/fill-text.ts';
import type { Language } from '../schema/localized-text.ts';
import type { Levels, Pack } from '../schema/pack.ts';
import texts from './level-name.json' with { type: 'json' };
import { highestLevel } from './levels.ts';

/** A level in words: our own by its number out of how many, an official one by its official name. */
export function levelName(levels: Levels, level: number, language: Language): string {
  const official = levels.names?.[level];
  return official?.[language] ?? fillText(texts.own[language], { level, highest: highestLevel(levels) });
}

/** A level beside one that says already out of how many: 3级, or an official name. */
export function bareLevelName({ names }: Levels, level: number, language: Language): string {
  return names?.[level]?.[language] ?? fillText(texts.bare[language], { level });
}

/**
 * The official level that stands beside our own wherever that is shown: GB/T 39116 for intelligent manufacturing, as a
 * reference. Null for other topics and where nothing maps.
 */
export function officialLevelName(pack: Pack, level: number | null | undefined, language: Language): string | null {
  const name = pack.method === 'ladder' && level != null ? pack.gbt39116?.names[level] : undefined;
  return name === undefined ? null : fillText(texts.gbt39116[language], { level: name[language] });
}
