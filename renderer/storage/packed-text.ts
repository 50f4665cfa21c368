import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';

/** What no JSON text begins with. */
const MARK = '=';

/** A long text in far fewer signs, each of them one byte. */
export function packedText(text: string): string {
  return MARK + strFromU8(deflateSync(strToU8(text)), true);
}

/** The text again; one that was not packed, or is damaged, as it is. */
export function unpackedText(packed: string): string {
  if (!packed.startsWith(MARK)) return packed;
  try {
    return strFromU8(inflateSync(strToU8(packed.slice(MARK.length), true)));
  } catch {
    return packed;
  }
}
