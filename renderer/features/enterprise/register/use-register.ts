import { useRef, useState } from 'react';
import type { YearFacts } from '#assessments/schema/facts.ts';
import type { MachineLine } from '#assessments/schema/machines.ts';
import { useRecord } from '../../../app/use-record.ts';
import { typedRow, type Column, type LineDraft, type Refusal } from './line-draft.ts';
import type { RegisterRow } from './register-rows.ts';

/** What was typed and not taken, as it stands in its cell. */
export interface RefusedCell {
  readonly text: string;
  readonly refusal: Refusal;
}
export type RefusedCells = ReadonlyMap<string, RefusedCell>;

export function cellKey(row: string, column: Column): string {
  return `${row} ${column}`;
}

/** The lines of the year's register and how they are changed; what is not taken yet is kept beside them. */
export function useRegister() {
  const { mill, diagnosis, record } = useRecord();
  const [begun, setBegun] = useState<readonly LineDraft[]>([]);
  const [refused, setRefused] = useState<RefusedCells>(new Map());
  /** What the list said to be complete before it was said of all kinds. */
  const completeBefore = useRef<readonly string[]>([]);

  const setLines = (change: (before: readonly MachineLine[]) => readonly MachineLine[]) =>
    record.facts(diagnosis.year, ({ machines = [], ...others }) => withList(others, 'machines', change(machines)));

  const type = ({ key, at, line }: RegisterRow, cells: ReadonlyMap<Column, string>) => {
    const { line: after, refusals } = typedRow(line, cells);
    if (at !== null) setLines((before) => before.map((old, i) => (i === at && hasCount(after) ? after : old)));
    else {
      setBegun((before) => [
        ...before.filter(({ kind }) => kind !== line.kind),
        ...(hasCount(after) || Object.keys(after).length === 1 ? [] : [after]),
      ]);
      if (hasCount(after)) setLines((before) => [...before, after]);
    }
    setRefused((before) => {
      const now = new Map(before);
      for (const [column, text] of cells) {
        const refusal = refusals.get(column);
        if (refusal === undefined) now.delete(cellKey(key, column));
        else now.set(cellKey(key, column), { text, refusal });
      }
      return now;
    });
  };

  const forgetRefused = (kind: string) =>
    setRefused((before) => new Map([...before].filter(([key]) => !key.startsWith(`${kind} `))));

  /** Returns how to put the line back; null where it was in no record. */
  const remove = ({ at, line }: RegisterRow): (() => Promise<void>) | null => {
    forgetRefused(line.kind);
    if (at === null || !hasCount(line)) {
      setBegun((before) => before.filter(({ kind }) => kind !== line.kind));
      return null;
    }
    setLines((before) => before.filter((_, i) => i !== at));
    return () => {
      forgetRefused(line.kind);
      setLines((before) => before.toSpliced(at, 0, line));
      return Promise.resolve();
    };
  };

  const setComplete = (complete: readonly string[]) => {
    completeBefore.current = mill.facts.now['machines.complete'] ?? [];
    record.facts(diagnosis.year, ({ 'machines.complete': _old, ...others }) =>
      withList(others, 'machines.complete', complete),
    );
  };

  return {
    lines: mill.facts.now.machines ?? [],
    complete: mill.facts.now['machines.complete'] ?? [],
    completeBefore,
    begun,
    refused,
    type,
    remove,
    begin: (kind: string) => setBegun((before) => [...before, { kind }]),
    setComplete,
  };
}

function hasCount(line: LineDraft): line is MachineLine {
  return line.count !== undefined;
}

/** In a dossier a list of nothing is absent. */
function withList<K extends 'machines' | 'machines.complete'>(
  facts: YearFacts,
  id: K,
  list: readonly NonNullable<YearFacts[K]>[number][],
): YearFacts {
  return list.length === 0 ? facts : { ...facts, [id]: list };
}
