import { useState, useSyncExternalStore } from 'react';
import { useReason } from '../../app/use-attempt.ts';
import { useServices } from '../../app/services.ts';
import { useWords } from '../../i18n/use-words.ts';
import type { LostEnterprise } from '../../storage/lost-enterprises.ts';
import type { Restored } from '../../storage/restore.ts';
import { declinable, declineCopies } from './declined-copies.ts';

const SHOWN_NAMES = 5;

/** Offers to bring back enterprises of which the copies outside the database hold more than the database. */
export function RestorePanel() {
  const { say } = useWords();
  const { restoreOffer } = useServices();
  const { lost, result } = useSyncExternalStore(restoreOffer.subscribe, restoreOffer.state);
  const reasonOf = useReason();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem('');
    try {
      await work();
    } catch (error) {
      setProblem(say('restore-failed', { reason: reasonOf(error) }));
    }
    setBusy(false);
  };
  if (lost.length === 0 && result === null) return null;
  return (
    <section className="welcome" role="status">
      {result === null ? null : <Result result={result} busy={busy} onUndo={() => void attempt(restoreOffer.undo)} />}
      {lost.length === 0 ? null : (
        <Offer
          lost={lost}
          busy={busy}
          onAccept={() => void attempt(restoreOffer.accept)}
          onDecline={() => {
            for (const one of lost) declineCopies([declinable(one)], one.at);
            restoreOffer.offer([]);
          }}
        />
      )}
      {problem === '' ? null : <p className="tone-bad">{problem}</p>}
    </section>
  );
}

interface ResultProps {
  readonly result: Restored;
  readonly busy: boolean;
  readonly onUndo: () => void;
}

function Result({ result, busy, onUndo }: ResultProps) {
  const { say } = useWords();
  const namesOf = (enterprises: readonly LostEnterprise[]) =>
    enterprises.map(({ name }) => name).join(say('list-separator'));
  return (
    <>
      <p>{say('restored', { count: result.restored })}</p>
      {(['unreadable', 'changed', 'open-elsewhere'] as const).map((why) => {
        const those = why === 'open-elsewhere' ? result.openElsewhere : result[why];
        if (those.length === 0) return null;
        return (
          <p key={why} className="tone-bad">
            {say(`restore-${why}`, { names: namesOf(those) })}
          </p>
        );
      })}
      {result.replaced.length === 0 ? null : (
        <p className="buttons">
          <button type="button" disabled={busy} onClick={onUndo}>
            {say('restore-undo')}
          </button>
        </p>
      )}
    </>
  );
}

interface OfferProps {
  readonly lost: readonly LostEnterprise[];
  readonly busy: boolean;
  readonly onAccept: () => void;
  readonly onDecline: () => void;
}

function Offer({ lost, busy, onAccept, onDecline }: OfferProps) {
  const { say, language } = useWords();
  return (
    <>
      <h2>{say('restore-title', { count: lost.length })}</h2>
      <ul className="plain">
        {lost.slice(0, SHOWN_NAMES).map((one) => (
          <li key={one.id}>
            {one.name}{' '}
            <small>
              {say(`restore-${one.reason}`, { time: new Date(one.at).toLocaleString(language, { hour12: false }) })}
              {one.hasDamagedNewer ? say('restore-damaged-newer') : null}
            </small>
          </li>
        ))}
        {lost.length > SHOWN_NAMES ? <li>{say('restore-more', { count: lost.length - SHOWN_NAMES })}</li> : null}
      </ul>
      <p className="buttons">
        <button type="button" className="primary" disabled={busy} onClick={onAccept}>
          {say('restore-all')}
        </button>
        <button type="button" disabled={busy} onClick={onDecline}>
          {say('restore-decline')}
        </button>
      </p>
    </>
  );
}
