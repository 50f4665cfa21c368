import { useEffect, useRef, useState } from 'react';
import type { EnterpriseRow } from '../../storage/database.ts';
import type { Undo } from '../../ui/undo-line.tsx';
import type { Shelf } from './listing.ts';
import { TableRow } from './table-row.tsx';
import type { Twin } from './twins.ts';
import type { Tick } from './use-selection.ts';

/** Rows that are drawn together: more than a screenful. */
export const BLOCK = 30;
/** How high a row is on average, of two lines. */
const ROW_HEIGHT = '3.6rem';
/** How far from the view rows are drawn, so that neither the wheel nor the Tab key comes to any that are not. */
const NEAR = '800px 0px';

interface RowBlockProps {
  readonly rows: readonly EnterpriseRow[];
  /** Place of the first of them in the list. */
  readonly from: number;
  readonly shelf: Shelf;
  readonly ticked: ReadonlySet<string>;
  readonly twins: ReadonlyMap<string, Twin>;
  readonly onTick: Tick;
  readonly onUndoable: (undo: Undo) => void;
}

/** Rows that are drawn while they are in view, near it or hold the focus; else their room is kept. */
export function RowBlock({ rows, from, shelf, ticked, twins, onTick, onUndoable }: RowBlockProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  /** Null while the rows are drawn. */
  const [room, setRoom] = useState(from === 0 ? null : `calc(${rows.length} * ${ROW_HEIGHT})`);
  useEffect(() => {
    const { current } = body;
    if (current === null) return;
    const observer = new IntersectionObserver(
      (changes) => {
        const isNear = changes.at(-1)?.isIntersecting === true;
        if (isNear) setRoom(null);
        else if (!current.contains(document.activeElement)) setRoom((kept) => kept ?? `${current.offsetHeight}px`);
      },
      { rootMargin: NEAR },
    );
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return (
    <tbody ref={body}>
      {room === null ? (
        rows.map((row, i) => (
          <TableRow
            key={row.id}
            row={row}
            position={from + i}
            shelf={shelf}
            isTicked={ticked.has(row.id)}
            twin={twins.get(row.id)}
            onTick={onTick}
            onUndoable={onUndoable}
          />
        ))
      ) : (
        <tr aria-hidden="true" style={{ height: room }} />
      )}
    </tbody>
  );
}
