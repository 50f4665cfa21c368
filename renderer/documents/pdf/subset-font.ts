import type { FontFile } from './font-file.ts';

/** What is used of HarfBuzz's subsetter, compiled to WebAssembly (harfbuzzjs, harfbuzz-subset.wasm). Handles are addresses. */
export interface HarfbuzzSubset {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly _initialize: () => void;
  readonly malloc: (size: number) => number;
  readonly hb_blob_create: (data: number, length: number, mode: number, user: number, destroy: number) => number;
  readonly hb_blob_destroy: (blob: number) => void;
  readonly hb_blob_get_data: (blob: number, length: number) => number;
  readonly hb_blob_get_length: (blob: number) => number;
  readonly hb_face_create: (blob: number, index: number) => number;
  readonly hb_face_destroy: (face: number) => void;
  readonly hb_face_reference_blob: (face: number) => number;
  readonly hb_set_add: (set: number, value: number) => void;
  readonly hb_subset_input_create_or_fail: () => number;
  readonly hb_subset_input_destroy: (input: number) => void;
  readonly hb_subset_input_unicode_set: (input: number) => number;
  readonly hb_subset_or_fail: (face: number, input: number) => number;
}

export type Subsetter = (font: FontFile, text: string) => Uint8Array;

const MEMORY_MODE_WRITABLE = 2;

/**
 * A function that cuts a font down to the characters of a text. Each font is copied into HarfBuzz's memory once.
 * @throws where HarfBuzz cannot read the font.
 */
export function subsetterOf(harfbuzz: HarfbuzzSubset): Subsetter {
  harfbuzz._initialize();
  const faces = new Map<FontFile, number>();

  function faceOf(font: FontFile): number {
    const known = faces.get(font);
    if (known !== undefined) return known;
    const { bytes } = font;
    const data = harfbuzz.malloc(bytes.length);
    new Uint8Array(harfbuzz.memory.buffer).set(bytes, data);
    const blob = harfbuzz.hb_blob_create(data, bytes.length, MEMORY_MODE_WRITABLE, 0, 0);
    const face = harfbuzz.hb_face_create(blob, 0);
    harfbuzz.hb_blob_destroy(blob);
    faces.set(font, face);
    return face;
  }

  return (font, text) => {
    const face = faceOf(font);
    const input = harfbuzz.hb_subset_input_create_or_fail();
    const characters = harfbuzz.hb_subset_input_unicode_set(input);
    for (const character of text) harfbuzz.hb_set_add(characters, character.codePointAt(0) ?? 0);
    const subset = harfbuzz.hb_subset_or_fail(face, input);
    harfbuzz.hb_subset_input_destroy(input);
    if (subset === 0) throw new Error('the font could not be cut down');
    const blob = harfbuzz.hb_face_reference_blob(subset);
    const start = harfbuzz.hb_blob_get_data(blob, 0);
    const bytes = new Uint8Array(harfbuzz.memory.buffer).slice(start, start + harfbuzz.hb_blob_get_length(blob));
    harfbuzz.hb_blob_destroy(blob);
    harfbuzz.hb_face_destroy(subset);
    return bytes;
  };
}
