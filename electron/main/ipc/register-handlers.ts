import { join } from 'node:path';
import { app, ipcMain } from 'electron';
import { CHANNELS, type CallName } from '../../contract/channels.ts';
import { done, trouble } from '../../contract/outcomes.ts';
import { mirrorStore } from '../backup/mirror.ts';
import { electronDialogs } from '../files/electron-dialogs.ts';
import { freeBytes } from '../files/disk-space.ts';
import { evidenceStore } from '../files/evidence-store.ts';
import { fileCalls } from '../files/save-and-open.ts';
import { savedFiles } from '../files/saved-files.ts';
import { packageCalls } from '../hand-over/packages.ts';
import { answer } from './answer.ts';
import { handlersOf } from './handler-table.ts';
import { isOwnSender } from './own-sender.ts';

/** Every channel of the contract with its handler; nobody but the program's own page is answered. */
export function registerHandlers(): void {
  const mirrorFolder = join(app.getPath('documents'), '织诊', '自动备份');
  const evidenceFolder = join(app.getPath('userData'), 'evidence');
  const now = () => Date.now();
  const dialogs = electronDialogs();
  const saved = savedFiles();
  const evidence = evidenceStore({ folder: evidenceFolder, free: () => freeBytes(evidenceFolder), now });
  const handlers = handlersOf({
    about: async () =>
      done({
        version: app.getVersion(),
        host: 'electron',
        chromium: process.versions['chrome'] ?? '',
        freeBytes: await freeBytes(evidenceFolder),
        mirrorFolder,
      }),
    files: fileCalls(dialogs, saved),
    evidence,
    mirror: mirrorStore({ folder: mirrorFolder, now }),
    packages: packageCalls({
      keyFile: join(app.getPath('userData'), 'signing-key.pem'),
      evidence,
      chooseSavePath: (suggested) => dialogs.chooseSavePath(suggested, 'package'),
      chooseOpenPath: async () => (await dialogs.chooseOpenPaths('package', false))[0] ?? null,
      saved: saved.ticketOf,
    }),
  });
  for (const [name, channel] of Object.entries(CHANNELS))
    ipcMain.handle(channel, ({ senderFrame }, request: unknown) => {
      if (!isOwnSender(senderFrame)) return trouble('refused');
      return answer(handlers, name as CallName, request);
    });
}
