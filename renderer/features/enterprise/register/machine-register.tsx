import { useState, type ClipboardEvent, type FormEvent, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { wordsIn } from '#assessments/reporting/words.ts';
import { useRecord } from '../../../app/use-record.ts';
import { knownIds } from '../../../documents/composer/known-ids.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { UndoLine, type Undo } from '../../../ui/undo-line.tsx';
import { AddKind } from './add-kind.tsx';
import { CompleteTick } from './complete-tick.tsx';
import { blockOf, leavesField, placeAfter, type Place } from './grid-moves.ts';
import { columnsOf, FIRST_COLUMNS, type Column } from './line-draft.ts';
import { MachineRow } from './machine-row.tsx';
import { registerGroups, type RegisterRow } from './register-rows.ts';
import { SumsTable } from './sums-table.tsx';
import { TakeOver } from './take-over.tsx';
import { useRegister } from './use-register.ts';
import { useKindName } from './use-kind-name.ts';
import './register.css';

const HEADS = ['count', 'since', 'digital', 'networked', 'on-cloud'] as const;

/** The machines of the year, a row a kind, typed and pasted like a spreadsheet; what they come to stands beneath. */
export function MachineRegister() {
  const { say, language } = useWords();
  const { dossier, readOnly } = useRecord();
  const register = useRegister();
  const [added, setAdded] = useState<readonly string[]>([]);
  /** Rows in which something was typed: they show all of their cells before it is taken, so that nothing moves as the field is left. */
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [undo, setUndo] = useState<Undo | null>(null);
  const nameOf = useKindName();
  const words = wordsIn(language);
  const kinds = knownIds.machines;
  const groups = registerGroups(register.lines, { begun: register.begun, added }, dossier.enterprise, kinds);
  const rows = groups.flatMap((group) => group.rows);
  const cells = rows.map((row) => columnsOf(row.line, kinds.get(row.line.kind)));
  const isOpen = (row: RegisterRow) => opened.has(row.key) || !isEmpty(row);
  const widths = rows.map((row, i) => (isOpen(row) ? (cells[i]?.length ?? 0) : FIRST_COLUMNS.length));

  const onInput = ({ target }: FormEvent<HTMLElement>) => {
    const row = target instanceof HTMLInputElement ? rows[placeOf(target)?.row ?? -1] : undefined;
    if (row !== undefined && !isOpen(row)) setOpened((before) => new Set(before).add(row.key));
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { target, key, shiftKey } = event;
    if (!(target instanceof HTMLInputElement) || event.nativeEvent.isComposing || event.ctrlKey || event.altKey) return;
    const at = placeOf(target);
    const next =
      at === null || (key !== 'Enter' && !leavesField(key, target)) ? null : placeAfter(key, shiftKey, at, widths);
    if (next === null) return;
    event.preventDefault();
    focusCell(event.currentTarget, next);
  };

  const onPaste = (event: ClipboardEvent<HTMLElement>) => {
    const { target, currentTarget, clipboardData } = event;
    const at = target instanceof HTMLInputElement ? placeOf(target) : null;
    const block = blockOf(clipboardData.getData('text/plain'));
    if (at === null || readOnly || (block.length < 2 && (block[0]?.length ?? 0) < 2)) return;
    event.preventDefault();
    (target as HTMLInputElement).blur();
    flushSync(() => {
      block.forEach((texts, down) => {
        const row = rows[at.row + down];
        const columns = cells[at.row + down]?.slice(at.column) ?? [];
        const pasted = columns.slice(0, texts.length).map((column, i) => [column, texts[i] ?? ''] as const);
        if (row !== undefined && pasted.length > 0) register.type(row, new Map<Column, string>(pasted));
      });
    });
    focusCell(currentTarget, at);
  };

  const remove = (row: RegisterRow) => {
    const putBack = register.remove(row);
    setOpened((before) => new Set([...before].filter((key) => key !== row.key)));
    setUndo(putBack === null ? null : { text: say('machine-removed', { name: nameOf(row.line.kind) }), undo: putBack });
  };

  let first = 0;
  return (
    <fieldset disabled={readOnly} className="register" onInput={onInput} onKeyDown={onKeyDown} onPasteCapture={onPaste}>
      <p className="hint">{say('register-hint')}</p>
      <TakeOver id="machines" />
      {dossier.enterprise.subSectors.length === 0 ? <p className="tone-warning">{say('register-no-sector')}</p> : null}
      {groups.map((group) => {
        const start = first;
        first += group.rows.length;
        return (
          <section key={group.id} className="fact-group">
            <h2>{groupName(group.id)}</h2>
            <table className="register-table">
              <thead>
                <tr>
                  <th scope="col">{words.say('register-machine')}</th>
                  {HEADS.map((head) => (
                    <th key={head} scope="col">
                      {words.say(`register-${head}`)}
                    </th>
                  ))}
                  <td />
                </tr>
              </thead>
              {group.rows.map((row, i) => (
                <MachineRow
                  key={row.key}
                  row={row}
                  position={start + i}
                  columns={isOpen(row) ? (cells[start + i] ?? []) : [...FIRST_COLUMNS]}
                  refused={register.refused}
                  onType={(column, text) => register.type(row, new Map([[column, text]]))}
                  onRemove={() => remove(row)}
                  onAnother={
                    register.begun.some(({ kind }) => kind === row.line.kind)
                      ? null
                      : () => register.begin(row.line.kind)
                  }
                />
              ))}
            </table>
          </section>
        );
      })}
      <AddKind
        shown={new Set(rows.map(({ line }) => line.kind))}
        onAdd={(kind) => setAdded((before) => [...before, kind])}
      />
      <CompleteTick register={register} />
      <SumsTable lines={register.lines} complete={register.complete} />
      {undo === null ? null : <UndoLine undo={undo} onDone={() => setUndo(null)} />}
    </fieldset>
  );

  function groupName(id: (typeof groups)[number]['id']): string {
    if (id === 'production' || id === 'auxiliary' || id === 'unknown') return say(`machines-${id}`);
    return say('machines-of', { sector: words.say(`sector-${id}`) });
  }
}

/** Nothing is said of it yet: it shows no features to be counted. */
function isEmpty({ at, line }: RegisterRow): boolean {
  return at === null && Object.keys(line).length === 1;
}

function placeOf(field: HTMLInputElement): Place | null {
  const { row, column } = field.closest<HTMLElement>('[data-row]')?.dataset ?? {};
  return row === undefined || column === undefined ? null : { row: Number(row), column: Number(column) };
}

function focusCell(within: HTMLElement, { row, column }: Place): void {
  within.querySelector<HTMLInputElement>(`[data-row="${row}"][data-column="${column}"] input`)?.focus();
}
