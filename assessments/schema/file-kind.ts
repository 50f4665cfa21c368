import type { EvidenceFile } from './dossier.ts';

/** A kind of file that its first bytes tell. */
export interface FileKind {
  /** As people who choose files call it, in every language. */
  readonly name: string;
  readonly mime: string;
  /** Endings under which such files go, lower-case. */
  readonly endings: readonly string[];
}

/** So many first bytes tell the kind. */
export const TELLING_BYTES = 64;

interface TellingKind extends FileKind {
  readonly tells: (start: Start) => boolean;
}

/** The first bytes of a file, as Latin letters too. */
interface Start {
  readonly bytes: Uint8Array;
  readonly letters: string;
}

const HEIC_BRAND = /^(hei[cmsx]|hev[cmsx])/;
const AVIF_BRAND = /^avi[fs]/;

/** Brands of a file of the ISO base media format, the major one first; none where it is no such file. */
function brandsOf({ bytes, letters }: Start): string[] {
  if (letters.slice(4, 8) !== 'ftyp') return [];
  const length = Math.min(letters.length, ((bytes[2] ?? 0) << 8) | (bytes[3] ?? 0));
  const brands = [letters.slice(8, 12)];
  for (let at = 16; at + 4 <= length; at += 4) brands.push(letters.slice(at, at + 4));
  return brands;
}

const startsWith =
  (...starts: readonly string[]) =>
  ({ letters }: Start) =>
    starts.some((start) => letters.startsWith(start));

const KINDS: readonly TellingKind[] = [
  { name: 'JPG', mime: 'image/jpeg', endings: ['jpg', 'jpeg', 'jpe', 'jfif'], tells: startsWith('\xff\xd8\xff') },
  { name: 'PNG', mime: 'image/png', endings: ['png'], tells: startsWith('\x89PNG\r\n\x1a\n') },
  { name: 'GIF', mime: 'image/gif', endings: ['gif'], tells: startsWith('GIF87a', 'GIF89a') },
  {
    name: 'WebP',
    mime: 'image/webp',
    endings: ['webp'],
    tells: ({ letters }) => letters.startsWith('RIFF') && letters.slice(8, 12) === 'WEBP',
  },
  {
    name: 'TIFF',
    mime: 'image/tiff',
    endings: ['tif', 'tiff', 'dng', 'nef', 'cr2', 'arw'],
    tells: startsWith('II*\0', 'MM\0*', 'II+\0', 'MM\0+'),
  },
  {
    name: 'AVIF',
    mime: 'image/avif',
    endings: ['avif'],
    tells: (start) => brandsOf(start).some((brand) => AVIF_BRAND.test(brand)),
  },
  {
    name: 'HEIC',
    mime: 'image/heic',
    endings: ['heic', 'heif', 'hif'],
    tells: (start) => {
      const brands = brandsOf(start);
      return HEIC_BRAND.test(brands[0] ?? '') || brands[0] === 'mif1' || brands[0] === 'msf1';
    },
  },
  { name: 'PDF', mime: 'application/pdf', endings: ['pdf', 'ai'], tells: startsWith('%PDF-', '\xef\xbb\xbf%PDF-') },
];

/** The kind that the first bytes of a file tell, whatever it is called; null where they tell none. */
export function fileKind(bytes: Uint8Array): FileKind | null {
  const start: Start = { bytes, letters: String.fromCharCode(...bytes.subarray(0, TELLING_BYTES)) };
  return KINDS.find(({ tells }) => tells(start)) ?? null;
}

/** What a file is, where its name says something else; null where the name is right, or says nothing. */
export function kindBehindName(file: Pick<EvidenceFile, 'mime'> | undefined, name: string): FileKind | null {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase();
  const kind = KINDS.find(({ mime }) => mime === file?.mime);
  if (ending === undefined || kind === undefined || kind.endings.includes(ending)) return null;
  return kind;
}
