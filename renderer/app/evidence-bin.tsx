import { useCallback, useEffect, useId, useState, useSyncExternalStore } from 'react';
import type { BinnedDay, EvidenceBinList } from '#electron/contract/desktop-api.ts';
import { done, type Outcome } from '#electron/contract/outcomes.ts';
import { sizeText } from '../i18n/size-text.ts';
import { useWords } from '../i18n/use-words.ts';
import { FirstItems } from '../ui/first-items.tsx';
import { useServices } from './services.ts';

const SHOWN_DAYS = 5;
const EMPTY: Outcome<EvidenceBinList> = done({ folder: '', days: [] });

/** What lies in the bin of evidence, until when it stays and a way to put it back; nothing where it is empty and no sweep waits. */
export function EvidenceBin() {
  const { say } = useWords();
  const { desktop, evidenceSweep } = useServices();
  const title = useId();
  const { waitsFor } = useSyncExternalStore(evidenceSweep.subscribe, evidenceSweep.state);
  const [bin, setBin] = useState(EMPTY);
  const [outcome, setOutcome] = useState('');
  const list = useCallback(async () => setBin(await desktop.listEvidenceBin()), [desktop]);
  useEffect(() => void list(), [list]);
  const putBack = async () => {
    const back = await desktop.putBackEvidence();
    if (back.kind === 'done') setOutcome(say('bin-put-back', { count: back.value.broughtBack }));
    if (back.kind === 'trouble') setOutcome(say('bin-not-put-back', { reason: say(`trouble-${back.trouble}`) }));
    await list();
  };
  const { folder, days } = bin.kind === 'done' ? bin.value : { folder: '', days: [] };
  if (bin.kind === 'done' && days.length === 0 && waitsFor === null && outcome === '') return null;
  return (
    <section className="about-bin" aria-labelledby={title}>
      <h3 id={title}>{say('bin-title')}</h3>
      {bin.kind === 'trouble' ? (
        <p className="tone-bad">{say('bin-not-listed', { reason: say(`trouble-${bin.trouble}`) })}</p>
      ) : null}
      {days.length === 0 ? null : (
        <>
          <p>{say('bin-lead')}</p>
          <BinnedDays days={days} />
          <p className="path">{folder}</p>
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
      <FirstItems
        all={days}
        most={SHOWN_DAYS}
        item={({ cameOn, files, bytes, staysUntil }, i) => (
          <li key={cameOn}>
            {say('bin-day', { day: cameOn, count: files, size: sizeText(bytes, say), until: staysUntil })}
            {i === 0 && days.length > 1 ? <small> {say('bin-next')}</small> : null}
          </li>
        )}
        more={(count) => say('bin-more', { count })}
      />
    </ul>
  );
}
