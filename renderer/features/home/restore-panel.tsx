import { useState, useSyncExternalStore } from 'react';
import { useReason } from '../../app/use-attempt.ts';
import { useServices } from '../../app/services.ts';
import { useWords } from '../../i18n/use-words.ts';
import type { LostCopies, LostEnterprise } from '../../storage/lost-enterprises.ts';
import type { RestoreState } from '../../storage/restore-offer.ts';
import type { Restored } from '../../storage/restore.ts';
import { FirstItems } from '../../ui/first-items.tsx';
import { inertName } from '../../ui/inert-name.ts';
import { declineCopies } from './declined-copies.ts';

const SHOWN_NAMES = 5;

interface RestorePanelProps {
  /** Shows what a copy holds beside what the database holds. */
  readonly onCompare: (files: readonly File[]) => void;
}

/** Offers to bring back enterprises of which the copies outside the database hold more than the database. */
export function RestorePanel({ onCompare }: RestorePanelProps) {
  const { say } = useWords();
  const { restoreOffer, desktop } = useServices();
  const state = useSyncExternalStore(restoreOffer.subscribe, restoreOffer.state);
  const { lost, result, unreadable, failure, progress } = state;
  const reasonOf = useReason();
  const [problem, setProblem] = useState('');
  const attempt = async (work: () => Promise<void>) => {
    setProblem('');
    try {
      await work();
    } catch (error) {
      setProblem(say('restore-failed', { reason: reasonOf(error) }));
    }
  };
  const compare = async ({ id, sha256, name }: LostEnterprise) => {
    setProblem('');
    const read = await desktop.readMirror({ id, sha256 });
    if (read.kind === 'done') onCompare([new File([read.value], say('restore-copy-of', { name: inertName(name) }))]);
    if (read.kind === 'trouble') setProblem(say('restore-not-compared', { reason: say(`trouble-${read.trouble}`) }));
  };
  const decline = async () => {
    declineCopies(lost.filter(({ reason }) => reason === 'missing' || reason === 'damaged'));
    await restoreOffer.decline();
  };
  if (lost.length === 0 && result === null && unreadable.length === 0 && failure === null) return null;
  const isBusy = progress !== null;
  return (
    <section className="welcome" role="status">
      {progress === null ? null : <Progress progress={progress} onStop={restoreOffer.stop} />}
      {result === null || isBusy ? null : <Result result={result} onUndo={() => void attempt(restoreOffer.undo)} />}
      {lost.length === 0 || isBusy ? null : (
        <Offer
          lost={lost}
          onAccept={() => void attempt(restoreOffer.accept)}
          onDecline={() => void attempt(decline)}
          onCompare={(one) => void compare(one)}
        />
      )}
      {unreadable.length === 0 ? null : <Unreadable unreadable={unreadable} />}
      {failure === null ? null : <p className="tone-bad">{say('restore-not-known', { reason: reasonOf(failure) })}</p>}
      {problem === '' ? null : <p className="tone-bad">{problem}</p>}
    </section>
  );
}

function Progress({
  progress: { done, of },
  onStop,
}: {
  readonly progress: NonNullable<RestoreState['progress']>;
  readonly onStop: () => void;
}) {
  const { say } = useWords();
  const text = say('restore-progress', { done, of });
  return (
    <>
      <p>{text}</p>
      <p className="buttons">
        <progress aria-label={text} value={done} max={of} />
        <button type="button" onClick={onStop}>
          {say('restore-stop')}
        </button>
      </p>
    </>
  );
}

