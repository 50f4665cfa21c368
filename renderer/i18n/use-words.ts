import { useMemo } from 'react';
import { fillText } from '#assessments/schema/fill-text.ts';
import type { Language, LocalizedText } from '#assessments/schema/localized-text.ts';
import { useSettings } from '../app/settings.tsx';
import { texts, type WindowTextId } from './texts.ts';

/** The window's words in one language. */
export interface WindowWords {
  readonly language: Language;
  readonly say: (id: WindowTextId, values?: Readonly<Record<string, string | number>>) => string;
  readonly pick: (text: LocalizedText | undefined) => string;
}

export function useWords(): WindowWords {
  const { language } = useSettings();
  return useMemo(
    () => ({
      language,
      say: (id, values = {}) => fillText(texts[id][language], values),
      pick: (text) => text?.[language] ?? '',
    }),
    [language],
  );
}
