import { useState } from 'react';
import { bareHash } from '#assessments/schema/bare-hash.ts';
import type { EvidenceFile } from '#assessments/schema/dossier.ts';
import { kindBehindName } from '#assessments/schema/file-kind.ts';
import { isHeic, isPdf, isPicture, isTiff } from '#assessments/schema/is-picture.ts';
import { useServices } from '../../app/services.ts';
import { sizeText } from '../../i18n/size-text.ts';
import { useWords } from '../../i18n/use-words.ts';
import { PdfPreview } from '../../ui/pdf-preview.tsx';
import { SaveButton } from '../../ui/save-button.tsx';
import { shortHash } from '../../ui/short-hash.ts';
import { EvidencePicture } from './evidence-picture.tsx';

interface EvidenceFileLineProps {
  readonly hash: string;
  readonly file: EvidenceFile | undefined;
  /** What it is called where it is shown; undefined where nothing says. */
  readonly name: string | undefined;
}

/** Name, size and day of a file, and a way to see it: pictures and PDFs here, others saved to be opened with their own program. */
export function EvidenceFileLine({ hash, file, name: givenName }: EvidenceFileLineProps) {
  const { say } = useWords();
  const { desktop } = useServices();
  const [shown, setShown] = useState<Uint8Array | null>(null);
  const [problem, setProblem] = useState('');
  const sha256 = bareHash(hash);
  const name = givenName ?? shortHash(hash);
  const mime = file?.mime ?? '';
  const kindBehind = kindBehindName(file, name);
  const save = async (bytes: Uint8Array) => {
    const saved = await desktop.saveFile({ name, bytes, kind: 'evidence' });
    if (saved.kind === 'trouble') setProblem(say('not-saved', { reason: say(`trouble-${saved.trouble}`) }));
  };
  const show = async () => {
    const read = await desktop.readEvidence({ sha256 });
    if (read.kind === 'trouble') setProblem(say(`trouble-${read.trouble}`));
    if (read.kind !== 'done') return;
    setProblem('');
    if (isPicture(file) || isPdf(file)) setShown(read.value);
    else await save(read.value);
  };
  const preview = (bytes: Uint8Array) => {
    const given = { name, bytes, onClose: () => setShown(null) };
    const actions = (
      <SaveButton label={say('save-file')} kind="evidence" file={() => Promise.resolve({ name, bytes })} />
    );
    return isPicture(file) ? (
      <EvidencePicture {...given} mime={mime} actions={actions} />
    ) : (
      <PdfPreview {...given} actions={actions} />
    );
  };
  return (
    <>
      <span title={hash}>
        {givenName ?? say('file-unlisted', { hash: name })}{' '}
        <small>
          {[file?.bytes === undefined ? '' : sizeText(file.bytes, say), file?.addedOn ?? '']
            .filter((part) => part !== '')
            .join(' · ')}
        </small>{' '}
        {kindBehind === null ? null : (
          <small className="tone-warning">{say('file-is-kind', { kind: kindBehind.name })}</small>
        )}{' '}
        {isHeic(file) ? <small className="tone-warning">{say('file-heic')}</small> : null}{' '}
        {isTiff(file) ? <small className="tone-warning">{say('file-tiff')}</small> : null}{' '}
        {problem === '' ? null : (
          <small className="tone-bad" role="alert">
            {problem}
          </small>
        )}
      </span>
      <button type="button" className="quiet" onClick={() => void show()}>
        {say('open-file')}
      </button>
      {shown === null ? null : preview(shown)}
    </>
  );
}
