import type { DesktopApi } from './desktop-api.ts';

/** One channel per function of the contract. */
export const CHANNELS = {
  about: 'app:about',
  saveFile: 'file:save',
  openFiles: 'file:open',
  revealSaved: 'file:reveal',
  readOffice: 'office:read',
  keepEvidence: 'evidence:keep',
  readEvidence: 'evidence:read',
  sweepEvidence: 'evidence:sweep',
  listEvidenceBin: 'evidence:bin',
  putBackEvidence: 'evidence:put-back',
  mirrorDossier: 'mirror:write',
  listMirror: 'mirror:list',
  readMirror: 'mirror:read',
  forgetMirror: 'mirror:forget',
  packDossier: 'package:pack',
  openPackage: 'package:open',
  acceptPackage: 'package:accept',
} as const satisfies Record<Exclude<keyof DesktopApi, 'onClosing' | 'onPackageGiven'>, string>;

export type CallName = keyof typeof CHANNELS;

/** Where a page in a browser sends the package that is to be opened, as no call carries one. */
export const PACKAGE_FILE = 'package-file';

/** Main tells the window that it closes, and the window tells main that all is written. */
export const CLOSING = 'app:closing';
export const CLOSED = 'app:closed';

/** The window tells main that it listens, and main tells the window that a package was given. */
export const PACKAGE_AWAITED = 'package:awaited';
export const PACKAGE_GIVEN = 'package:given';
