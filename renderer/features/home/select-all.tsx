import { useEffect, useRef } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import type { EnterpriseRow } from '../../storage/database.ts';

interface SelectAllProps {
  readonly rows: readonly EnterpriseRow[];
  readonly ticked: ReadonlySet<string>;
  readonly onTickAll: (isTicked: boolean) => void;
}

/** Ticks all rows that are shown, or none; half where some are. */
export function SelectAll({ rows, ticked, onTickAll }: SelectAllProps) {
  const { say } = useWords();
  const box = useRef<HTMLInputElement>(null);
  const count = rows.filter(({ id }) => ticked.has(id)).length;
  const isAll = count > 0 && count === rows.length;
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = count > 0 && !isAll;
  }, [count, isAll]);
  return (
    <input
      ref={box}
      type="checkbox"
      checked={isAll}
      disabled={rows.length === 0}
      aria-label={say('select-all', { count: rows.length })}
      onChange={() => onTickAll(!isAll)}
    />
  );
}
