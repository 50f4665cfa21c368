import { useState } from 'react';
import type { Answer } from '#assessments/schema/answers.ts';
import type { EvidenceFile } from '#assessments/schema/dossier.ts';
import { useServices } from '../../app/services.ts';
import { useRecord } from '../../app/use-record.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Select } from '../../ui/select.tsx';
import { EvidenceFileLine } from './evidence-file-line.tsx';
import { hashOf, withEvidence, withFile, withoutEvidence, withoutUnnamed } from './evidence-state.ts';
import { LARGEST_FILE_MB, readEvidence } from './read-evidence.ts';

interface EvidenceSlotsProps {
  readonly answer: Answer | undefined;
  readonly onChange: (next: (before: Answer | undefined) => Answer | undefined) => void;
  /** Told when one is taken away, so that the way back stays in view with the last one gone. */
  readonly onRemove: () => void;
}

/** The files that prove an answer: those named, one more from the list of the mill, or a new one by name and fingerprint. */
export function EvidenceSlots({ answer, onChange, onRemove }: EvidenceSlotsProps) {
  const { say } = useWords();
  const { dossier, record } = useRecord();
  const { today, desktop } = useServices();
  const [refused, setRefused] = useState<readonly string[]>([]);
  const files = dossier.evidence ?? [];
  const [removed, setRemoved] = useState<EvidenceFile | null>(null);
  const attached = answer?.evidence ?? [];
  const others = files.filter((file) => !attached.includes(hashOf(file)));
  const add = async (chosen: readonly File[]) => {
    const problems: string[] = [];
    setRemoved(null);
    for (const file of chosen) {
      const read = await readEvidence(file, today());
      if (typeof read === 'string') {
        problems.push(say(`file-${read}`, { name: file.name, limit: LARGEST_FILE_MB }));
        continue;
      }
      const kept = await desktop.keepEvidence({ name: file.name, bytes: read.bytes });
      if (kept.kind === 'trouble') {
        problems.push(say('file-not-kept', { name: file.name, reason: say(`trouble-${kept.trouble}`) }));
        continue;
      }
      record.evidence((before) => withFile(before, read.evidence));
      onChange((before) => withEvidence(before, hashOf(read.evidence)));
    }
    setRefused(problems);
  };
  const remove = (hash: string) => {
    onRemove();
    setRemoved(files.find((file) => hashOf(file) === hash) ?? null);
    record.evidence(() => withoutUnnamed(dossier, hash));
    onChange((before) => withoutEvidence(before, hash));
  };
  const putBack = (file: EvidenceFile) => {
    setRemoved(null);
    record.evidence((before) => withFile(before, file));
    onChange((before) => withEvidence(before, hashOf(file)));
  };
  return (
    <div className="evidence">
      <ul>
        {attached.map((hash) => (
          <li key={hash}>
            <EvidenceFileLine hash={hash} file={files.find((candidate) => hashOf(candidate) === hash)} />
            <button type="button" className="quiet" onClick={() => remove(hash)}>
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
      {removed === null ? null : (
        <p role="status">
          {say('file-removed', { name: removed.name ?? hashOf(removed) })}{' '}
          <button type="button" className="quiet" onClick={() => putBack(removed)}>
            {say('undo')}
          </button>
        </p>
      )}
      {refused.length === 0 ? null : (
        <p className="field-problem" role="alert">
          {refused.join(' ')}
        </p>
      )}
      <p className="hint">{say('evidence-hint')}</p>
    </div>
  );
}
