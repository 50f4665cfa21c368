import { useEffect, useRef, useState } from 'react';
import { firstChoices, mergeDossiers, type TakenFromTheirs } from '#assessments/exchange/merge.ts';
import type { Dossier } from '#assessments/schema/dossier.ts';
import { useWords } from '../../i18n/use-words.ts';
import { ForeignName } from '../../ui/foreign-name.tsx';
import { inertName } from '../../ui/inert-name.ts';
import { ImportSummary } from './import-summary.tsx';
import { MergeChoices } from './merge-choices.tsx';
import { ProblemList } from './problem-list.tsx';
import { isPutBack, offersEvidence, type Import, type ImportPreview } from './use-import.ts';

type Decisions = Omit<
  Import,
  'preview' | 'isTaking' | 'lookAtFiles' | 'lookAtPackage' | 'writing' | 'taken' | 'forgetTaken'
>;

interface ImportDialogProps {
  readonly preview: ImportPreview;
  readonly decisions: Decisions;
}

/** What a file holds and how it stands to what is here, before anything is written. */
export default function ImportDialog({ preview, decisions }: ImportDialogProps) {
  const { say } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const [choices, setChoices] = useState<TakenFromTheirs>(() => firstChoices(preview.standing?.comparison));
  const [isMerging, setMerging] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [isMerging]);
  const { isWorking: busy, run } = decisions;
  const { outcome, standing, refusal } = preview;
  return (
    <dialog
      ref={dialog}
      className={isMerging ? 'merge' : ''}
      // Of two that come at once Chromium lets only the first be prevented.
      closedby={busy ? 'none' : 'closerequest'}
      onClose={decisions.close}
      onCancel={(event) => {
        if (!isMerging && !busy) return;
        event.preventDefault();
        if (!busy) setMerging(false);
      }}
      aria-labelledby="import-title"
    >
      <h2 id="import-title" ref={heading} tabIndex={-1}>
        {isMerging && standing !== null
          ? say('merge-title', { name: inertName(standing.mine.enterprise.name) })
          : say(preview.file === null ? 'package-title' : 'import-title')}{' '}
        {isMerging || preview.file === null ? null : <ForeignName name={preview.file} most={80} />}
      </h2>
      {outcome.ok && isMerging && standing !== null ? (
        <MergeChoices standing={standing} theirs={outcome.value} choices={choices} onChoose={setChoices} />
      ) : null}
      {outcome.ok && !isMerging ? <ImportSummary preview={preview} theirs={outcome.value} /> : null}
      {outcome.ok ? null : (
        <>
          <p className="tone-bad">{say('import-refused')}</p>
          <ProblemList problems={outcome.problems} days={preview.days} />
        </>
      )}
      {refusal === null ? null : (
        <p className="tone-bad" role="alert">
          {refusal}
        </p>
      )}
      <p role="status">{busy && preview.came !== null ? say('package-taking') : ''}</p>
      <div className="buttons">
        {outcome.ok && isMerging && standing !== null ? (
          <>
            <button
              type="button"
              className="primary"
              disabled={busy}
              onClick={() => run(() => decisions.merge(mergeDossiers(standing.mine, outcome.value, choices)))}
            >
              {say('merge-do')}
            </button>
            <button type="button" disabled={busy} onClick={() => setMerging(false)}>
              {say('merge-back')}
            </button>
          </>
        ) : (
          <>
            {outcome.ok ? (
              <WaysToTake
                preview={preview}
                theirs={outcome.value}
                decisions={decisions}
                busy={busy}
                run={run}
                onMerge={() => setMerging(true)}
              />
            ) : null}
            <button type="button" disabled={busy} onClick={decisions.close}>
              {say(outcome.ok ? 'cancel' : 'close')}
            </button>
          </>
        )}
      </div>
    </dialog>
  );
}

interface WaysToTakeProps extends ImportDialogProps {
  readonly theirs: Dossier;
  readonly busy: boolean;
  readonly run: (act: () => Promise<void>) => void;
  readonly onMerge: () => void;
}

/** What can be done with the dossier, the way that loses nothing first. */
function WaysToTake({ preview, theirs, decisions, busy, run, onMerge }: WaysToTakeProps) {
  const { say } = useWords();
  const relation = preview.standing?.comparison.relation;
  const replace = () => run(() => decisions.replace(theirs));
  return (
    <>
      {relation === 'conflict' ? (
        <button type="button" className="primary" disabled={busy} onClick={onMerge}>
          {say('merge-open')}
        </button>
      ) : null}
      {isPutBack(preview) ? (
        <button type="button" className="primary" disabled={busy} onClick={() => run(() => decisions.putBack(theirs))}>
          {say('import-put-back')}
        </button>
      ) : null}
      {offersEvidence(preview) ? (
        <button
          type="button"
          className={relation === 'same' || relation === 'older' ? 'primary' : ''}
          disabled={busy}
          onClick={() => run(decisions.takeEvidence)}
        >
          {say('package-take-evidence')}
        </button>
      ) : null}
      {relation === undefined ? (
        <button type="button" className="primary" disabled={busy} onClick={replace}>
          {say('import-take')}
        </button>
      ) : null}
      {preview.namesakes.map(({ id, base: { enterprise } }) => (
        <button key={id} type="button" disabled={busy} onClick={() => run(() => decisions.joinNamesake(id))}>
          {say('import-join', { name: inertName(enterprise.name), city: enterprise.region?.city ?? say('no-city') })}
        </button>
      ))}
      {relation === undefined || relation === 'same' ? null : (
        <>
          <button type="button" className={relation === 'newer' ? 'primary' : ''} disabled={busy} onClick={replace}>
            {say('import-replace')}
          </button>
          <button type="button" disabled={busy} onClick={() => run(() => decisions.keepBoth(theirs))}>
            {say('import-copy')}
          </button>
        </>
      )}
    </>
  );
}
