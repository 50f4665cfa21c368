import { z } from 'zod';
import { MOST_FILES } from './limits.ts';
import { PackageTrouble } from './trouble.ts';
import { decoded } from './utf8.ts';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const Manifest = z.strictObject({
  madeAt: z.string().max(40),
  maker: z.string().max(200),
  isDeidentified: z.boolean(),
  dossier: Sha256,
  evidence: z.array(z.strictObject({ sha256: Sha256, bytes: z.int().min(0) })),
});
/** What a package holds: who made it when, SHA-256 of the dossier, SHA-256 and size of each file of evidence. */
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
  const { evidence } = manifest.data;
  if (evidence.length > MOST_FILES) throw new PackageTrouble('too-large');
  if (new Set(evidence.map(({ sha256 }) => sha256)).size !== evidence.length) throw new PackageTrouble('damaged');
  return manifest.data;
}
