import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { EnterpriseRow } from '../../storage/database.ts';
import { afterTick, NOTHING_SELECTED } from './selection.ts';

/** Ticks or unticks a row, with `isRange` all from the one before. */
export type Tick = (tick: { readonly id: string; readonly isRange: boolean }) => void;

/** The rows that are ticked among those shown: what a filter hides is not acted on. */
export function useSelection(shown: readonly EnterpriseRow[]) {
  const [selection, setSelection] = useState(NOTHING_SELECTED);
  const latest = useRef(shown);
  useEffect(() => {
    latest.current = shown;
  }, [shown]);
  const tick = useCallback<Tick>((one) => {
    const ids = latest.current.map(({ id }) => id);
    setSelection((before) => afterTick(before, one, ids));
  }, []);
  const tickAll = useCallback((isTicked: boolean) => {
    const ids = new Set(isTicked ? latest.current.map(({ id }) => id) : []);
    setSelection({ ids, anchor: null });
  }, []);
  const chosen = useMemo(() => shown.filter(({ id }) => selection.ids.has(id)), [shown, selection]);
  return { chosen, ids: selection.ids, tick, tickAll };
}
