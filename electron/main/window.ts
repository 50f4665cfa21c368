import { join } from 'node:path';
import { BrowserWindow, type WebPreferences } from 'electron';
import { waitForLastWrites } from './closing.ts';
import { ORIGIN } from './origin.ts';
import { reloadCrashed } from './reload-crashed.ts';

/** Everything on which the page's confinement rests, said in full although most is the default. */
export const WEB_PREFERENCES = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  webviewTag: false,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  navigateOnDragDrop: false,
  spellcheck: false,
} as const satisfies WebPreferences;

/** Opens the window of the program. */
export function openWindow(): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 820,
    minWidth: 900,
    minHeight: 600,
    title: '织诊',
    autoHideMenuBar: true,
    webPreferences: { ...WEB_PREFERENCES, preload: join(import.meta.dirname, 'preload.cjs') },
  });
  waitForLastWrites(window);
  reloadCrashed(window);
  void window.loadURL(`${ORIGIN}/`);
  return window;
}
