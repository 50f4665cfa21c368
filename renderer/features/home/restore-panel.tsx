import { useEffect, useState } from 'react';
import { useServices } from '../../app/services.ts';
import { useWords } from '../../i18n/use-words.ts';
import type { LostEnterprise } from '../../storage/lost-enterprises.ts';
import { restore, type Restored } from '../../storage/restore.ts';
import { declinedCopies, declineCopies } from './declined-copies.ts';

const SHOWN_NAMES = 5;

/** Offers to bring back enterprises of which the copies outside the database hold more than the database. */
export function RestorePanel() {
  const { say, language } = useWords();
  const { desktop, store, lostAtStart } = useServices();
  const [lost, setLost] = useState<readonly LostEnterprise[]>([]);
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<Restored | null>(null);
  const [problem, setProblem] = useState('');
  useEffect(() => {
    const declined = declinedCopies();
    void lostAtStart.then((found) => setLost(found.filter((one) => !declined.has(declinable(one)))));
  }, [lostAtStart]);
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem('');
    try {
      await work();
    } catch (error) {
      setProblem(say('restore-failed', { reason: String(error) }));
    }
    setBusy(false);
  };
  if (result !== null)
    return (
      <section className="welcome" role="status">
        <p>{say('restored', { count: result.restored })}</p>
        {result.unreadable.length === 0 ? null : (
          <p className="tone-bad">
            {say('restore-unreadable', { names: result.unreadable.join(say('list-separator')) })}
          </p>
        )}
        {result.before.length === 0 ? null : (
          <p className="buttons">
            <button
              type="button"
              disabled={busy}
              onClick={() =>
                void attempt(async () => {
                  await store.putBack(result.before);
                  setResult(null);
                })
              }
            >
              {say('restore-undo')}
            </button>
          </p>
        )}
        {problem === '' ? null : <p className="tone-bad">{problem}</p>}
      </section>
    );
  if (lost.length === 0) return null;
  return (
    <section className="welcome" role="status">
      <h2>{say('restore-title', { count: lost.length })}</h2>
      <ul className="plain">
        {lost.slice(0, SHOWN_NAMES).map((one) => (
          <li key={one.id}>
            {one.name}{' '}
            <small>
              {say(`restore-${one.reason}`, { time: new Date(one.at).toLocaleString(language, { hour12: false }) })}
            </small>
          </li>
        ))}
        {lost.length > SHOWN_NAMES ? <li>{say('restore-more', { count: lost.length - SHOWN_NAMES })}</li> : null}
      </ul>
      {problem === '' ? null : <p className="tone-bad">{problem}</p>}
      <p className="buttons">
        <button
          type="button"
          className="primary"
          disabled={busy}
          onClick={() => void attempt(async () => setResult(await restore(lost, desktop, store)))}
        >
          {say('restore-all')}
        </button>
        <button
          type="button"
          disabled={busy}
          onClick={() => {
            declineCopies(lost.map(declinable));
            setLost([]);
          }}
        >
          {say('restore-decline')}
        </button>
      </p>
    </section>
  );
}

/** An enterprise that was taken away is declined for good; a copy that holds more, only as it is now. */
function declinable({ id, at, reason }: LostEnterprise): string {
  return reason === 'missing' ? id : `${id}@${at}`;
}
