import { useState } from 'react';
import { useServices } from '../../app/services.ts';
import { useRecord } from '../../app/use-record.ts';
import { useWords } from '../../i18n/use-words.ts';

/** Hands the enterprise over as one file with its evidence, for who knows the passphrase. Nothing where the host cannot. */
export function HandOver() {
  const { say } = useWords();
  const { desktop, canHandOver, today } = useServices();
  const { dossier } = useRecord();
  const [maker, setMaker] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [said, setSaid] = useState('');
  if (!canHandOver) return null;
  const pack = async () => {
    const outcome = await desktop.packDossier({
      name: dossier.enterprise.name,
      dossier: `${JSON.stringify(dossier, null, 2)}\n`,
      evidence: [...new Set((dossier.evidence ?? []).map(({ sha256 }) => sha256.replace('sha256:', '')))],
      passphrase,
      isDeidentified: false,
      madeAt: today(),
      maker,
    });
    setPassphrase('');
    if (outcome.kind === 'done') setSaid(say('package-saved'));
    if (outcome.kind === 'trouble') setSaid(say('package-failed', { reason: say(`trouble-${outcome.trouble}`) }));
  };
  return (
    <section>
      <h2>{say('hand-over')}</h2>
      <p className="hint">{say('hand-over-hint')}</p>
      <div className="field-row">
        <label className="field">
          <span className="field-label">{say('package-maker')}</span>
          <input type="text" value={maker} maxLength={200} onChange={({ target }) => setMaker(target.value)} />
        </label>
        <label className="field">
          <span className="field-label">{say('package-passphrase')}</span>
          <input
            type="password"
            autoComplete="new-password"
            value={passphrase}
            onChange={({ target }) => setPassphrase(target.value)}
          />
        </label>
      </div>
      <p className="buttons">
        <button type="button" onClick={() => void pack()}>
          {say('package-make')}
        </button>
      </p>
      <p role="status">{said}</p>
    </section>
  );
}
