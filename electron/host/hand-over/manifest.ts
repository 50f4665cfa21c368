import { z } from 'zod';
import { MOST_MAKER } from '../../contract/desktop-api.ts';
import { MOST_DOSSIER, MOST_FILES } from './limits.ts';
import { PackageTrouble } from './trouble.ts';
import { decoded } from './utf8.ts';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const File = z.strictObject({ sha256: Sha256, bytes: z.int().min(0) });

const Manifest = z.strictObject({
  /** A day, so that it can say nothing else. */
  madeAt: z.iso.date(),
  maker: z.string().max(MOST_MAKER),
  isDeidentified: z.boolean(),
  dossier: File,
  evidence: z.array(File),
});
/** What a package holds: who made it when, SHA-256 and size of the dossier and of each file of evidence. */
export type Manifest = z.infer<typeof Manifest>;
export type EvidenceFile = Manifest['evidence'][number];

/** A manifest within its bounds, no file named twice. @throws PackageTrouble */
export function readManifest(bytes: Buffer): Manifest {
  let value: unknown;
  try {
    value = JSON.parse(decoded(bytes));
  } catch {
    throw new PackageTrouble('damaged');
  }
  const manifest = Manifest.safeParse(value);
  if (!manifest.success) throw new PackageTrouble('damaged');
  const { dossier, evidence } = manifest.data;
  if (dossier.bytes > MOST_DOSSIER || evidence.length > MOST_FILES) throw new PackageTrouble('too-large');
  if (new Set(evidence.map(({ sha256 }) => sha256)).size !== evidence.length) throw new PackageTrouble('damaged');
  return manifest.data;
}
