import { useEffect, useRef, useState } from 'react';
import type { Dossier } from '#assessments/schema/dossier.ts';
import type { Outcome } from '#assessments/schema/problem.ts';
import { useWords } from '../../i18n/use-words.ts';
import type { ImportComparison } from './import-relation.ts';
import { ProblemList } from './problem-list.tsx';

export interface ImportPreview {
  readonly file: string;
  readonly outcome: Outcome<Dossier>;
  /** What to call the diagnoses in which problems lie. */
  readonly days: readonly (string | null)[];
  readonly comparison: ImportComparison | null;
  /** Of the hand-over package that it came in; null for a file of its own. */
  readonly ticket: string | null;
  /** Why nothing was written; null where nothing was refused. */
  readonly refusal: string | null;
}

interface ImportDialogProps {
  readonly preview: ImportPreview;
  readonly onReplace: (dossier: Dossier) => void;
  readonly onCopy: (dossier: Dossier) => void;
  readonly onClose: () => void;
}

/** What a file holds and how it stands to what is here, before anything is written. */
export default function ImportDialog({ preview, onReplace, onCopy, onClose }: ImportDialogProps) {
  const { say } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const [taken, setTaken] = useState(false);
  const { outcome, comparison } = preview;
  const busy = taken && preview.refusal === null;
  const once = (act: (dossier: Dossier) => void, dossier: Dossier) => {
    setTaken(true);
    act(dossier);
  };
  return (
    <dialog ref={dialog} onClose={onClose} aria-labelledby="import-title">
      <h2 id="import-title">{say('import-title', { file: preview.file })}</h2>
      {outcome.ok && comparison !== null ? (
        <>
          <p>
            <strong>{outcome.value.enterprise.name}</strong>
          </p>
          <p>
            {say('import-holds', {
              years: Object.keys(outcome.value.facts).length,
              rounds: outcome.value.diagnoses.length,
              answers: outcome.value.diagnoses.reduce(
                (sum, diagnosis) => sum + Object.keys(diagnosis.answers).length,
                0,
              ),
            })}
          </p>
          <p>{say(`import-${comparison.relation}`, { ...comparison })}</p>
          {preview.refusal === null ? null : (
            <p className="tone-bad" role="alert">
              {preview.refusal}
            </p>
          )}
          <div className="buttons">
            {comparison.relation === 'same' ? null : (
              <button type="button" className="primary" disabled={busy} onClick={() => once(onReplace, outcome.value)}>
                {say(comparison.relation === 'new' ? 'import-take' : 'import-replace')}
              </button>
            )}
            {comparison.relation === 'conflict' || comparison.relation === 'older' ? (
              <button type="button" disabled={busy} onClick={() => once(onCopy, outcome.value)}>
                {say('import-copy')}
              </button>
            ) : null}
            <button type="button" onClick={onClose}>
              {say('cancel')}
            </button>
          </div>
        </>
      ) : null}
      {outcome.ok ? null : (
        <>
          <p className="tone-bad">{say('import-refused')}</p>
          <ProblemList problems={outcome.problems} days={preview.days} />
          <div className="buttons">
            <button type="button" onClick={onClose}>
              {say('close')}
            </button>
          </div>
        </>
      )}
    </dialog>
  );
}
