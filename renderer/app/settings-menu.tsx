import { LANGUAGES } from '#assessments/schema/localized-text.ts';
import { useWords } from '../i18n/use-words.ts';
import { Choice } from '../ui/choice.tsx';
import { TEXT_SIZES, THEMES, useSettings } from './settings.tsx';

const LANGUAGE_NAMES = { 'zh-CN': '中文', en: 'English' } as const;

export function SettingsMenu() {
  const { say } = useWords();
  const { language, textSize, theme, change } = useSettings();
  return (
    <details className="menu">
      <summary aria-label={say('settings')} title={say('settings')}>
        ⚙
      </summary>
      <div className="menu-body">
        <Choice
          label={say('language')}
          value={language}
          options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
          onChange={(value) => change({ language: value })}
        />
        <Choice
          label={say('text-size')}
          value={textSize}
          options={TEXT_SIZES.map((value) => ({ value, label: say(`size-${value}`) }))}
          onChange={(value) => change({ textSize: value })}
        />
        <Choice
          label={say('theme')}
          value={theme}
          options={THEMES.map((value) => ({ value, label: say(`theme-${value}`) }))}
          onChange={(value) => change({ theme: value })}
        />
      </div>
    </details>
  );
}
