import type { EvidenceFile } from './dossier.ts';

const PICTURES = /^image\/(png|jpeg|webp|gif|bmp)$/;

/** A picture that can be shown on the screen and in a report; false where the dossier lists no file or no type. */
export function isPicture(file: EvidenceFile | undefined): boolean {
  return PICTURES.test(file?.mime ?? '');
}
