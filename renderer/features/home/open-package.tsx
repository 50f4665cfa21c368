import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import type { OpenedPackage } from '#electron/contract/desktop-api.ts';
import { useServices } from '../../app/services.ts';
import { useWords } from '../../i18n/use-words.ts';

interface OpenPackageProps {
  /** Shows what came before anything is taken. */
  readonly onOpened: (opened: OpenedPackage) => void;
}

/** Opens a hand-over package; asks for its passphrase where it has one. One given from outside is opened by itself. */
export function OpenPackage({ onOpened }: OpenPackageProps) {
  const { say } = useWords();
  const { desktop, givenPackage } = useServices();
  const [problem, setProblem] = useState('');
  const [isLocked, setLocked] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const isGiven = useSyncExternalStore(givenPackage.subscribe, givenPackage.isWaiting);
  const open = async (again: boolean, spoken: string) => {
    const outcome = await desktop.openPackage({ again, passphrase: spoken });
    setPassphrase('');
    const trouble = outcome.kind === 'trouble' ? outcome.trouble : null;
    setLocked(trouble === 'passphrase-needed' || trouble === 'wrong-passphrase');
    setProblem(trouble === null ? '' : say('package-not-opened', { reason: say(`trouble-${trouble}`) }));
    if (outcome.kind === 'done') onOpened(outcome.value);
  };
  const openGiven = useEffectEvent(() => {
    givenPackage.takeUp();
    void open(true, '');
  });
  useEffect(() => {
    if (isGiven) openGiven();
  }, [isGiven]);
  return (
    <>
      <button type="button" onClick={() => void open(false, '')}>
        {say('package-open')}
      </button>
      {isLocked ? (
        <form
          className="buttons tight"
          onSubmit={(event) => {
            event.preventDefault();
            void open(true, passphrase);
          }}
        >
          <label>
            <span className="unseen">{say('package-passphrase')}</span>
            <input
              type="password"
              autoComplete="off"
              placeholder={say('package-passphrase')}
              value={passphrase}
              onChange={({ target }) => setPassphrase(target.value)}
            />
          </label>
          <button type="submit">{say('package-unlock')}</button>
        </form>
      ) : null}
      {problem === '' ? null : (
        <span className="tone-bad" role="alert">
          {problem}
        </span>
      )}
    </>
  );
}
