import type { PackId } from '../schema/ids.ts';
import type { Pack } from '../schema/pack.ts';
import { packList, type PinnedPacks } from './library.ts';

/** The pin that a pack is scored for: its own, or that of the pack off whose answers it is read. */
export function pinOf(pack: Pack): PackId {
  return pack.method === 'sme' ? pack.readsFrom : pack.id;
}

/** The packs that are scored, in their order: those whose pin the diagnosis holds. */
export function scoredPacks({ packs, pinned }: Pick<PinnedPacks, 'packs' | 'pinned'>): readonly Pack[] {
  return packList(packs).filter((pack) => pinned.includes(pinOf(pack)));
}
