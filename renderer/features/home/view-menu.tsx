import { useState } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { Select } from '../../ui/select.tsx';
import type { Undo } from '../../ui/undo-line.tsx';
import { isAlike, keepViews, savedViews, withView, type SavedView } from './saved-views.ts';

interface ViewMenuProps {
  /** What is asked for now. */
  readonly now: Omit<SavedView, 'name'>;
  readonly onChosen: (view: SavedView) => void;
  readonly onUndoable: (undo: Undo) => void;
}

const MOST_NAME = 40;

/** Views of the list: one is chosen, what stands there now is saved under a name, and the chosen one is deleted. */
export function ViewMenu({ now, onChosen, onUndoable }: ViewMenuProps) {
  const { say } = useWords();
  const [views, setViews] = useState(savedViews);
  /** Null while no view is being named. */
  const [name, setName] = useState<string | null>(null);
  const chosen = views.find((view) => isAlike(view, now));
  const keep = (kept: readonly SavedView[]) => {
    keepViews(kept);
    setViews(kept);
  };
  const forget = (view: SavedView) => {
    keep(views.filter((other) => other !== view));
    onUndoable({
      text: say('view-deleted', { name: view.name }),
      undo: () => Promise.resolve(keep(withView(savedViews(), view))),
    });
  };
  return (
    <div className="views" role="group" aria-label={say('views')}>
      {views.length === 0 ? null : (
        <Select
          hideLabel
          label={say('views')}
          value={chosen?.name ?? ''}
          empty={say('choose-view')}
          options={views.map((view) => ({ value: view.name, label: view.name }))}
          onChange={(value) => {
            const view = views.find((other) => other.name === value);
            if (view !== undefined) onChosen(view);
          }}
        />
      )}
      {name === null ? (
        <button type="button" className="quiet" onClick={() => setName('')}>
          {say('save-view')}
        </button>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() !== '') keep(withView(views, { name: name.trim(), ...now }));
            setName(null);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setName(null);
          }}
        >
          <input
            type="text"
            autoFocus
            maxLength={MOST_NAME}
            value={name}
            placeholder={say('view-name')}
            aria-label={say('view-name')}
            onChange={(event) => setName(event.target.value)}
          />
          <button type="submit">{say('keep-view')}</button>
        </form>
      )}
      {chosen === undefined ? null : (
        <button type="button" className="quiet" onClick={() => forget(chosen)}>
          {say('delete-view')}
        </button>
      )}
    </div>
  );
}
