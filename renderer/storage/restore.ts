import { compareDossiers } from '#assessments/exchange/compare.ts';
import { knownToPacks } from '#assessments/packs/registry.ts';
import type { Dossier } from '#assessments/schema/dossier.ts';
import { readDossier } from '#assessments/schema/read-dossier.ts';
import type { DesktopApi } from '#electron/contract/desktop-api.ts';
import type { EnterpriseStore } from './enterprise-store.ts';
import type { LostEnterprise } from './lost-enterprises.ts';
import type { SetAsideRow } from './database.ts';

export interface Restored {
  readonly restored: number;
  /** Names of enterprises whose copy could not be read. */
  readonly unreadable: readonly string[];
  /** What stood in their places, until it is put back. */
  readonly before: readonly SetAsideRow[];
}

/**
 * Brings enterprises back from their copies in one transaction; each is read as any import is, what stood in its place is
 * set aside, and what then is in the database is counted.
 */
export async function restore(
  lost: readonly LostEnterprise[],
  desktop: Pick<DesktopApi, 'readMirror'>,
  store: Pick<EnterpriseStore, 'restoreAll' | 'read'>,
): Promise<Restored> {
  const dossiers: Dossier[] = [];
  const unreadable: string[] = [];
  for (const { id, name, at } of lost) {
    const read = await desktop.readMirror({ id, at });
    const dossier = read.kind === 'done' ? readDossier(read.value, knownToPacks) : null;
    if (dossier?.ok === true && dossier.value.id === id) dossiers.push(dossier.value);
    else unreadable.push(name);
  }
  const before = await store.restoreAll(dossiers);
  const found = await Promise.all(dossiers.map(async (dossier) => isSame(await store.read(dossier.id), dossier)));
  return { restored: found.filter(Boolean).length, unreadable, before };
}

function isSame(found: Dossier | null, wanted: Dossier): boolean {
  return found !== null && compareDossiers(found, wanted).relation === 'same';
}
