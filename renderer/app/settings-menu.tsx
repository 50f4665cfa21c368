import { useEffect, useRef, useState } from 'react';
import { LANGUAGES } from '#assessments/schema/localized-text.ts';
import { AboutLines } from './about-lines.tsx';
import { EvidenceBin } from './evidence-bin.tsx';
import { useWords } from '../i18n/use-words.ts';
import { tourWish } from '../features/tour/tour-wish.ts';
import { Choice } from '../ui/choice.tsx';
import { TEXT_SIZES, THEMES, useSettings } from './settings.tsx';

const LANGUAGE_NAMES = { 'zh-CN': '中文', en: 'English' } as const;

export function SettingsMenu() {
  const { say } = useWords();
  const { language, textSize, theme, change } = useSettings();
  const menu = useRef<HTMLDetailsElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    const close = (event: Event) => {
      const isOutside = event.target instanceof Node && menu.current?.contains(event.target) !== true;
      const isEscape = event instanceof KeyboardEvent && event.key === 'Escape';
      if ((isOutside || isEscape) && menu.current !== null) menu.current.open = false;
    };
    document.addEventListener('pointerdown', close);
    document.addEventListener('keydown', close);
    return () => {
      document.removeEventListener('pointerdown', close);
      document.removeEventListener('keydown', close);
    };
  }, []);
  return (
    <details className="menu" ref={menu} onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
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
        <button
          type="button"
          onClick={() => {
            if (menu.current !== null) menu.current.open = false;
            tourWish.ask();
          }}
        >
          {say('tour-again')}
        </button>
        {isOpen ? <AboutLines /> : null}
        {isOpen ? <EvidenceBin /> : null}
      </div>
    </details>
  );
}
