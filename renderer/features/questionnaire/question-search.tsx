import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { sectionPath } from '../../app/routes.ts';
import { useRecord } from '../../app/use-record.ts';
import { useWords } from '../../i18n/use-words.ts';
import { isPageKey } from './page-key.ts';
import type { Section } from './sections.ts';

const MOST = 8;

/** Finds a question by its id or words; the key / leads here. */
export function QuestionSearch({ sections }: { readonly sections: readonly Section[] }) {
  const { say, pick } = useWords();
  const { dossier } = useRecord();
  const [, navigate] = useLocation();
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || !isPageKey(event)) return;
      event.preventDefault();
      field.current?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  const wanted = text.trim().toLowerCase();
  const found =
    wanted === ''
      ? []
      : sections
          .flatMap((section) => section.asked.map((question) => ({ section, question })))
          .filter(({ question }) => `${question.id} ${pick(question.stem)}`.toLowerCase().includes(wanted))
          .slice(0, MOST);
  return (
    <div className="search">
      <input
        ref={field}
        type="search"
        value={text}
        aria-label={say('search-question')}
        placeholder={say('search-question')}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && found[0] !== undefined) go(found[0]);
          if (event.key === 'Escape') setText('');
        }}
      />
      {wanted !== '' && found.length === 0 ? <p className="hint">{say('no-question-found')}</p> : null}
      {found.length === 0 ? null : (
        <ul>
          {found.map((entry) => (
            <li key={entry.question.id}>
              <button type="button" onClick={() => go(entry)}>
                <b>{entry.question.id}</b> {pick(entry.question.stem)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );

  function go({ section, question }: (typeof found)[number]) {
    setText('');
    field.current?.blur();
    navigate(sectionPath(dossier.id, section.pack, section.id, question.id));
  }
}