function Result({ result, onUndo }: { readonly result: Restored; readonly onUndo: () => void }) {
  const { say } = useWords();
  const namesOf = (enterprises: readonly LostEnterprise[]) => {
    const names = enterprises.slice(0, SHOWN_NAMES).map(({ name }) => inertName(name));
    const more = enterprises.length - names.length;
    return [...names, ...(more === 0 ? [] : [say('restore-more', { count: more })])].join(say('list-separator'));
  };
  const notBrought = [
    ['not-yet', result.notYet],
    ['unreadable', result.unreadable],
    ['changed', result.changed],
    ['open-elsewhere', result.openElsewhere],
  ] as const;
  return (
    <>
      <p>{say('restored', { count: result.restored })}</p>
      {notBrought.map(([why, those]) =>
        those.length === 0 ? null : (
          <p key={why} className="tone-bad">
            {say(`restore-${why}`, { count: those.length, names: namesOf(those) })}
          </p>
        ),
      )}
      {result.replaced.length === 0 ? null : (
        <p className="buttons">
          <button type="button" onClick={onUndo}>
            {say('restore-undo')}
          </button>
        </p>
      )}
    </>
  );
}

interface OfferProps {
  readonly lost: readonly LostEnterprise[];
  readonly onAccept: () => void;
  readonly onDecline: () => void;
  readonly onCompare: (one: LostEnterprise) => void;
}

function Offer({ lost, onAccept, onDecline, onCompare }: OfferProps) {
  const { say } = useWords();
  const forked = lost.filter(({ reason }) => reason === 'forked');
  const more = lost.filter(({ reason }) => reason !== 'forked');
  return (
    <>
      {more.length === 0 ? null : (
        <>
          <h2>{say('restore-title', { count: more.length })}</h2>
          <LostList lost={more} onCompare={onCompare} />
        </>
      )}
      {forked.length === 0 ? null : (
        <>
          <h2>{say('restore-forked-title', { count: forked.length })}</h2>
          <p>{say('restore-forked-hint')}</p>
          <LostList lost={forked} onCompare={onCompare} />
        </>
      )}
      <p className="buttons">
        {more.length === 0 ? null : (
          <button type="button" className="primary" onClick={onAccept}>
            {say('restore-all')}
          </button>
        )}
        <button type="button" onClick={onDecline}>
          {say(more.length === 0 ? 'restore-keep-held' : 'restore-decline')}
        </button>
      </p>
    </>
  );
}

function LostList({ lost, onCompare }: Pick<OfferProps, 'lost' | 'onCompare'>) {
  const { say, language } = useWords();
  return (
    <ul className="plain">
      <FirstItems
        all={lost}
        most={SHOWN_NAMES}
        item={(one) => (
          <li key={one.id}>
            {inertName(one.name)}{' '}
            <small>
              {say(`restore-${one.reason}`, { time: new Date(one.at).toLocaleString(language, { hour12: false }) })}
              {one.hasDamagedNewer ? say('restore-damaged-newer') : null}
            </small>{' '}
            {one.reason === 'missing' || one.reason === 'damaged' ? null : (
              <button
                type="button"
                className="quiet"
                aria-label={say('restore-compare-with', { name: inertName(one.name) })}
                onClick={() => onCompare(one)}
              >
                {say('restore-compare')}
              </button>
            )}
          </li>
        )}
        more={(count) => say('restore-more', { count })}
      />
    </ul>
  );
}

/** Says which copies cannot be read, where they lie and what can be done. */
function Unreadable({ unreadable }: { readonly unreadable: readonly LostCopies[] }) {
  const { say, language } = useWords();
  return (
    <>
      <h2>{say('copies-unreadable-title', { count: unreadable.length })}</h2>
      <ul className="plain">
        <FirstItems
          all={unreadable}
          most={SHOWN_NAMES}
          item={({ folder, mill, name, copies, at, isHeld }) => (
            <li key={folder + mill}>
              {name === '' ? say('copies-of-unknown') : inertName(name)}{' '}
              <small>
                {say(isHeld ? 'copies-unreadable-held' : 'copies-unreadable', {
                  count: copies,
                  folder,
                  time: new Date(at).toLocaleString(language, { hour12: false }),
                })}
              </small>
            </li>
          )}
          more={(count) => say('restore-more', { count })}
        />
      </ul>
      <p>{say('copies-unreadable-hint')}</p>
    </>
  );
}
