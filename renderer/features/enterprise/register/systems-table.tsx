import { useState } from 'react';
import { SYSTEM_KINDS, type SystemLine } from '#assessments/schema/machines.ts';
import { Year } from '#assessments/schema/units.ts';
import { wordsIn } from '#assessments/reporting/words.ts';
import { useRecord } from '../../../app/use-record.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { DraftField } from '../../../ui/draft-field.tsx';
import { Select } from '../../../ui/select.tsx';
import { UndoLine, type Undo } from '../../../ui/undo-line.tsx';
import { withoutUndefined } from '../without-undefined.ts';
import { TakeOver } from './take-over.tsx';
import './register.css';

type SystemPart = { readonly [K in 'kind' | 'name' | 'since' | 'scope' | 'cloud']?: SystemLine[K] | undefined };

/** The software of the mill, a row a system. */
export function SystemsTable() {
  const { say, language } = useWords();
  const { mill, diagnosis, record, readOnly } = useRecord();
  const [undo, setUndo] = useState<Undo | null>(null);
  /** Counts removals and their undoing, so that no field keeps what was refused of another line. */
  const [round, setRound] = useState(0);
  const words = wordsIn(language);
  const lines = mill.facts.now.systems ?? [];
  const setLines = (change: (before: readonly SystemLine[]) => readonly SystemLine[]) =>
    record.facts(diagnosis.year, ({ systems = [], ...others }) => {
      const after = change(systems);
      return after.length === 0 ? others : { ...others, systems: [...after] };
    });
  const set = (at: number, part: SystemPart) =>
    setLines((before) =>
      before.map((old, i) => (i === at ? withoutUndefined({ ...old, ...part } as SystemLine) : old)),
    );
  const remove = (line: SystemLine, at: number) => {
    setLines((before) => before.filter((_, i) => i !== at));
    setRound((before) => before + 1);
    setUndo({
      text: say('machine-removed', { name: line.name ?? words.say(`system-${line.kind}`) }),
      undo: () => {
        setLines((before) => before.toSpliced(at, 0, line));
        setRound((before) => before + 1);
        return Promise.resolve();
      },
    });
  };
  return (
    <fieldset disabled={readOnly} className="register">
      <p className="hint">{say('systems-hint')}</p>
      <TakeOver id="systems" />
      <section className="fact-group">
        {lines.length === 0 ? null : (
          <table className="systems">
            <thead>
              <tr>
                <th scope="col" className="systems-kind">
                  {words.say('register-system')}
                </th>
                <th scope="col">{words.say('register-name')}</th>
                <th scope="col" className="systems-since">
                  {words.say('register-since')}
                </th>
                <th scope="col">{words.say('register-scope')}</th>
                <th scope="col" className="systems-place">
                  {words.say('register-placed')}
                </th>
                <th scope="col" className="systems-remove">
                  <span className="unseen">{say('actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line, i) => (
                <SystemRow
                  key={`${round} ${i}`}
                  line={line}
                  number={i + 1}
                  onChange={(part) => set(i, part)}
                  onRemove={() => remove(line, i)}
                />
              ))}
            </tbody>
          </table>
        )}
        <button type="button" onClick={() => setLines((before) => [...before, { kind: freeKind(lines) }])}>
          {say('add-system')}
        </button>
      </section>
      {undo === null ? null : <UndoLine undo={undo} onDone={() => setUndo(null)} />}
    </fieldset>
  );
}

/** The first kind of which the mill has named none. */
function freeKind(lines: readonly SystemLine[]): SystemLine['kind'] {
  return SYSTEM_KINDS.find((kind) => !lines.some((line) => line.kind === kind)) ?? 'other';
}

interface SystemRowProps {
  readonly line: SystemLine;
  readonly number: number;
  readonly onChange: (part: SystemPart) => void;
  readonly onRemove: () => void;
}

function SystemRow({ line, number, onChange, onRemove }: SystemRowProps) {
  const { say, language } = useWords();
  const [refusedYear, setRefusedYear] = useState<string | null>(null);
  const words = wordsIn(language);
  const label = (column: 'system' | 'name' | 'since' | 'scope' | 'placed') =>
    say('system-cell', { number, column: words.say(`register-${column}`) });
  const commitYear = (text: string) => {
    const typed = text.normalize('NFKC').trim();
    const since = Year.safeParse(Number(typed));
    const isTaken = typed === '' || since.success;
    setRefusedYear(isTaken ? null : text);
    if (isTaken) onChange({ since: since.success ? since.data : undefined });
  };
  return (
    <tr>
      <td>
        <Select
          hideLabel
          label={label('system')}
          value={line.kind}
          options={SYSTEM_KINDS.map((kind) => ({ value: kind, label: say(`system-kind-${kind}`) }))}
          onChange={(kind) => kind !== '' && onChange({ kind })}
        />
      </td>
      <td>
        <DraftField
          hideLabel
          label={label('name')}
          value={line.name ?? ''}
          onCommit={(text) => onChange({ name: text.trim() || undefined })}
        />
      </td>
      <td>
        <DraftField
          hideLabel
          numeric
          label={label('since')}
          value={refusedYear ?? (line.since === undefined ? '' : String(line.since))}
          invalid={refusedYear === null ? null : say('refused-no-year')}
          onCommit={commitYear}
        />
      </td>
      <td>
        <DraftField
          hideLabel
          label={label('scope')}
          value={line.scope ?? ''}
          onCommit={(text) => onChange({ scope: text.trim() || undefined })}
        />
      </td>
      <td>
        <Select
          hideLabel
          label={label('placed')}
          value={line.cloud === undefined ? '' : line.cloud ? 'cloud' : 'site'}
          empty={say('answer-unknown')}
          options={(['cloud', 'site'] as const).map((value) => ({ value, label: words.say(`system-on-${value}`) }))}
          onChange={(value) => onChange({ cloud: value === '' ? undefined : value === 'cloud' })}
        />
      </td>
      <td>
        <button type="button" className="quiet" onClick={onRemove}>
          {say('remove')}
          <span className="unseen"> {number}</span>
        </button>
      </td>
    </tr>
  );
}
