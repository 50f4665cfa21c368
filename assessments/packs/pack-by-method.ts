import type { Gbt39116, LadderPack, Pack } from '../schema/pack.ts';
import { packList, type PackSet } from './library.ts';

type PackOf<M extends Pack['method']> = Extract<Pack, { method: M }>;

/** The pack of a set that is scored by a method, of several the first. @throws where there is none: a set has one of each. */
export function packByMethod<M extends Pack['method']>(packs: PackSet, method: M): PackOf<M> {
  const found = packList(packs).find((pack) => pack.method === method);
  if (found === undefined) throw new Error(`no pack is scored by the method ${method}`);
  return found as PackOf<M>;
}

/** The pack that is also read after GB/T 39116, with the model for it; undefined where none is. */
export function packAfterGbt39116(packs: PackSet): (LadderPack & { readonly gbt39116: Gbt39116 }) | undefined {
  return packList(packs).find(
    (pack): pack is LadderPack & { gbt39116: Gbt39116 } => pack.method === 'ladder' && pack.gbt39116 !== null,
  );
}
