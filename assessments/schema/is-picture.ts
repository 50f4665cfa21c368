import type { EvidenceFile } from './dossier.ts';

const PICTURES = /^image\/(png|jpeg|webp|gif|bmp)$/;

/** A picture that can be shown on the screen and in a report; false where the dossier lists no file or no type. */
export function isPicture(file: EvidenceFile | undefined): boolean {
  return PICTURES.test(file?.mime ?? '');
}

/** A photo as telephones of Apple take it, which Chromium cannot decode; known by its name where the system gave no type. */
export function isHeic(file: EvidenceFile | undefined): boolean {
  return /^image\/hei[cf]/.test(file?.mime ?? '') || /\.hei[cf]$/i.test(file?.name ?? '');
}
