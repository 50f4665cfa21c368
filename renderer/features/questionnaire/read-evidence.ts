import type { EvidenceFile } from '#assessments/schema/dossier.ts';
import { fileKind } from '#assessments/schema/file-kind.ts';
import { IsoDate } from '#assessments/schema/ids.ts';
import { sha256OfBytes } from '../../platform/sha256.ts';

export const LARGEST_FILE_MB = 50;

/** A file with what the dossier notes of it. */
export interface ReadEvidence {
  readonly evidence: EvidenceFile;
  readonly bytes: Uint8Array;
}

/** Why a file is not read: it has no bytes, is too large to be read at once, or cannot be read, as one that is gone. */
export type Unread = 'empty' | 'too-large' | 'unreadable';

/** A file that the user chose, called what its bytes are, whatever its ending says; a word where it is not read. */
export async function readEvidence(file: File, today: string): Promise<ReadEvidence | Unread> {
  if (file.size > LARGEST_FILE_MB * 1024 * 1024) return 'too-large';
  const bytes = await file.arrayBuffer().catch(() => null);
  if (bytes === null) return 'unreadable';
  if (bytes.byteLength === 0) return 'empty';
  const mime = fileKind(new Uint8Array(bytes))?.mime ?? file.type;
  const evidence: EvidenceFile = {
    sha256: `sha256:${await sha256OfBytes(bytes)}`,
    name: file.name,
    ...(mime === '' ? {} : { mime }),
    bytes: bytes.byteLength,
    addedOn: IsoDate.parse(today),
  };
  return { evidence, bytes: new Uint8Array(bytes) };
}
