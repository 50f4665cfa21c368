import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Language } from '#assessments/schema/localized-text.ts';
import { DARK_PALETTE, PALETTE } from '../ui/palette.ts';

export const TEXT_SIZES = ['normal', 'large', 'largest'] as const;
export const THEMES = ['light', 'dark'] as const;

/** How this user wants the window; kept in this browser, not in any dossier. */
export interface Settings {
  readonly language: Language;
  readonly textSize: (typeof TEXT_SIZES)[number];
  readonly theme: (typeof THEMES)[number];
  /** Who fills in and hands over here, as it was said last; empty where it never was. */
  readonly userName: string;
}

interface ChangeableSettings extends Settings {
  readonly change: (part: Partial<Settings>) => void;
}

const KEY = 'zhizhen-settings';
const DEFAULTS: Settings = { language: 'zh-CN', textSize: 'normal', theme: 'light', userName: '' };
const SettingsContext = createContext<ChangeableSettings>({ ...DEFAULTS, change: () => undefined });

export function SettingsProvider({ children }: { readonly children: ReactNode }) {
  const [settings, setSettings] = useState(readSettings);
  useEffect(() => {
    const root = document.documentElement;
    root.lang = settings.language;
    root.dataset['textSize'] = settings.textSize;
    root.dataset['theme'] = settings.theme;
    const palette = settings.theme === 'dark' ? DARK_PALETTE : PALETTE;
    for (const [name, color] of Object.entries(palette)) root.style.setProperty(`--${name}`, color);
    localStorage.setItem(KEY, JSON.stringify(settings));
  }, [settings]);
  const value = useMemo(
    () => ({ ...settings, change: (part: Partial<Settings>) => setSettings((before) => ({ ...before, ...part })) }),
    [settings],
  );
  return <SettingsContext value={value}>{children}</SettingsContext>;
}

export function useSettings(): ChangeableSettings {
  return use(SettingsContext);
}

function readSettings(): Settings {
  try {
    return { ...DEFAULTS, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Settings>) };
  } catch {
    return DEFAULTS;
  }
}
