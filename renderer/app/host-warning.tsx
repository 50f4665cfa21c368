import { useSyncExternalStore } from 'react';
import { useWords } from '../i18n/use-words.ts';
import { useServices } from './services.ts';

/** Says, as long as it is so and wherever the page is, what its host does not do, first of all that changes have no copy. */
export function HostWarning() {
  const { say } = useWords();
  const { hostHealth } = useServices();
  const [first, ...others] = useSyncExternalStore(hostHealth.subscribe, hostHealth.state);
  if (first === undefined) return null;
  // What is said of the copies already says it of everything.
  const shown = [first, ...others.filter(({ part, trouble }) => part !== 'other' || trouble !== first.trouble)];
  return (
    <div className="host-warning" role="alert">
      {shown.map(({ part, trouble }) => (
        <p key={part} className="banner">
          {say(`host-${part}-failed`, { reason: say(`trouble-${trouble}`) })}
        </p>
      ))}
    </div>
  );
}
