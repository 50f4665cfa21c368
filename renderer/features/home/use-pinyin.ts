import { useEffect, useState } from 'react';
import type { Spells } from './listing.ts';

/** The pinyin of names, fetched with the first latin letter typed; null until it is there. */
export function usePinyin(text: string): Spells | null {
  const [spells, setSpells] = useState<Spells | null>(null);
  const wanted = /[a-zü]/i.test(text);
  useEffect(() => {
    if (wanted) void import('./pinyin.ts').then((pinyin) => setSpells(() => pinyin.spells));
  }, [wanted]);
  return spells;
}
