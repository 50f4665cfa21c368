import { useEffect, useState } from 'react';
import type { MirrorEntry } from '#electron/contract/desktop-api.ts';
import { useServices } from '../../app/services.ts';
import { useWords } from '../../i18n/use-words.ts';
import { restore, type Restored } from '../../storage/restore.ts';
import type { EnterpriseRow } from '../../storage/database.ts';
import { declinedCopies, declineCopies } from './declined-copies.ts';

const SHOWN_NAMES = 5;

interface RestorePanelProps {
  /** All that the database knows, archived and deleted ones included. */
  readonly rows: readonly EnterpriseRow[];
}

/** Offers to bring back enterprises of which only the copies outside the database are left. */
export function RestorePanel({ rows }: RestorePanelProps) {
  const { say } = useWords();
  const { desktop, store, copiesAtStart } = useServices();
  const [copies, setCopies] = useState<readonly MirrorEntry[]>([]);
  const [declined, setDeclined] = useState(declinedCopies);
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<Restored | null>(null);
  const [problem, setProblem] = useState('');
  useEffect(() => {
    void copiesAtStart.then(setCopies);
  }, [copiesAtStart]);
  const missing = copies.filter(({ id }) => !declined.has(id) && rows.every((row) => row.id !== id));
  if (result !== null)
    return (
      <section className="welcome" role="status">
        <p>{say('restored', { count: result.restored })}</p>
        {result.unreadable.length === 0 ? null : (
          <p className="tone-bad">
            {say('restore-unreadable', { names: result.unreadable.join(say('list-separator')) })}
          </p>
        )}
      </section>
    );
  if (missing.length === 0) return null;
  const names = missing.slice(0, SHOWN_NAMES).map(({ name }) => name);
  const bringBack = async () => {
    setBusy(true);
    setProblem('');
    try {
      setResult(await restore(missing, desktop, store));
    } catch (error) {
      setProblem(say('restore-failed', { reason: String(error) }));
    }
    setBusy(false);
  };
  return (
    <section className="welcome" role="status">
      <h2>{say('restore-title', { count: missing.length })}</h2>
      <p>
        {names.join(say('list-separator'))}
        {missing.length > SHOWN_NAMES ? '…' : ''}
      </p>
      {problem === '' ? null : <p className="tone-bad">{problem}</p>}
      <p className="buttons">
        <button type="button" className="primary" disabled={busy} onClick={() => void bringBack()}>
          {say('restore-all')}
        </button>
        <button
          type="button"
          disabled={busy}
          onClick={() => {
            declineCopies(missing.map(({ id }) => id));
            setDeclined(declinedCopies());
          }}
        >
          {say('restore-decline')}
        </button>
      </p>
    </section>
  );
}
