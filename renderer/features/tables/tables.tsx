import { useRef, useState } from 'react';
import { Link } from 'wouter';
import { useServices } from '../../app/services.ts';
import { stepPath } from '../../app/routes.ts';
import { useRecord } from '../../app/use-record.ts';
import { useWords } from '../../i18n/use-words.ts';
import { inertName } from '../../ui/inert-name.ts';
import { UndoLine, type Undo } from '../../ui/undo-line.tsx';
import type { Change } from './change.ts';
import { readTable } from './reading/read-table.ts';
import type { ReadTable, Sheet } from './reading/table.ts';
import { ReadBack } from './read-back.tsx';
import { SendOut } from './send-out.tsx';
import { takeChanges, undoChanges } from './take-changes.ts';
import { markerIn } from './templates/marker.ts';
import { OwnTable } from './own-table.tsx';
import './tables.css';

interface ChosenFile {
  readonly name: string;
  readonly read: ReadTable;
}

/** Figures and answers by way of Excel: templates that go out and come back, and any table that the mill has. */
export default function Tables() {
  const { say } = useWords();
  const { dossier, diagnosis, record, readOnly } = useRecord();
  const { desktop } = useServices();
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [trouble, setTrouble] = useState('');
  const [undo, setUndo] = useState<Undo | null>(null);
  const chooser = useRef<HTMLButtonElement>(null);
  const choose = async () => {
    const outcome = await desktop.openFiles({ kind: 'table', many: false });
    setTrouble(
      outcome.kind === 'trouble' ? say('tables-not-opened', { reason: say(`trouble-${outcome.trouble}`) }) : '',
    );
    const [chosen] = outcome.kind === 'done' ? outcome.value : [];
    if (chosen !== undefined) setFile({ name: inertName(chosen.name, 80), read: readTable(chosen.bytes) });
  };
  const take = (changes: readonly Change[]) => {
    takeChanges(record, diagnosis.id, changes);
    setFile(null);
    chooser.current?.focus();
    setUndo({
      text: say('tables-taken', { count: changes.length }),
      undo: () => Promise.resolve(undoChanges(record, diagnosis.id, changes)),
    });
  };
  return (
    <main className="page wide tables">
      <p>
        <Link href={stepPath(dossier.id, 'facts')}>‹ {say('tables-back')}</Link>
      </p>
      <h1>{say('tables-title')}</h1>
      <p className="hint">{say('tables-intro')}</p>
      <SendOut />
      <section className="tables-part">
        <h2>{say('tables-in')}</h2>
        <p className="hint">{say('tables-in-hint')}</p>
        <button ref={chooser} type="button" className="primary" disabled={readOnly} onClick={() => void choose()}>
          {say('tables-choose')}
        </button>
        {trouble === '' ? null : (
          <p className="tone-bad" role="alert">
            {trouble}
          </p>
        )}
        {file === null ? null : <Chosen key={file.name} file={file} onTake={take} />}
      </section>
      {undo === null ? null : <UndoLine undo={undo} onDone={() => setUndo(null)} />}
    </main>
  );
}

interface ChosenProps {
  readonly file: ChosenFile;
  readonly onTake: (changes: readonly Change[]) => void;
}

/** What the chosen file is: a template of ours, a table of the mill, or why it was not read. */
function Chosen({ file: { name, read }, onTake }: ChosenProps) {
  const { say } = useWords();
  if (!read.ok)
    return (
      <p className="tone-bad" role="alert">
        {say(`table-refused-${read.refusal}`, { name })}
      </p>
    );
  return (
    <>
      <p className="tables-file" role="status">
        {say('tables-file', { name })}
      </p>
      <Shown sheets={read.sheets} onTake={onTake} />
    </>
  );
}

function Shown({ sheets, onTake }: { readonly sheets: readonly Sheet[]; readonly onTake: ChosenProps['onTake'] }) {
  const [marker] = useState(() => markerIn(sheets));
  return marker === null ? (
    <OwnTable sheets={sheets.filter(({ rows }) => rows.length > 0)} onTake={onTake} />
  ) : (
    <ReadBack sheets={sheets} marker={marker} onTake={onTake} />
  );
}
