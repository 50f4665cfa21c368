import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useLocation } from 'wouter';
import { useSettings } from '../../app/settings.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { focusIn, pressOn } from './arrive.ts';
import type { Deed } from './entries.ts';
import { find, type Entry, type Findable, type Kind } from './find.ts';
import { useEntries } from './use-entries.ts';
import { useReadings } from './use-readings.ts';
import './palette.css';

/** What is offered before a word is typed. */
const AT_FIRST: readonly Kind[] = ['command', 'page', 'enterprise'];

/** Finds whatever the window has by its words, pinyin or code; arrows choose, Enter goes, Escape closes. */
export default function Palette({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords();
  const { change } = useSettings();
  const [, navigate] = useLocation();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const all = useEntries();
  const readings = useReadings(all);
  const { groups, total } = useMemo(() => find(offeredFor(text, all), text, readings), [text, all, readings]);
  const shown = groups.flatMap(({ entries }) => entries);
  const active = Math.min(at, shown.length - 1);
  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active, groups]);

  const take = (deed: Deed) => {
    dialog.current?.close();
    if (deed.kind === 'set') return change(deed.settings);
    navigate(deed.path);
    if (deed.kind === 'press') return pressOn(deed.button);
    if (deed.field !== undefined) focusIn(deed.field);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move !== undefined && shown.length > 0) setAt((active + move + shown.length) % shown.length);
    const chosen = shown[active];
    if (event.key === 'Enter' && chosen !== undefined) take(chosen.deed);
    if (move !== undefined || event.key === 'Enter') event.preventDefault();
  };
  return (
    <dialog ref={dialog} className="palette" aria-label={say('palette-title')} onClose={onClose} onClick={closeOutside}>
      <div className="palette-head">
        <input
          type="search"
          role="combobox"
          aria-expanded={shown.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={shown.length === 0 ? undefined : `${id}-${active}`}
          aria-autocomplete="list"
          aria-label={say('palette-title')}
          placeholder={say('palette-hint')}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={({ target }) => {
            setText(target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
        <button type="button" className="quiet" onClick={() => dialog.current?.close()}>
          {say('close')}
        </button>
      </div>
      <div ref={list} id={`${id}-list`} className="palette-list" role="listbox" aria-label={say('palette-found')}>
        {groups.map(({ kind, entries }) => (
          <div key={kind} role="group" aria-labelledby={`${id}-${kind}`}>
            <div id={`${id}-${kind}`} className="palette-kind" role="presentation">
              {say(`palette-${kind}`)}
            </div>
            {entries.map((entry) => {
              const index = shown.indexOf(entry);
              return (
                <div
                  key={index}
                  id={`${id}-${index}`}
                  className="palette-option"
                  role="option"
                  aria-selected={index === active}
                  onPointerMove={() => setAt(index)}
                  onClick={() => take(entry.deed)}
                >
                  <span className="palette-words">{entry.title}</span>
                  {entry.code === '' ? null : <code>{entry.code}</code>}
                </div>
              );
            })}
          </div>
        ))}
      </div>
      <p className="palette-foot hint" role="status">
        {total === 0 ? say('palette-none') : say('palette-count', { total, shown: shown.length })}
      </p>
    </dialog>
  );
}

function offeredFor<E extends Entry>(text: string, all: readonly Findable<E>[]): readonly Findable<E>[] {
  return text.trim() === '' ? all.filter(({ entry }) => AT_FIRST.includes(entry.kind)) : all;
}

function closeOutside({ target, currentTarget }: { target: EventTarget; currentTarget: HTMLDialogElement }) {
  if (target === currentTarget) currentTarget.close();
}
