import { join } from 'node:path';
import { OFFICE_FOLDER } from '../../contract/desktop-api.ts';
import { done } from '../../contract/outcomes.ts';
import { evidenceNamed } from '../backup/evidence-named.ts';
import { mirrorStore } from '../backup/mirror.ts';
import { freeBytes } from '../files/disk-space.ts';
import { evidenceStore } from '../files/evidence-store.ts';
import { readOfficeFolder } from '../files/office-folder.ts';
import { OWN_NAMES } from '../files/own-names.ts';
import { knownSigners } from '../hand-over/known-signers.ts';

/**
 * What is kept outside the database, below one folder that is the same in both hosts: in the user's home, neither in the
 * profile that an uninstaller may take, nor among the documents that a cloud drive may upload.
 */
export function storesIn(folder: string, now: () => number) {
  const mirrorFolder = join(folder, OWN_NAMES.copies);
  const evidenceFolder = join(folder, OWN_NAMES.evidence);
  return {
    mirrorFolder,
    readOffice: async () => done(await readOfficeFolder(join(folder, OFFICE_FOLDER))),
    freeBytes: () => freeBytes(folder),
    mirror: mirrorStore({ folder: mirrorFolder, now }),
    signers: knownSigners({ folder: join(folder, OWN_NAMES.signers), now }),
    evidence: evidenceStore({
      folder: evidenceFolder,
      free: () => freeBytes(evidenceFolder),
      now,
      copies: () => evidenceNamed(mirrorFolder),
    }),
  };
}
