import type { EvidenceFile } from './dossier.ts';

const PICTURES = /^image\/(png|jpeg|webp|gif|bmp)$/;

/** A picture that can be shown on the screen and in a report; false where the dossier lists no file or no type. */
export function isPicture(file: EvidenceFile | undefined): boolean {
  return PICTURES.test(file?.mime ?? '');
}

/** A photo as telephones of Apple take it, which Chromium cannot decode; known by its name where nothing says its type. */
export function isHeic(file: EvidenceFile | undefined): boolean {
  return isOfKind(file, /^image\/hei[cf]/, /\.hei[cf]$/i);
}

/** A scan as scanners and cameras make it, which Chromium cannot decode either. */
export function isTiff(file: EvidenceFile | undefined): boolean {
  return isOfKind(file, /^image\/tiff/, /\.tiff?$/i);
}

export function isPdf(file: EvidenceFile | undefined): boolean {
  return isOfKind(file, /^application\/pdf/, /\.pdf$/i);
}

function isOfKind(file: EvidenceFile | undefined, mime: RegExp, name: RegExp): boolean {
  return file?.mime === undefined ? name.test(file?.name ?? '') : mime.test(file.mime);
}
