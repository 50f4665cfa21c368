/** subset-font 2.9.0 ships no types; this is the part of its interface that we call. */
declare module 'subset-font' {
  /** The font with just the glyphs that the text needs. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: { targetFormat: 'truetype' },
  ): Promise<Buffer>;
}
