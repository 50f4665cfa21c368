import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import type { OpenedPackage } from '#electron/contract/desktop-api.ts';
import { useServices } from '../../app/services.ts';
import { useWords } from '../../i18n/use-words.ts';
import { PassphraseField } from '../../ui/passphrase-field.tsx';

interface OpenPackageProps {
  /** Something is being imported; a package given from outside waits until that is done with. */
  readonly isTaking: boolean;
  /** Shows what came before anything is taken. */
  readonly onOpened: (opened: OpenedPackage) => void;
}

/** Opens a hand-over package; asks for its passphrase where it has one. One given from outside is opened by itself. */
export function OpenPackage({ isTaking, onOpened }: OpenPackageProps) {
  const { say } = useWords();
  const { desktop, givenPackage } = useServices();
  const [problem, setProblem] = useState('');
  const [isLocked, setLocked] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const [isOpening, setOpening] = useState(false);
  const isGiven = useSyncExternalStore(givenPackage.subscribe, givenPackage.isWaiting);
  const open = async (again: boolean, spoken: string) => {
    if (isOpening) return;
    setOpening(true);
    setProblem('');
    const outcome = await desktop.openPackage({ again, passphrase: spoken });
    setOpening(false);
    setPassphrase('');
    const trouble = outcome.kind === 'trouble' ? outcome.trouble : null;
    setLocked(trouble === 'passphrase-needed' || trouble === 'wrong-passphrase');
    if (trouble === 'damaged') setProblem(say('package-damaged'));
    else if (trouble !== null) setProblem(say('package-not-opened', { reason: say(`trouble-${trouble}`) }));
    if (outcome.kind === 'done') onOpened(outcome.value);
  };
  const openGiven = useEffectEvent(() => {
    givenPackage.takeUp();
    void open(true, '');
  });
  const isNext = isGiven && !isOpening && !isTaking;
  useEffect(() => {
    if (isNext) openGiven();
  }, [isNext]);
  return (
    <>
      <button type="button" data-command="package-open" aria-disabled={isOpening} onClick={() => void open(false, '')}>
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
          <PassphraseField isInline isAsked autoComplete="off" value={passphrase} onChange={setPassphrase} />
          <button type="submit" aria-disabled={isOpening}>
            {say('package-unlock')}
          </button>
        </form>
      ) : null}
      <span role="status">{isOpening ? say('package-opening') : ''}</span>
      {problem === '' ? null : (
        <span className="tone-bad" role="alert">
          {problem}
        </span>
      )}
    </>
  );
}
