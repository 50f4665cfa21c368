import { z } from 'zod';
import type { CallName } from './channels.ts';
import { MOST_BYTES, MOST_ID, MOST_MAKER, MOST_PASSPHRASE, type DesktopApi } from './desktop-api.ts';

const MiB = 1024 * 1024;

const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.byteLength <= MOST_BYTES);
const FileName = z.string().min(1).max(255);
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const DossierText = z.string().max(64 * MiB);
const Id = z.string().min(1).max(MOST_ID);
const FileKind = z.enum(['dossier', 'evidence', 'report', 'table']);
const Passphrase = z.string().max(MOST_PASSPHRASE);
const Ticket = z.string().min(1).max(100);
const Nothing = z.undefined();

/** What each call takes; checked where the handler is registered, before anything is done. */
export const REQUESTS = {
  about: Nothing,
  saveFile: z.strictObject({ name: FileName, bytes: Bytes, kind: FileKind }),
  openFiles: z.strictObject({ kind: FileKind, many: z.boolean() }),
  revealSaved: z.strictObject({ ticket: Ticket }),
  readOffice: Nothing,
  keepEvidence: z.strictObject({ name: FileName, bytes: Bytes }),
  readEvidence: z.strictObject({ sha256: Sha256 }),
  sweepEvidence: z.strictObject({
    referenced: z.array(Sha256).max(1_000_000),
    enterprises: z.array(Id).max(100_000),
    since: z.number(),
  }),
  listEvidenceBin: Nothing,
  putBackEvidence: Nothing,
  mirrorDossier: z.strictObject({ id: Id, dossier: DossierText }),
  listMirror: Nothing,
  readMirror: z.strictObject({ id: Id, sha256: Sha256.nullable() }),
  forgetMirror: z.strictObject({ id: Id }),
  packDossier: z.strictObject({
    name: FileName,
    /** Whoever packs it says by name that it is too long. */
    dossier: z.string(),
    evidence: z.array(Sha256).max(100_000),
    passphrase: Passphrase,
    isDeidentified: z.boolean(),
    madeAt: z.iso.date(),
    maker: z.string().max(MOST_MAKER),
  }),
  openPackage: z.strictObject({ again: z.boolean(), passphrase: Passphrase }),
  acceptPackage: z.strictObject({ ticket: Ticket }),
} as const satisfies { readonly [K in CallName]: z.ZodType<Parameters<DesktopApi[K]>[0]> };

/** A handler per call, with its checked argument. */
export type Handlers = { readonly [K in CallName]: DesktopApi[K] };
