import type { Enterprise } from '#assessments/schema/dossier.ts';
import type { MachineKind, MachineKinds, MachineLine } from '#assessments/schema/machines.ts';
import type { SubSector } from '#assessments/schema/vocabulary.ts';
import type { LineDraft } from './line-draft.ts';

type Site = Pick<Enterprise, 'subSectors' | 'processes'>;

/** A row of the register: a line of the record, or one of a kind that has none yet. */
export interface RegisterRow {
  /** The kind, and which of its rows it is: the same before and after the line is stored. */
  readonly key: string;
  /** Where the line stands in the record; null where it is not stored. */
  readonly at: number | null;
  readonly line: LineDraft;
}

/** Main machines of a sub-sector, other production machines, what serves all of them, and what no list knows. */
export type GroupId = SubSector | 'production' | 'auxiliary' | 'unknown';
export interface RegisterGroup {
  readonly id: GroupId;
  readonly rows: readonly RegisterRow[];
}

/** What stands in the table besides the lines of the record. */
export interface OpenRows {
  /** Lines without a count, one a kind at most. */
  readonly begun: readonly LineDraft[];
  /** Kinds that were looked up. */
  readonly added: readonly string[];
}

/** Whether a mill of these sub-sectors and processes may have machines of a kind; where none is ticked, what all have. */
export function fits({ subSectors, processes }: MachineKind, site: Site): boolean {
  const isOf = <T>(mine: readonly T[] | undefined, ticked: readonly T[]) =>
    mine === undefined || mine.some((one) => ticked.includes(one));
  return isOf(subSectors, site.subSectors) && (site.processes.length === 0 || isOf(processes, site.processes));
}

/**
 * The register as it is typed: every line of the record, and an empty row for each kind that fits the mill or was looked up,
 * in the order of the list of kinds; lines of one kind stand together in the order of the record.
 */
export function registerGroups(
  lines: readonly MachineLine[],
  { begun, added }: OpenRows,
  site: Site,
  kinds: MachineKinds,
): RegisterGroup[] {
  const groups = new Map<GroupId, RegisterRow[]>();
  const unknown = lines.map(({ kind }) => kind).filter((kind) => !kinds.has(kind));
  for (const kind of new Set([...kinds.keys(), ...unknown])) {
    const stored = lines.flatMap((line, at) => (line.kind === kind ? [{ at, line }] : []));
    const open = begun.filter((line) => line.kind === kind).map((line) => ({ at: null, line }));
    const isOffered = added.includes(kind) || isFitting(kinds.get(kind), site);
    const rows = stored.length + open.length > 0 || !isOffered ? [...stored, ...open] : [{ at: null, line: { kind } }];
    if (rows.length === 0) continue;
    const id = groupOf(kinds.get(kind), site);
    const group = groups.get(id) ?? [];
    group.push(...rows.map((row, nth) => ({ ...row, key: `${kind} ${nth + 1}` })));
    groups.set(id, group);
  }
  const order: GroupId[] = [...site.subSectors];
  const rank = (id: GroupId) => (order.includes(id) ? order.indexOf(id) : order.length + 1 + LAST.indexOf(id));
  return [...groups].map(([id, rows]) => ({ id, rows })).sort((a, b) => rank(a.id) - rank(b.id));
}

/** Behind the groups of the mill's own sub-sectors and those of others. */
const LAST: readonly GroupId[] = ['production', 'auxiliary', 'unknown'];

function isFitting(kind: MachineKind | undefined, site: Site): boolean {
  return kind !== undefined && fits(kind, site);
}

/** Production machines stand with the mill's sub-sector that has them, else with the first that does; those of all with the mill's first. */
function groupOf(kind: MachineKind | undefined, { subSectors }: Site): GroupId {
  if (kind === undefined) return 'unknown';
  if (!kind.production) return 'auxiliary';
  return (
    subSectors.find((ticked) => kind.subSectors?.includes(ticked)) ??
    kind.subSectors?.[0] ??
    subSectors[0] ??
    'production'
  );
}
