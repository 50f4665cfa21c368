import { knownToPacks } from '#assessments/packs/registry.ts';
import type { Dossier } from '#assessments/schema/dossier.ts';
import { readDossier } from '#assessments/schema/read-dossier.ts';
import type { DesktopApi, MirrorEntry } from '#electron/contract/desktop-api.ts';
import type { EnterpriseStore } from './enterprise-store.ts';

/** The copies outside the database, of enterprises of which one at least is whole; none where the host keeps none. */
export async function copiesKept(desktop: Pick<DesktopApi, 'listMirror'>): Promise<readonly MirrorEntry[]> {
  const listed = await desktop.listMirror();
  return listed.kind === 'done' ? listed.value.filter(({ copies }) => copies.length > 0) : [];
}

export interface Restored {
  readonly restored: number;
  /** Names of enterprises whose copy could not be read. */
  readonly unreadable: readonly string[];
}

/** Brings enterprises back from their newest good copies in one transaction; each is read as any import is. */
export async function restore(
  entries: readonly MirrorEntry[],
  desktop: Pick<DesktopApi, 'readMirror'>,
  store: Pick<EnterpriseStore, 'replaceAll' | 'list'>,
): Promise<Restored> {
  const dossiers: Dossier[] = [];
  const unreadable: string[] = [];
  for (const { id, name } of entries) {
    const read = await desktop.readMirror({ id, at: null });
    const dossier = read.kind === 'done' ? readDossier(read.value, knownToPacks) : null;
    if (dossier?.ok === true) dossiers.push(dossier.value);
    else unreadable.push(name);
  }
  await store.replaceAll(dossiers);
  const here = new Set((await store.list()).map((row) => row.id));
  return { restored: dossiers.filter(({ id }) => here.has(id)).length, unreadable };
}
