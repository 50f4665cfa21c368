import { evidencePhotos, MOST_PHOTOS } from '#assessments/reporting/evidence-photos.ts';
import type { Picture } from '#assessments/reporting/report-document.ts';
import { library } from '#assessments/packs/registry.ts';
import type { Diagnosis, Dossier } from '#assessments/schema/dossier.ts';
import type { DesktopApi } from '#electron/contract/desktop-api.ts';
import { shrunkPicture } from './shrunk-picture.ts';

/** On paper a photo is 8 cm wide; so many pixels let a nameplate be read when the page is enlarged. */
const LIMITS = { pixels: 1280, quality: 0.8 } as const;

/**
 * The photos of a diagnosis for its report, scaled down one after the other; `goesOn` is told each before it is read, and
 * answers whether it is wanted still. A file that is not on this computer or is no picture is left out; the report names it.
 */
export async function readPhotos(
  dossier: Dossier,
  diagnosis: Diagnosis,
  { readEvidence }: Pick<DesktopApi, 'readEvidence'>,
  goesOn: (number: number, count: number) => boolean,
): Promise<Record<string, Picture>> {
  const photos: Record<string, Picture> = {};
  const asked = evidencePhotos(dossier, diagnosis, library.pinnedBy(diagnosis.packs).questions).slice(0, MOST_PHOTOS);
  for (const [i, { sha256, file }] of asked.entries()) {
    if (!goesOn(i + 1, asked.length)) break;
    const read = await readEvidence({ sha256 });
    if (read.kind !== 'done') continue;
    const picture = new Blob([new Uint8Array(read.value)], { type: file.mime ?? '' });
    const shrunk = await shrunkPicture(picture, LIMITS).catch(() => null);
    if (shrunk !== null) photos[sha256] = shrunk;
  }
  return photos;
}
