import { join } from 'node:path';
import { app, ipcMain } from 'electron';
import { CHANNELS, type CallName } from '../../contract/channels.ts';
import { done, trouble } from '../../contract/outcomes.ts';
import { electronDialogs } from '../files/electron-dialogs.ts';
import { keepPrivate } from '../../host/files/private-folder.ts';
import { AS_UMASK_SAYS } from '../../host/files/rights.ts';
import { fileCalls } from '../../host/files/save-and-open.ts';
import { savedFiles } from '../../host/files/saved-files.ts';
import { packageCalls } from '../../host/hand-over/packages.ts';
import type { PackageTaker } from '../given-package.ts';
import { answer } from '../../host/calls/answer.ts';
import { handlersOf } from '../../host/calls/handler-table.ts';
import { isOwnSender } from './own-sender.ts';
import { storesIn } from '../../host/calls/stores.ts';

/**
 * Every channel of the contract with its handler; nobody but the program's own page is answered.
 * @returns who takes a package that is given from outside
 */
export function registerHandlers(): PackageTaker {
  const folder = join(app.getPath('home'), '织诊');
  // A folder that cannot be made is said by the calls that need it.
  void keepPrivate(folder).catch(() => {});
  const stores = storesIn(folder, () => Date.now());
  const dialogs = electronDialogs();
  const saved = savedFiles();
  const packages = packageCalls({
    keyFile: join(app.getPath('userData'), 'signing-key.pem'),
    evidence: stores.evidence.streams,
    signers: stores.signers,
    chooseSavePath: (suggested) => dialogs.chooseSavePath(suggested, 'package'),
    chooseOpenPath: async () => (await dialogs.chooseOpenPaths('package', false))[0] ?? null,
    saved: saved.ticketOf,
    rights: AS_UMASK_SAYS,
  });
  const handlers = handlersOf({
    about: async () =>
      done({
        version: app.getVersion(),
        host: 'electron',
        chromium: process.versions['chrome'] ?? '',
        freeBytes: await stores.freeBytes(),
        mirrorFolder: stores.mirrorFolder,
      }),
    files: fileCalls(dialogs, saved),
    readOffice: stores.readOffice,
    evidence: stores.evidence,
    mirror: stores.mirror,
    packages,
  });
  for (const [name, channel] of Object.entries(CHANNELS))
    ipcMain.handle(channel, ({ senderFrame }, request: unknown) => {
      if (!isOwnSender(senderFrame)) return trouble('refused');
      return answer(handlers, name as CallName, request);
    });
  return packages;
}
