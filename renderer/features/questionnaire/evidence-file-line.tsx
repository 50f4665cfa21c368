import { useState } from 'react';
import type { EvidenceFile } from '#assessments/schema/dossier.ts';
import { useServices } from '../../app/services.ts';
import { useWords } from '../../i18n/use-words.ts';
import { EvidencePicture } from './evidence-picture.tsx';

interface EvidenceFileLineProps {
  readonly hash: string;
  readonly file: EvidenceFile | undefined;
}

/** Name, size and day of a file, and a way to see it: pictures here, others saved to be opened with their own program. */
export function EvidenceFileLine({ hash, file }: EvidenceFileLineProps) {
  const { say } = useWords();
  const { desktop } = useServices();
  const [picture, setPicture] = useState<Blob | null>(null);
  const [problem, setProblem] = useState('');
  const name = file?.name ?? hash.slice('sha256:'.length, 'sha256:'.length + 12);
  const show = async () => {
    const read = await desktop.readEvidence({ sha256: hash.slice('sha256:'.length) });
    if (read.kind === 'trouble') setProblem(say(`trouble-${read.trouble}`));
    if (read.kind !== 'done') return;
    setProblem('');
    if (/^image\/(png|jpeg|webp|gif|bmp)$/.test(file?.mime ?? ''))
      setPicture(new Blob([new Uint8Array(read.value)], { type: file?.mime ?? '' }));
    else await desktop.saveFile({ name, bytes: read.value, kind: 'evidence' });
  };
  return (
    <>
      <span title={hash}>
        {file?.name ?? say('file-unlisted', { hash: name })}{' '}
        <small>
          {[
            file?.bytes === undefined ? '' : say('kilobytes', { size: Math.ceil(file.bytes / 1000) }),
            file?.addedOn ?? '',
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </small>{' '}
        {problem === '' ? null : (
          <small className="tone-bad" role="alert">
            {problem}
          </small>
        )}
      </span>
      <button type="button" className="quiet" onClick={() => void show()}>
        {say('open-file')}
      </button>
      {picture === null ? null : <EvidencePicture name={name} picture={picture} onClose={() => setPicture(null)} />}
    </>
  );
}
