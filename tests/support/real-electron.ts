import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as electron from 'electron';
import type { WebPreferences } from 'electron';
import { _electron, type ElectronApplication } from 'playwright-core';
import { buildShell, SHELL } from '#electron/build-shell.mjs';
import { buildWindow } from '#electron/build-window.mjs';
import { installedRuntime } from '#electron/electron-runtime.mjs';
import type { Launcher, Shell, Start } from './shell.ts';

/** In main of the program under test: what its dialogs give, and what was seen of it. */
interface Watched {
  save: string | null;
  open: string[];
  readonly revealed: string[];
  readonly cancelled: string[];
  readonly left: string[];
  readonly refused: string[];
}

declare global {
  var watched: Watched;
}

/** There, but not among the types of Electron. */
interface Recalling {
  readonly getLastWebPreferences: () => WebPreferences | null;
}

const runtime = installedRuntime();
/** Chromium has no sandbox for root. */
const IS_ROOT = process.getuid?.() === 0;

/** The desktop program in a real Electron, where a runtime of it is installed. Untried: none could be had so far. */
export const realElectron: Launcher = {
  name: 'a real Electron',
  missing: missingReason(),
  build: async () => {
    await buildWindow();
    await buildShell();
  },
  start: async (start) => {
    const main = mainFor(start);
    const app = await launch(main, start.args ?? []);
    const page = await app.firstWindow();
    await app.evaluate(watch);
    return shellOf(app, page, main);
  },
};

function missingReason(): string | null {
  if (runtime !== null) return null;
  const reason = 'not run: no Electron runtime here';
  process.stderr.write(`${reason}\n`);
  return reason;
}

/** Main as it is shipped, on folders of the test. */
function mainFor({ data }: Start): string {
  const folders = { userData: join(data, 'profile'), home: join(data, '家') };
  for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true });
  const path = join(data, 'start.mjs');
  writeFileSync(
    path,
    `import { app } from 'electron';
for (const [name, folder] of Object.entries(${JSON.stringify(folders)})) app.setPath(name, folder);
await import(${JSON.stringify(pathToFileURL(join(SHELL, 'main.mjs')).href)});
`,
  );
  return path;
}

function launch(main: string, args: readonly string[]): Promise<ElectronApplication> {
  return _electron.launch({ executablePath: runtime ?? '', args: [main, ...args], chromiumSandbox: !IS_ROOT });
}

/** Runs in main, behind all that main itself has set. */
function watch({ BrowserWindow, dialog, session, shell }: typeof electron): void {
  const seen: Watched = { save: null, open: [], revealed: [], cancelled: [], left: [], refused: [] };
  globalThis.watched = seen;
  dialog.showSaveDialog = () => Promise.resolve({ canceled: seen.save === null, filePath: seen.save ?? '' });
  dialog.showOpenDialog = () => Promise.resolve({ canceled: seen.open.length === 0, filePaths: seen.open });
  shell.showItemInFolder = (path) => void seen.revealed.push(path);
  session.defaultSession.webRequest.onErrorOccurred(({ url, error }) => {
    if (error === 'net::ERR_BLOCKED_BY_CLIENT') seen.cancelled.push(url);
  });
  session.defaultSession.webRequest.onSendHeaders(({ url }) => {
    if (!url.startsWith('app:')) seen.left.push(url);
  });
  BrowserWindow.getAllWindows()[0]?.webContents.on('will-navigate', (event) => {
    if (event.defaultPrevented) seen.refused.push(event.url);
  });
}

function shellOf(app: ElectronApplication, page: Shell['page'], main: string): Shell {
  return {
    page,
    setUp: () =>
      app.evaluate(({ app: program, BrowserWindow, Menu }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        return {
          preferences: { ...(contents as unknown as Recalling | undefined)?.getLastWebPreferences() },
          webRtcPolicy: contents?.getWebRTCIPHandlingPolicy() ?? '',
          webviewRules: contents?.listenerCount('will-attach-webview') ?? 0,
          hasMenu: Menu.getApplicationMenu() !== null,
          resolverRules: program.commandLine.getSwitchValue('host-resolver-rules'),
        };
      }),
    asked: () =>
      app.evaluate(() => {
        const { cancelled, left, refused } = globalThis.watched;
        return { cancelled, left, refused };
      }),
    choose: ({ save = null, open = [] }) =>
      app.evaluate((_, paths) => void Object.assign(globalThis.watched, paths), { save, open: [...open] }),
    revealed: () => app.evaluate(() => globalThis.watched.revealed),
    foreignPage: async () => {
      const opened = app.waitForEvent('window');
      await app.evaluate(({ BrowserWindow }) => {
        const own = BrowserWindow.getAllWindows()[0]?.webContents as unknown as Recalling | undefined;
        const preload = own?.getLastWebPreferences()?.preload ?? '';
        void new BrowserWindow({ show: false, webPreferences: { preload } }).loadURL('data:text/html,');
      });
      return opened;
    },
    openWindows: async (addresses) => {
      await page.evaluate((urls) => urls.forEach((url) => window.open(url)), addresses);
    },
    countWindows: () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length),
    endsStartedAgain: async (args = []) => {
      const again = spawn(runtime ?? '', [...(IS_ROOT ? ['--no-sandbox'] : []), main, ...args], {
        stdio: 'ignore',
        timeout: 30_000,
      });
      const [code] = (await once(again, 'exit')) as [number | null];
      return code === 0;
    },
    isInFront: () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isFocused() === true),
    close: async () => {
      const closed = app.waitForEvent('close');
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
      await closed;
    },
    stop: () => app.close(),
  };
}
