/** A TrueType font with what layout needs of it; read once per process. */
export interface FontFile {
  readonly bytes: Uint8Array;
  /** Whether the painter can print the code point: in the font and in the Basic Multilingual Plane. */
  readonly has: (codePoint: number) => boolean;
  /** Advance width in thousandths of the font size; that of the missing glyph where the font lacks the code point. */
  readonly advance: (codePoint: number) => number;
}

/**
 * Reads the tables that tell which characters a font has and how wide they are.
 * Only the format-4 character map counts, since the painter reads no other.
 * @throws where the bytes are no TrueType font with such a map.
 */
export function readFontFile(bytes: Uint8Array): FontFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = tableOffsets(view);
  const unitsPerEm = view.getUint16(tables('head') + 18);
  const metricCount = view.getUint16(tables('hhea') + 34);
  const metrics = tables('hmtx');
  const glyphs = glyphsByCode(view, tables('cmap'));
  const advance = (codePoint: number) => {
    const glyph = Math.min(glyphs[codePoint] ?? 0, metricCount - 1);
    return (view.getUint16(metrics + glyph * 4) * 1000) / unitsPerEm;
  };
  return { bytes, has: (codePoint) => (glyphs[codePoint] ?? 0) !== 0, advance };
}

function tableOffsets(view: DataView): (tag: string) => number {
  const offsets = new Map<string, number>();
  for (let i = 0; i < view.getUint16(4); i += 1) {
    const record = 12 + i * 16;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((k) => view.getUint8(record + k)));
    offsets.set(tag, view.getUint32(record + 8));
  }
  return (tag) => {
    const offset = offsets.get(tag);
    if (offset === undefined) throw new Error(`the font has no table ${tag}`);
    return offset;
  };
}

/** Glyph index of each code point below 65536, 0 where there is none. */
function glyphsByCode(view: DataView, cmap: number): Uint16Array {
  const map = formatFour(view, cmap);
  const glyphs = new Uint16Array(65536);
  const segments = view.getUint16(map + 6) / 2;
  const ends = map + 14;
  const starts = ends + segments * 2 + 2;
  const deltas = starts + segments * 2;
  const ranges = deltas + segments * 2;
  for (let i = 0; i < segments; i += 1) {
    const end = view.getUint16(ends + i * 2);
    const start = view.getUint16(starts + i * 2);
    const delta = view.getUint16(deltas + i * 2);
    const range = view.getUint16(ranges + i * 2);
    for (let code = start; code <= end && code < 0xffff; code += 1) {
      const stored = range === 0 ? code : view.getUint16(ranges + i * 2 + range + (code - start) * 2);
      glyphs[code] = range !== 0 && stored === 0 ? 0 : (stored + delta) & 0xffff;
    }
  }
  return glyphs;
}

function formatFour(view: DataView, cmap: number): number {
  for (let i = 0; i < view.getUint16(cmap + 2); i += 1) {
    const subtable = cmap + view.getUint32(cmap + 4 + i * 8 + 4);
    if (view.getUint16(subtable) === 4) return subtable;
  }
  throw new Error('the font has no character map of format 4');
}
