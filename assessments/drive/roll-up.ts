import type { Dossier } from '../schema/dossier.ts';
import type { PackId } from '../schema/ids.ts';
import { DRIVE_FORMAT, type Result } from '../schema/result.ts';

/** One enterprise in the roll-up. */
export interface DriveEntry {
  readonly id: string;
  readonly name: string;
  readonly city: string | null;
  readonly subSectors: readonly string[];
  readonly packs: Readonly<
    Partial<
      Record<PackId, { readonly low: number | null; readonly high: number | null; readonly level: number | null }>
    >
  >;
}

export interface DriveRollUp {
  readonly format: typeof DRIVE_FORMAT;
  readonly version: 1;
  readonly asOf: string;
  readonly enterprises: readonly DriveEntry[];
}

/** What the drive keeps of a result. */
export function driveEntry(dossier: Dossier, result: Result): DriveEntry {
  return {
    id: dossier.id,
    name: dossier.enterprise.name,
    city: dossier.enterprise.region?.city ?? null,
    subSectors: dossier.enterprise.subSectors,
    packs: Object.fromEntries(
      Object.entries(result.packs).map(([id, pack]) => [
        id,
        { low: pack.score?.low ?? null, high: pack.score?.high ?? null, level: pack.level },
      ]),
    ),
  };
}

/** The drive's enterprises, by id. */
export function rollUp(entries: readonly DriveEntry[], asOf: string): DriveRollUp {
  const enterprises = [...entries].sort((a, b) => (a.id < b.id ? -1 : 1));
  return { format: DRIVE_FORMAT, version: 1, asOf, enterprises };
}
