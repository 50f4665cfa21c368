import { describe, expect, it } from 'vitest';
import { fileKind, kindBehindName } from '#assessments/schema/file-kind.ts';
import { isHeic, isPdf, isPicture, isTiff } from '#assessments/schema/is-picture.ts';
import type { EvidenceFile } from '#assessments/schema/dossier.ts';

const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
/** The first box of a file of the ISO base media format. */
const ftyp = (...brands: readonly string[]) => {
  const [major = '', ...others] = brands;
  return latin(`\0\0\0${String.fromCharCode(16 + 4 * others.length)}ftyp${major}\0\0\0\0${others.join('')}more`);
};

describe('the kind of a file', () => {
  it.each([
    ['image/jpeg', latin('\xff\xd8\xff\xe0\0\x10JFIF')],
    ['image/png', latin('\x89PNG\r\n\x1a\n\0\0')],
    ['image/gif', latin('GIF89a..')],
    ['image/webp', latin('RIFF1234WEBPVP8 ')],
    ['image/tiff', latin('II*\0\x08\0\0\0')],
    ['image/tiff', latin('MM\0*\0\0\0\x08')],
    ['image/tiff', latin('MM\0+\0\x08\0\0')],
    ['image/heic', ftyp('heic', 'mif1', 'heic')],
    ['image/heic', ftyp('mif1', 'mif1', 'heic')],
    ['image/heic', ftyp('heix')],
    ['image/heic', ftyp('hevc', 'msf1')],
    ['image/avif', ftyp('avif', 'mif1')],
    ['image/avif', ftyp('mif1', 'avif')],
    ['application/pdf', latin('%PDF-1.7')],
    ['application/pdf', latin('\xef\xbb\xbf%PDF-1.4')],
  ])('is told by its first bytes: %s', (mime, bytes) => {
    expect(fileKind(bytes)?.mime).toBe(mime);
  });

  it.each([
    ['no bytes', latin('')],
    ['a text', latin('ftypheic')],
    ['a spreadsheet', latin('PK\x03\x04')],
    ['a film', ftyp('isom', 'avc1', 'mp41')],
    ['a film of a telephone of Apple', ftyp('qt  ')],
    ['another file in RIFF', latin('RIFF1234WAVE')],
  ])('is not told by %s', (_, bytes) => {
    expect(fileKind(bytes)).toBeNull();
  });

  it.each([
    ['IMG_0001.jpg', 'image/heic', 'HEIC'],
    ['合同.JPG', 'application/pdf', 'PDF'],
    ['车间.heic', 'image/jpeg', 'JPG'],
    ['扫描件.png', 'image/tiff', 'TIFF'],
    ['照片.JPEG', 'image/jpeg', undefined],
    ['照片.HEIF', 'image/heic', undefined],
    ['没有后缀', 'image/heic', undefined],
    ['台账.xlsx', 'application/vnd.ms-excel', undefined],
  ])('stands behind the name %s of a %s where that says another', (name, mime, said) => {
    expect(kindBehindName({ mime }, name)?.name).toBe(said);
  });

  it('is asked of the name only where nothing says the type', () => {
    const file = (name: string, mime?: string) =>
      ({ sha256: 'a'.repeat(64), name, ...(mime === undefined ? {} : { mime }) }) as EvidenceFile;
    expect([isHeic(file('a.HEIC')), isHeic(file('a.heic', 'image/jpeg')), isHeic(file('a.jpg', 'image/heic'))]).toEqual(
      [true, false, true],
    );
    expect([isTiff(file('a.tif')), isTiff(file('a.tif', 'image/png')), isTiff(file('a.jpg', 'image/tiff'))]).toEqual([
      true,
      false,
      true,
    ]);
    expect([isPdf(file('a.pdf')), isPdf(file('a.pdf', 'image/png')), isPdf(file('a.jpg', 'application/pdf'))]).toEqual([
      true,
      false,
      true,
    ]);
    expect(isPicture(file('a.jpg', 'image/heic'))).toBe(false);
    expect(isPicture(file('a.heic', 'image/jpeg'))).toBe(true);
  });
});
