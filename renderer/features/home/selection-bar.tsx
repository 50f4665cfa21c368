import { useServices } from '../../app/services.ts';
import { useReason } from '../../app/use-attempt.ts';
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
  const reasonOf = useReason();
  /**
   * Moves each one that no other window has, one after the other: a write beside one that failed would not count. Says which
   * were left, and why one failed; those that were moved can be taken back.
   */
  const moveAll = async (
    done: 'archived-many' | 'unarchived-many' | 'deleted-many' | 'restored-many',
    move: (id: string, isUndone: boolean) => Promise<void>,
  ) => {
    const moved: string[] = [];
    const left: string[] = [];
    const failures: unknown[] = [];
    for (const { id, base } of chosen) {
      await whileLocked(id, () => move(id, false)).then(
        (isMine) => (isMine ? moved.push(id) : left.push(base.enterprise.name)),
        (error: unknown) => failures.push(error),
      );
    }
    onClear();
    if (moved.length > 0)
      onUndoable({
        text: say(done, { count: moved.length }),
        undo: async () => {
          for (const id of moved) await move(id, true);
        },
      });
    if (left.length > 0) alert(say('open-elsewhere-many', { names: left.join(say('list-separator')) }));
    if (failures.length > 0) alert(say('not-moved-many', { count: failures.length, reason: reasonOf(failures[0]) }));
  };
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
