import { useSyncExternalStore } from 'react';
import { useServices } from '../../app/services.ts';
import { useWords } from '../../i18n/use-words.ts';

/** Names the enterprises that were closed with changes which the disk does not take. */
export function UnwrittenWarning() {
  const { say } = useWords();
  const { records } = useServices();
  const unwritten = useSyncExternalStore(records.subscribe, records.unwritten);
  if (unwritten.length === 0) return null;
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
