import type { Handlers } from '../../contract/requests.ts';
import { trouble } from '../../contract/outcomes.ts';
import type { MirrorStore } from '../backup/mirror.ts';
import type { EvidenceStore } from '../files/evidence-store.ts';

export interface HandlerParts {
  readonly about: Handlers['about'];
  readonly files: Pick<Handlers, 'saveFile' | 'openFiles' | 'revealSaved'>;
  readonly evidence: EvidenceStore;
  readonly mirror: MirrorStore;
}

const notYet = () => Promise.resolve(trouble('refused'));

/** Every call of the contract with who answers it. */
export function handlersOf({ about, files, evidence, mirror }: HandlerParts): Handlers {
  return {
    about,
    ...files,
    ...evidence,
    ...mirror,
    packDossier: notYet,
    openPackage: notYet,
    acceptPackage: notYet,
  };
}
