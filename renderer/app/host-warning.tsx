import { useSyncExternalStore } from 'react';
import { useWords } from '../i18n/use-words.ts';
import { useServices } from './services.ts';

/** Says, as long as it is so, what the host of this window does not do, first of all that changes have no copy. */
export function HostWarning() {
  const { say } = useWords();
  const { hostHealth } = useServices();
  const troubles = useSyncExternalStore(hostHealth.subscribe, hostHealth.state);
  return troubles.map(({ part, trouble }) => (
    <p key={part} className="banner warning" role="alert">
      {say(`host-${part}-failed`, { reason: say(`trouble-${trouble}`) })}
    </p>
  ));
}
