import { useSyncExternalStore } from 'react';
import { useServices } from '../../app/services.ts';
import { useWords } from '../../i18n/use-words.ts';

/** Names the enterprises that were closed with changes which the disk does not take, and says while nothing can be relied on. */
export function UnwrittenWarning() {
  const { say } = useWords();
  const { records, store } = useServices();
  const unwritten = useSyncExternalStore(records.subscribe, records.unwritten);
  const trust = useSyncExternalStore(store.trust.subscribe, store.trust.state);
  if (unwritten.length === 0) {
    if (trust.kind === 'trusted') return null;
    return (
      <p className="banner warning" role="alert">
        {say('database-doubted')}
      </p>
    );
  }
  const names = unwritten.map((record) => record.state().dossier.enterprise.name).join(say('list-separator'));
  return (
    <p className="banner warning" role="alert">
      {say('unwritten', { names })}{' '}
      <button type="button" onClick={() => unwritten.forEach((record) => record.retry())}>
        {say('retry')}
      </button>
    </p>
  );
}
