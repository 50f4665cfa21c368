import type { KeyObject } from 'node:crypto';
import type { PackRequest, Sha256 } from '../../contract/desktop-api.ts';
import { envelopeBytes, signed } from './envelope.ts';
import type { EvidenceStreams } from './evidence-streams.ts';
import { FORMAT, type Header } from './header.ts';
import { MOST_PACKAGE } from './limits.ts';
import { newLock, type LockCost } from './lock.ts';
import type { EvidenceFile } from './manifest.ts';
import { sealed, sealedBytes } from './sealed-chunks.ts';
import { signerOf } from './signing-key.ts';
import { PackageTrouble } from './trouble.ts';
import { zipOut } from './zip-out.ts';

export interface MadePackage {
  /** Its bytes, evidence read while they are written; the same contents under the same key without a passphrase give the same. */
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Evidence that is not kept here and therefore left out, each once. */
  readonly missing: readonly Sha256[];
}

/** A package of a dossier and what is kept of its evidence. @throws PackageTrouble, also while its bytes are read. */
export async function makePackage(
  request: Omit<PackRequest, 'name'>,
  evidence: EvidenceStreams,
  key: KeyObject,
  cost: LockCost,
): Promise<MadePackage> {
  const { madeAt, maker, isDeidentified, passphrase } = request;
  const { files, missing } = await listed(request.evidence, evidence);
  const zip = zipOut({ madeAt, maker, isDeidentified }, Buffer.from(request.dossier), files, evidence.read);
  const locked = passphrase === '' ? null : await newLock(cost, passphrase);
  const header: Header = { format: FORMAT, signer: signerOf(key), lock: locked === null ? null : locked.lock };
  const headerBytes = Buffer.from(JSON.stringify(header));
  const bodyBytes = locked === null ? zip.bytes : sealedBytes(zip.bytes);
  if (envelopeBytes(headerBytes) + bodyBytes > MOST_PACKAGE) throw new PackageTrouble('too-large');
  const body =
    locked === null
      ? zip.content
      : sealed(zip.content, { key: locked.key, noncePrefix: locked.lock.nonce, headerBytes });
  return { bytes: signed(headerBytes, body, key), missing };
}

/** Each file once, in one order whoever asks. */
async function listed(hashes: readonly Sha256[], evidence: EvidenceStreams) {
  const files: EvidenceFile[] = [];
  const missing: Sha256[] = [];
  for (const sha256 of [...new Set(hashes)].sort()) {
    const bytes = await evidence.sizeOf(sha256);
    if (bytes === null) missing.push(sha256);
    else files.push({ sha256, bytes });
  }
  return { files, missing };
}
