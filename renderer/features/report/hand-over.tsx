import { useState } from 'react';
import { deidentified } from '#assessments/exchange/deidentify.ts';
import { MOST_MAKER } from '#electron/contract/desktop-api.ts';
import { safeFileName } from '#electron/contract/safe-file-name.ts';
import { bareHash } from '#assessments/schema/bare-hash.ts';
import { useSettings } from '../../app/settings.tsx';
import { useServices } from '../../app/services.ts';
import { useRecord } from '../../app/use-record.ts';
import { useWords } from '../../i18n/use-words.ts';
import { dossierText } from '../../platform/dossier-file.ts';
import { inertName } from '../../ui/inert-name.ts';
import { NewPassphrase } from '../../ui/new-passphrase.tsx';
import { RevealButton } from '../../ui/reveal-button.tsx';
import { shortHash } from '../../ui/short-hash.ts';
import { DisguiseFields, type Disguised } from './disguise-fields.tsx';

/** Hands the enterprise over as one file with its evidence, for who knows the passphrase. */
export function HandOver() {
  const { say } = useWords();
  const { desktop, today, newId } = useServices();
  const { dossier } = useRecord();
  const { userName, change } = useSettings();
  const [disguise, setDisguise] = useState<Disguised | null>(null);
  /** Null until it is typed: then the name that is kept, which may name the mill and is not put in a de-identified package. */
  const [typedMaker, setTypedMaker] = useState<string | null>(null);
  const maker = typedMaker ?? (disguise === null ? userName : '');
  const [passphrase, setPassphrase] = useState('');
  const [isPacking, setPacking] = useState(false);
  const [said, setSaid] = useState('');
  const [ticket, setTicket] = useState('');
  const codeName = disguise?.codeName.trim();
  const pack = async () => {
    if (isPacking) return;
    if (disguise === null && maker.trim() !== '') change({ userName: maker.trim() });
    setPacking(true);
    setSaid('');
    setTicket('');
    const given =
      disguise === null || codeName === undefined
        ? dossier
        : deidentified(dossier, { id: newId('ent'), codeName, keepsEvidence: disguise.keepsEvidence });
    const outcome = await desktop.packDossier({
      name: safeFileName(given.enterprise.name),
      dossier: dossierText(given),
      evidence: (given.evidence ?? []).map(({ sha256 }) => bareHash(sha256)),
      passphrase,
      isDeidentified: disguise !== null,
      madeAt: today(),
      maker: maker.trim().slice(0, MOST_MAKER),
    });
    setPacking(false);
    if (outcome.kind === 'done') {
      setPassphrase('');
      const { missing, damaged, fingerprint, file } = outcome.value;
      const saved = { mill: given.enterprise.name, file };
      const namesOf = (hashes: readonly string[]) =>
        (given.evidence ?? [])
          .filter(({ sha256 }) => hashes.includes(bareHash(sha256)))
          .map(({ name, sha256 }) => (name === undefined ? shortHash(sha256) : inertName(name, 80)))
          .join(say('list-separator'));
      setSaid(
        (missing.length === 0
          ? say('package-saved', saved)
          : say('package-saved-without', { ...saved, names: namesOf(missing) })) +
          (damaged.length === 0 ? '' : say('package-saved-damaged', { names: namesOf(damaged) })) +
          say('package-signed', { fingerprint }),
      );
      setTicket(outcome.value.ticket);
    }
    if (outcome.kind === 'trouble') setSaid(say('package-failed', { reason: say(`trouble-${outcome.trouble}`) }));
  };
  return (
    <section>
      <h2>{say('hand-over')}</h2>
      <p className="hint">{say('hand-over-hint')}</p>
      <div className="field-row">
        <label className="field">
          <span className="field-label">{say('package-maker')}</span>
          <input
            type="text"
            value={maker}
            maxLength={MOST_MAKER}
            onChange={({ target }) => setTypedMaker(target.value)}
          />
        </label>
        <NewPassphrase
          value={passphrase}
          own={[dossier.enterprise.name, dossier.enterprise.uscc ?? '']}
          onChange={setPassphrase}
        />
      </div>
      <DisguiseFields
        disguise={disguise}
        onChange={(next) => {
          if ((next === null) !== (disguise === null)) setTypedMaker(null);
          setDisguise(next);
        }}
      />
      <p className="buttons">
        <button type="button" disabled={codeName === ''} aria-disabled={isPacking} onClick={() => void pack()}>
          {say('package-make')}
        </button>
      </p>
      <p role="status">
        {isPacking ? say('package-making') : said} <RevealButton ticket={ticket} />
      </p>
    </section>
  );
}
