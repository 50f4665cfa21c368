import { createHash } from 'node:crypto';
import { unzipSync, zipSync, type Zippable } from 'fflate';
import { z } from 'zod';
import type { Sha256 } from '../../contract/desktop-api.ts';
import { MOST_BYTES } from '../../contract/requests.ts';
import { PackageTrouble } from './trouble.ts';

const DOSSIER = 'dossier.json';
const MANIFEST = 'manifest.json';
const EVIDENCE = /^evidence\/([0-9a-f]{64})$/;
const MOST_FILES = 10_000;
/** The day zip counts from: the same contents give the same bytes. */
const NO_TIME = new Date(1980, 0, 1);

const Manifest = z.strictObject({
  madeAt: z.string().max(40),
  maker: z.string().max(200),
  isDeidentified: z.boolean(),
  dossier: z.string(),
  evidence: z.array(z.strictObject({ sha256: z.string(), bytes: z.int().min(0) })).max(MOST_FILES),
});

export interface Contents {
  /** The dossier as it was given, byte for byte. */
  readonly dossier: string;
  readonly evidence: ReadonlyMap<Sha256, Uint8Array>;
  readonly madeAt: string;
  readonly maker: string;
  readonly isDeidentified: boolean;
}

/** A zip of dossier, evidence and a manifest with their hashes. */
export function zipped({ dossier, evidence, ...about }: Contents): Buffer {
  const text = Buffer.from(dossier, 'utf8');
  const manifest: z.infer<typeof Manifest> = {
    ...about,
    dossier: hash(text),
    evidence: [...evidence].map(([sha256, bytes]) => ({ sha256, bytes: bytes.byteLength })),
  };
  const files: Zippable = {
    [MANIFEST]: Buffer.from(JSON.stringify(manifest)),
    [DOSSIER]: text,
    ...Object.fromEntries([...evidence].map(([sha256, bytes]) => [`evidence/${sha256}`, [bytes, { level: 0 }]])),
  };
  return Buffer.from(zipSync(files, { mtime: NO_TIME, level: 6 }));
}

/**
 * The contents of a zip, each file held against the manifest. Names are only those of the format, so that none leads
 * anywhere; sizes and counts are bounded before anything is unpacked. @throws PackageTrouble
 */
export function unzipped(zip: Buffer): Contents {
  const files = unpacked(zip);
  const text = files.get(DOSSIER);
  const manifest = readManifest(files.get(MANIFEST));
  if (text === undefined || hash(text) !== manifest.dossier) throw new PackageTrouble('damaged');
  const evidence = new Map<Sha256, Uint8Array>();
  for (const { sha256, bytes } of manifest.evidence) {
    const found = files.get(`evidence/${sha256}`);
    if (found?.byteLength !== bytes || hash(found) !== sha256) throw new PackageTrouble('damaged');
    evidence.set(sha256, found);
  }
  if (files.size !== evidence.size + 2) throw new PackageTrouble('damaged');
  const { madeAt, maker, isDeidentified } = manifest;
  return { dossier: decoded(text), evidence, madeAt, maker, isDeidentified };
}

function unpacked(zip: Buffer): Map<string, Uint8Array> {
  let count = 0;
  let size = 0;
  try {
    const files = unzipSync(zip, {
      filter: ({ name, originalSize }) => {
        count += 1;
        size += originalSize;
        if (count > MOST_FILES + 2 || size > MOST_BYTES) throw new PackageTrouble('too-large');
        if (name !== DOSSIER && name !== MANIFEST && !EVIDENCE.test(name)) throw new PackageTrouble('damaged');
        return true;
      },
    });
    return new Map(Object.entries(files));
  } catch (error) {
    throw error instanceof PackageTrouble ? error : new PackageTrouble('damaged');
  }
}

function readManifest(bytes: Uint8Array | undefined): z.infer<typeof Manifest> {
  try {
    return Manifest.parse(JSON.parse(decoded(bytes ?? new Uint8Array())));
  } catch {
    throw new PackageTrouble('damaged');
  }
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new PackageTrouble('damaged');
  }
}

function hash(bytes: Uint8Array): Sha256 {
  return createHash('sha256').update(bytes).digest('hex');
}
