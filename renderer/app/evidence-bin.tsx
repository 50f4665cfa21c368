import { useEffect, useState, useSyncExternalStore } from 'react';
import type { BinnedDay, EvidenceBinList } from '#electron/contract/desktop-api.ts';
import { useWords } from '../i18n/use-words.ts';
import { useServices } from './services.ts';

const SHOWN_DAYS = 5;

/** What lies in the bin of evidence, until when it stays and a way to put it back; nothing where it is empty and no sweep waits. */
export function EvidenceBin() {
  const { say } = useWords();
  const { desktop, evidenceSweep } = useServices();
  const { waitsFor } = useSyncExternalStore(evidenceSweep.subscribe, evidenceSweep.state);
  const [bin, setBin] = useState<EvidenceBinList | null>(null);
  const [outcome, setOutcome] = useState('');
  useEffect(() => {
    void desktop.listEvidenceBin().then((listed) => setBin(listed.kind === 'done' ? listed.value : null));
  }, [desktop, outcome]);
  const putBack = async () => {
    const back = await desktop.putBackEvidence();
    if (back.kind === 'done') setOutcome(say('bin-put-back', { count: back.value.broughtBack }));
    if (back.kind === 'trouble') setOutcome(say('bin-not-put-back', { reason: say(`trouble-${back.trouble}`) }));
  };
  const days = bin?.days ?? [];
  if (days.length === 0 && waitsFor === null && outcome === '') return null;
  return (
    <section className="about-bin">
      <h3>{say('bin-title')}</h3>
      {days.length === 0 ? null : (
        <>
          <p>{say('bin-lead')}</p>
          <BinnedDays days={days} />
          <p className="path">{bin?.folder}</p>
          <p className="buttons">
            <button type="button" onClick={() => void putBack()}>
              {say('bin-put-all-back')}
            </button>
          </p>
        </>
      )}
      {outcome === '' ? null : <p role="status">{outcome}</p>}
      {waitsFor === null ? null : (
        <p>
          {say('sweep-waits', {
            reason: waitsFor === 'restore-offer' ? say('sweep-waits-restore') : say(`trouble-${waitsFor}`),
          })}
        </p>
      )}
    </section>
  );
}

/** The oldest first, which goes first. */
function BinnedDays({ days }: { readonly days: readonly BinnedDay[] }) {
  const { say } = useWords();
  return (
    <ul className="plain">
      {days.slice(0, SHOWN_DAYS).map(({ cameOn, files, bytes, staysUntil }, i) => (
        <li key={cameOn}>
          {say('bin-day', { day: cameOn, count: files, size: (bytes / 1e6).toFixed(1), until: staysUntil })}
          {i === 0 && days.length > 1 ? <small> {say('bin-next')}</small> : null}
        </li>
      ))}
      {days.length > SHOWN_DAYS ? <li>{say('bin-more', { count: days.length - SHOWN_DAYS })}</li> : null}
    </ul>
  );
}
