import type { OpenedPackage } from '#electron/contract/desktop-api.ts';
import { localDay } from '#electron/contract/local-day.ts';
import { useWords } from '../../i18n/use-words.ts';
import { ForeignName } from '../../ui/foreign-name.tsx';
import { inertName } from '../../ui/inert-name.ts';

/** Who made a package: what it says itself, and apart from that what the program knows of the key that signed it. */
export function PackageOrigin({ maker, madeAt, signer }: Pick<OpenedPackage, 'maker' | 'madeAt' | 'signer'>) {
  const { say } = useWords();
  return (
    <>
      <dl className="origin">
        <dt>{say('package-named')}</dt>
        <dd>{inertName(maker) === '' ? say('package-nameless') : <ForeignName name={maker} />}</dd>
        <dt>{say('package-made-at')}</dt>
        <dd>{madeAt}</dd>
        <dt>{say('signer-key')}</dt>
        <dd>
          <code>{signer.fingerprint}</code>
        </dd>
        {signer.others.map(({ fingerprint, at }) => [
          <dt key={`${fingerprint} since`} className="tone-bad">
            {say('signer-before', { day: localDay(at) })}
          </dt>,
          <dd key={fingerprint} className="tone-bad">
            <code>{fingerprint}</code>
          </dd>,
        ])}
      </dl>
      <SignerStatement signer={signer} />
    </>
  );
}

function SignerStatement({ signer: { kind, first } }: Pick<OpenedPackage, 'signer'>) {
  const { say } = useWords();
  if (kind === 'changed')
    return (
      <p className="tone-bad" role="alert">
        {say('signer-changed')}
      </p>
    );
  if (kind !== 'known') return <p className={kind === 'own' ? 'hint' : 'tone-warning'}>{say(`signer-${kind}`)}</p>;
  if (first === null) return null;
  const day = localDay(first.at);
  if (inertName(first.name) === '') return <p className="hint">{say('signer-known-nameless', { day })}</p>;
  return (
    <p className="hint">
      {say('signer-known', { day })} <ForeignName name={first.name} />
    </p>
  );
}
