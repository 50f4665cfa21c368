import { EventEmitter, once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { buildShell } from '#electron/build-shell.mjs';
import { buildWindow } from '#electron/build-window.mjs';
import { BEGUN, type Control, type StandInWindow } from '#tests/e2e/stand-in/state.ts';
import { browserMissing } from './browser.ts';
import { PROJECT } from './cli.ts';
import type { Launcher, Shell } from './shell.ts';

/** Beside the window, one for each worker: another one must not find a file half written. */
const OUT = join(PROJECT, 'build', `stand-in-${process.env['VITEST_POOL_ID'] ?? 0}`);
export const STAND_IN_MAIN = join(OUT, 'main.mjs');
/** Opened behind all others, which are known once this one is. */
const LAST = 'about:blank#last';
let starts = 0;

let built: Promise<void> | undefined;
/** Builds the window, main against the stand-in for Electron, and the preload as it is shipped, once for this worker. */
export function buildStandIn(): Promise<void> {
  return (built ??= build());
}

async function build(): Promise<void> {
  await buildWindow();
  await buildShell({
    outdir: OUT,
    electron: join(PROJECT, 'tests/e2e/stand-in/electron-main.ts'),
    external: ['playwright-core'],
  });
}

export interface Running {
  readonly control: Control;
  /** The page of the first window; there is none where the program ended at once. */
  readonly page: () => Promise<Page>;
}

/** Runs the real main once more from the start until it has a window or ends, with arguments and what the test presets. */
export async function startStandIn(preset: Partial<Control>, args: readonly string[] = []): Promise<Running> {
  const appEvents = new EventEmitter();
  const begun = once(appEvents, BEGUN);
  globalThis.standIn = { ...preset, appEvents };
  process.argv = [process.execPath, STAND_IN_MAIN, ...args];
  await import(`${pathToFileURL(STAND_IN_MAIN).href}?start=${(starts += 1)}`);
  await begun;
  const control = globalThis.standIn as Control;
  return {
    control,
    page: async () => {
      const page = await control.windows[0]?.ready;
      if (page === undefined) throw new Error('no window was opened');
      return page;
    },
  };
}

/** The desktop program in the stand-in for Electron. */
export const standIn: Launcher = {
  name: 'the stand-in',
  missing: browserMissing(),
  build: buildStandIn,
  start: async ({ data, args }) => {
    const running = await startStandIn({ userData: join(data, 'profile'), home: join(data, '家') }, args);
    return shellOf(running.control, await running.page());
  },
};

function shellOf(control: Control, page: Page): Shell {
  const shown = control.windows[0] as StandInWindow;
  return {
    page,
    setUp: () =>
      Promise.resolve({
        preferences: shown.options.webPreferences,
        webRtcPolicy: shown.webContents.webRtcPolicy,
        webviewRules: shown.webContents.listenerCount('will-attach-webview'),
        hasMenu: control.menu !== null,
        resolverRules: control.switches.join(' ').replace('--host-resolver-rules=', ''),
      }),
    asked: () =>
      Promise.resolve({ cancelled: control.cancelled, left: control.left, refused: control.refusedNavigations }),
    choose: ({ save = null, open = [] }) => {
      control.savePath = save;
      control.openPaths = [...open];
      return Promise.resolve();
    },
    revealed: () => Promise.resolve(control.revealed),
    foreignPage: async () => {
      const other = await page.context().newPage();
      await other.route('https://plain.example/', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
      await other.goto('https://plain.example/');
      return other;
    },
    openWindows: async (addresses) => {
      const popups: Page[] = [];
      page.on('popup', (popup) => popups.push(popup));
      const last = page.waitForEvent('popup', (popup) => popup.url() === LAST);
      await page.evaluate((urls) => urls.forEach((url) => window.open(url)), [...addresses, LAST]);
      await last;
      if (shown.webContents.mayOpen().action === 'deny') await Promise.all(popups.map(closed));
    },
    countWindows: () => Promise.resolve(page.context().pages().length),
    endsStartedAgain: async (args = []) => {
      const again = await startStandIn({ isFirstInstance: false }, args);
      // One that ends awaits nothing more.
      const isEnded = again.control.quits === 1 && again.control.appEvents.eventNames().length === 0;
      control.appEvents.emit('second-instance', {}, process.argv, process.cwd());
      return isEnded;
    },
    isInFront: () => Promise.resolve(shown.focused > 0),
    close: async () => {
      const isClosed = once(control.appEvents, 'window-all-closed');
      shown.close();
      await isClosed;
    },
    stop: () => control.stop(),
  };
}

async function closed(page: Page): Promise<void> {
  if (!page.isClosed()) await page.waitForEvent('close');
}
