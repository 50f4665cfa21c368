import { useServices } from '../../app/services.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { useWords } from '../../i18n/use-words.ts';
import type { EnterpriseRow } from '../../storage/database.ts';
import { whileLocked } from '../../storage/record-lock.ts';
import type { Undo } from '../../ui/undo-line.tsx';
import type { Shelf } from './listing.ts';

interface SelectionBarProps {
  readonly chosen: readonly EnterpriseRow[];
  readonly shelf: Shelf;
  readonly onClear: () => void;
  readonly onUndoable: (undo: Undo) => void;
}

/** How many rows are ticked and what can be done with all of them; one undo takes all of it back. */
export function SelectionBar({ chosen, shelf, onClear, onUndoable }: SelectionBarProps) {
  const { say } = useWords();
  const { store } = useServices();
  const attempt = useAttempt();
  /** Moves each one that no other window has; says which were left. */
  const moveAll = (
    done: 'archived-many' | 'unarchived-many' | 'deleted-many' | 'restored-many',
    move: (id: string, isUndone: boolean) => Promise<void>,
  ) =>
    attempt(async () => {
      const moved = await Promise.all(
        chosen.map(async (row) => ({ row, isMine: await whileLocked(row.id, () => move(row.id, false)) })),
      );
      const ids = moved.filter(({ isMine }) => isMine).map(({ row }) => row.id);
      const left = moved.filter(({ isMine }) => !isMine).map(({ row }) => row.base.enterprise.name);
      onClear();
      if (ids.length > 0)
        onUndoable({
          text: say(done, { count: ids.length }),
          undo: async () => void (await Promise.all(ids.map((id) => move(id, true)))),
        });
      if (left.length > 0) alert(say('open-elsewhere-many', { names: left.join(say('list-separator')) }));
    });
  const isCurrent = shelf === 'current';
  return (
    <div className="selection" role="group" aria-label={say('selection')}>
      <strong role="status">{say('selected', { count: chosen.length })}</strong>
      {shelf === 'deleted' ? (
        <button
          type="button"
          onClick={() => void moveAll('restored-many', (id, isUndone) => store.remove(id, isUndone))}
        >
          {say('restore')}
        </button>
      ) : (
        <>
          <button
            type="button"
            onClick={() =>
              void moveAll(isCurrent ? 'archived-many' : 'unarchived-many', (id, isUndone) =>
                store.archive(id, isCurrent !== isUndone),
              )
            }
          >
            {say(isCurrent ? 'archive' : 'unarchive')}
          </button>
          <button
            type="button"
            onClick={() => void moveAll('deleted-many', (id, isUndone) => store.remove(id, !isUndone))}
          >
            {say('delete')}
          </button>
        </>
      )}
      <button type="button" className="quiet" onClick={onClear}>
        {say('clear-selection')}
      </button>
    </div>
  );
}
