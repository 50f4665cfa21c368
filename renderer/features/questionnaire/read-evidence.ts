import type { EvidenceFile } from '#assessments/schema/dossier.ts';
import { IsoDate } from '#assessments/schema/ids.ts';
import { sha256OfBytes } from '../../platform/sha256.ts';

export const LARGEST_FILE_MB = 50;

/** What the dossier notes of a file that the user chose; null where it is too large to be read at once. */
export async function readEvidence(file: File, today: string): Promise<EvidenceFile | null> {
  if (file.size > LARGEST_FILE_MB * 1024 * 1024) return null;
  const bytes = await file.arrayBuffer();
  return {
    sha256: `sha256:${await sha256OfBytes(bytes)}`,
    name: file.name,
    ...(file.type === '' ? {} : { mime: file.type }),
    bytes: file.size,
    addedOn: IsoDate.parse(today),
  };
}
