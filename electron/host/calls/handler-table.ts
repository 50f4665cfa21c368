import type { Handlers } from '../../contract/requests.ts';
import type { MirrorStore } from '../backup/mirror.ts';
import type { EvidenceStore } from '../files/evidence-store.ts';

export interface HandlerParts {
  readonly about: Handlers['about'];
  readonly files: Pick<Handlers, 'saveFile' | 'openFiles' | 'revealSaved'>;
  readonly readOffice: Handlers['readOffice'];
  readonly evidence: EvidenceStore;
  readonly mirror: MirrorStore;
  readonly packages: Pick<Handlers, 'packDossier' | 'openPackage' | 'acceptPackage'>;
}

/** Every call of the contract with who answers it. */
export function handlersOf({ about, files, readOffice, evidence, mirror, packages }: HandlerParts): Handlers {
  return {
    about,
    ...files,
    readOffice,
    keepEvidence: evidence.keepEvidence,
    readEvidence: evidence.readEvidence,
    sweepEvidence: evidence.sweepEvidence,
    listEvidenceBin: evidence.listEvidenceBin,
    putBackEvidence: evidence.putBackEvidence,
    ...mirror,
    packDossier: packages.packDossier,
    openPackage: packages.openPackage,
    acceptPackage: packages.acceptPackage,
  };
}
