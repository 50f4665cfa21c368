import type { EvidenceFile } from '#assessments/schema/dossier.ts';
import { IsoDate } from '#assessments/schema/ids.ts';
import { sha256OfBytes } from '../../platform/sha256.ts';

export const LARGEST_FILE_MB = 50;

/** A file with what the dossier notes of it. */
export interface ReadEvidence {
  readonly evidence: EvidenceFile;
  readonly bytes: Uint8Array;
}

/** A file that the user chose; a word where it is too large to be read at once, or cannot be read, as one that is gone. */
export async function readEvidence(file: File, today: string): Promise<ReadEvidence | 'too-large' | 'unreadable'> {
  if (file.size > LARGEST_FILE_MB * 1024 * 1024) return 'too-large';
  const bytes = await file.arrayBuffer().catch(() => null);
  if (bytes === null) return 'unreadable';
  const evidence: EvidenceFile = {
    sha256: `sha256:${await sha256OfBytes(bytes)}`,
    name: file.name,
    ...(file.type === '' ? {} : { mime: file.type }),
    bytes: file.size,
    addedOn: IsoDate.parse(today),
  };
  return { evidence, bytes: new Uint8Array(bytes) };
}
