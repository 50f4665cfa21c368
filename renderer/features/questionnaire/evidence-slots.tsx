import { useState } from 'react';
import type { Answer } from '#assessments/schema/answers.ts';
import { bareHash } from '#assessments/schema/bare-hash.ts';
import type { EvidenceFile } from '#assessments/schema/dossier.ts';
import { evidenceName } from '#assessments/schema/evidence-name.ts';
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
  const [repeated, setRepeated] = useState<readonly string[]>([]);
  const files = dossier.evidence ?? [];
  const [removed, setRemoved] = useState<{ readonly file: EvidenceFile; readonly name: string | undefined } | null>(
    null,
  );
  const attached = answer?.evidence ?? [];
  const others = files.filter((file) => !attached.includes(hashOf(file)));
  const fileOf = (hash: string) => files.find((file) => hashOf(file) === hash);
  const nameOf = (hash: string) => evidenceName(answer, hash, fileOf(hash));
  const add = async (chosen: readonly File[]) => {
    const problems: string[] = [];
    const repeats: string[] = [];
    const names = new Map(attached.map((hash) => [hash, nameOf(hash) ?? hash]));
    setRemoved(null);
    for (const file of chosen) {
      const read = await readEvidence(file, today());
      if (typeof read === 'string') {
        problems.push(say(`file-${read}`, { name: file.name, limit: LARGEST_FILE_MB }));
        continue;
      }
      const kept = await desktop.keepEvidence({ name: file.name, bytes: read.bytes });
      if (kept.kind !== 'done' || kept.value.sha256 !== bareHash(read.evidence.sha256)) {
        const reason = say(`trouble-${kept.kind === 'trouble' ? kept.trouble : 'failed'}`);
        problems.push(say('file-not-kept', { name: file.name, reason }));
        continue;
      }
      const hash = hashOf(read.evidence);
      const same = names.get(hash);
      if (same !== undefined) repeats.push(say('file-repeated', { name: file.name, same }));
      names.set(hash, same ?? file.name);
      record.evidence((before) => withFile(before, read.evidence));
      onChange((before) => withEvidence(before, hash, file.name));
    }
    setRefused(problems);
    setRepeated(repeats);
  };
  const remove = (hash: string) => {
    onRemove();
    const file = fileOf(hash);
    setRemoved(file === undefined ? null : { file, name: nameOf(hash) });
    record.evidence(() => withoutUnnamed(dossier, hash));
    onChange((before) => withoutEvidence(before, hash));
  };
  const putBack = ({ file, name }: NonNullable<typeof removed>) => {
    setRemoved(null);
    record.evidence((before) => withFile(before, file));
    onChange((before) => withEvidence(before, hashOf(file), name));
  };
  return (
    <div className="evidence">
      <ul>
        {attached.map((hash) => (
          <li key={hash}>
            <EvidenceFileLine hash={hash} file={fileOf(hash)} name={nameOf(hash)} />
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
          {say('file-removed', { name: removed.name ?? hashOf(removed.file) })}{' '}
          <button type="button" className="quiet" onClick={() => putBack(removed)}>
            {say('undo')}
          </button>
        </p>
      )}
      {repeated.length === 0 ? null : <p role="status">{repeated.join(' ')}</p>}
      {refused.length === 0 ? null : (
        <p className="field-problem" role="alert">
          {refused.join(' ')}
        </p>
      )}
      <p className="hint">{say('evidence-hint')}</p>
    </div>
  );
}
