import { useState } from 'react';
import type { Answer } from '#assessments/schema/answers.ts';
import type { EvidenceFile } from '#assessments/schema/dossier.ts';
import { useServices } from '../../app/services.ts';
import { useRecord } from '../../app/use-record.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Select } from '../../ui/select.tsx';
import { hashOf, withEvidence, withFile, withoutEvidence } from './evidence-state.ts';
import { LARGEST_FILE_MB, readEvidence } from './read-evidence.ts';

interface EvidenceSlotsProps {
  readonly answer: Answer | undefined;
  readonly onChange: (next: (before: Answer | undefined) => Answer | undefined) => void;
}

/** The files that prove an answer: those named, one more from the list of the mill, or a new one by name and fingerprint. */
export function EvidenceSlots({ answer, onChange }: EvidenceSlotsProps) {
  const { say } = useWords();
  const { dossier, record } = useRecord();
  const { today } = useServices();
  const [refused, setRefused] = useState<readonly string[]>([]);
  const files = dossier.evidence ?? [];
  const attached = answer?.evidence ?? [];
  const others = files.filter((file) => !attached.includes(hashOf(file)));
  const add = async (chosen: readonly File[]) => {
    const large: string[] = [];
    for (const file of chosen) {
      const evidence = await readEvidence(file, today());
      if (evidence === null) large.push(file.name);
      else {
        record.evidence((before) => withFile(before, evidence));
        onChange((before) => withEvidence(before, hashOf(evidence)));
      }
    }
    setRefused(large);
  };
  return (
    <div className="evidence">
      <ul>
        {attached.map((hash) => (
          <li key={hash}>
            <FileLine hash={hash} file={files.find((candidate) => hashOf(candidate) === hash)} />
            <button type="button" className="quiet" onClick={() => onChange((before) => withoutEvidence(before, hash))}>
              {say('remove')}
            </button>
          </li>
        ))}
      </ul>
      <div className="buttons tight">
        <label className="button">
          {say('add-file')}
          <input
            type="file"
            className="unseen"
            multiple
            onChange={({ target }) => {
              void add([...(target.files ?? [])]);
              target.value = '';
            }}
          />
        </label>
        {others.length === 0 ? null : (
          <Select
            hideLabel
            label={say('known-files')}
            value=""
            empty={say('known-files')}
            options={others.map((file) => ({ value: hashOf(file), label: file.name ?? hashOf(file) }))}
            onChange={(hash) => hash !== '' && onChange((before) => withEvidence(before, hash))}
          />
        )}
      </div>
      {refused.length === 0 ? null : (
        <p className="field-problem" role="alert">
          {say('file-too-large', { names: refused.join(say('list-separator')), limit: LARGEST_FILE_MB })}
        </p>
      )}
      <p className="hint">{say('evidence-hint')}</p>
    </div>
  );
}

function FileLine({ hash, file }: { readonly hash: string; readonly file: EvidenceFile | undefined }) {
  const { say } = useWords();
  return (
    <span title={hash}>
      {file?.name ?? say('file-unlisted', { hash: hash.slice('sha256:'.length, 'sha256:'.length + 12) })}{' '}
      <small>
        {[
          file?.bytes === undefined ? '' : say('kilobytes', { size: Math.ceil(file.bytes / 1000) }),
          file?.addedOn ?? '',
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </small>
    </span>
  );
}
