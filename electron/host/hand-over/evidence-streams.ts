import type { Sha256 } from '../../contract/desktop-api.ts';
import type { Outcome } from '../../contract/outcomes.ts';

/** Kept files as streams, so that a package of any size needs little memory. */
export interface EvidenceStreams {
  /** Bytes of a kept file; null where it is not kept. */
  readonly sizeOf: (sha256: Sha256) => Promise<number | null>;
  /** Whether it is kept and its bytes are what its hash says. */
  readonly isWhole: (sha256: Sha256) => Promise<boolean>;
  /** Its bytes; throws EvidenceDamaged at the end where they are no longer what was kept. */
  readonly read: (sha256: Sha256) => AsyncIterable<Uint8Array>;
  /**
   * Keeps a stream under the hash that it must have, `bytes` long. Nothing is kept where it has another: `damaged`; nor
   * where there is no room: `disk-low`. What is kept already need not be read to its end.
   */
  readonly keep: (
    sha256: Sha256,
    bytes: number,
    content: AsyncIterable<Uint8Array>,
  ) => Promise<Outcome<{ readonly sha256: Sha256; readonly bytes: number }>>;
}
