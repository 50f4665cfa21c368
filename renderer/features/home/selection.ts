/** Which enterprises of the list are ticked, and the one from which a range goes. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** The one that was ticked or unticked last; null where none was. */
  readonly anchor: string | null;
}

export const NOTHING_SELECTED: Selection = { ids: new Set(), anchor: null };

/**
 * The selection after one row was ticked or unticked; with `isRange` every row of `shown` from the anchor to it becomes
 * what it becomes. An anchor that is not shown any more makes no range.
 */
export function afterTick(
  { ids, anchor }: Selection,
  { id, isRange }: { readonly id: string; readonly isRange: boolean },
  shown: readonly string[],
): Selection {
  const [from, to] = [shown.indexOf(anchor ?? id), shown.indexOf(id)];
  const touched = isRange && from !== -1 ? shown.slice(Math.min(from, to), Math.max(from, to) + 1) : [id];
  return { ids: ids.has(id) ? without(ids, touched) : new Set([...ids, ...touched]), anchor: id };
}

function without(ids: ReadonlySet<string>, touched: readonly string[]): ReadonlySet<string> {
  const gone = new Set(touched);
  return new Set([...ids].filter((id) => !gone.has(id)));
}
