import { join } from 'node:path';
import { mirrorStore } from '#electron/host/backup/mirror.ts';
import { evidenceStore } from '#electron/host/files/evidence-store.ts';

const now = () => Date.now();

/** Mirror and evidence below a folder as the program has them, but on a disk that never is too small to try. */
export function roomyStores(folder: string) {
  return {
    mirror: mirrorStore({ folder: join(folder, 'mirror'), now }),
    evidence: evidenceStore({
      folder: join(folder, 'evidence'),
      free: () => Promise.resolve(null),
      now,
      copies: () => Promise.resolve({ named: new Set(), enterprises: new Set(['ent-1']) }),
    }),
  };
}
