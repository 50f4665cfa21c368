import { useSyncExternalStore } from 'react';
import { useServices } from '../../app/services.ts';
import { useWords } from '../../i18n/use-words.ts';

/** Says once what sweeps of evidence have moved into the bin and deleted from it. */
export function SweepNotice() {
  const { say } = useWords();
  const { evidenceSweep } = useServices();
  const { unsaid } = useSyncExternalStore(evidenceSweep.subscribe, evidenceSweep.state);
  if (unsaid === null) return null;
  return (
    <p className="banner" role="status">
      {unsaid.moved === 0 ? null : say('sweep-moved', { count: unsaid.moved })}{' '}
      {unsaid.deleted === 0 ? null : say('sweep-deleted', { count: unsaid.deleted })}{' '}
      <button type="button" className="quiet" onClick={evidenceSweep.said}>
        {say('understood')}
      </button>
    </p>
  );
}
