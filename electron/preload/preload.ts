import { contextBridge, ipcRenderer } from 'electron';
import { CHANNELS, CLOSED, CLOSING, PACKAGE_AWAITED, PACKAGE_GIVEN, type CallName } from '../contract/channels.ts';
import type { DesktopApi } from '../contract/desktop-api.ts';

/** One argument and one fixed channel a call: the page can neither choose a channel nor listen to one. */
const ask =
  (name: CallName) =>
  (request?: unknown): Promise<never> =>
    ipcRenderer.invoke(CHANNELS[name], request) as Promise<never>;

contextBridge.exposeInMainWorld('desktop', {
  about: ask('about'),
  saveFile: ask('saveFile'),
  openFiles: ask('openFiles'),
  revealSaved: ask('revealSaved'),
  readOffice: ask('readOffice'),
  keepEvidence: ask('keepEvidence'),
  readEvidence: ask('readEvidence'),
  sweepEvidence: ask('sweepEvidence'),
  listEvidenceBin: ask('listEvidenceBin'),
  putBackEvidence: ask('putBackEvidence'),
  mirrorDossier: ask('mirrorDossier'),
  listMirror: ask('listMirror'),
  readMirror: ask('readMirror'),
  forgetMirror: ask('forgetMirror'),
  packDossier: ask('packDossier'),
  openPackage: ask('openPackage'),
  acceptPackage: ask('acceptPackage'),
  onClosing: (finish) => {
    ipcRenderer.on(CLOSING, () => {
      void finish().finally(() => ipcRenderer.send(CLOSED));
    });
  },
  onPackageGiven: (tell) => {
    ipcRenderer.on(PACKAGE_GIVEN, () => tell());
    ipcRenderer.send(PACKAGE_AWAITED);
  },
} satisfies DesktopApi);
