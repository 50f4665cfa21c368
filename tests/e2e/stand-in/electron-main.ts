import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page, type Route } from 'playwright-core';
import { decodeMessage, encodeMessage } from '#electron/browser-host/message.ts';
import { CHROMIUM, FLAGS } from '#tests/support/chromium.mjs';

const PAGE_ORIGIN = 'https://zhizhen.stand-in';
const toApp = (address: string) => address.replace(PAGE_ORIGIN, 'app://zhizhen');
const toPage = (address: string) => address.replace('app://zhizhen', PAGE_ORIGIN);

type Handler = (event: unknown, request?: unknown) => unknown;
type Serve = (request: { url: string; method: string }) => Promise<Response>;

/** What the test sets before main runs, and sees of it afterwards. */
export interface Control {
  userData: string;
  documents: string;
  isFirstInstance: boolean;
  savePath: string | null;
  openPaths: string[];
  readonly revealed: string[];
  quits: number;
  readonly cancelled: string[];
  readonly refusedNavigations: string[];
  readonly schemes: unknown[];
  readonly windows: BrowserWindow[];
  permission: ((permission: string) => boolean) | null;
  readonly stop: () => Promise<void>;
}

declare global {
  /** Main is bundled with a copy of this module of its own, so the test finds it here. */
  var standIn: Partial<Control> | undefined;
}

const control: Control = {
  userData: '',
  documents: '',
  isFirstInstance: true,
  savePath: null,
  openPaths: [],
  revealed: [],
  quits: 0,
  cancelled: [],
  refusedNavigations: [],
  schemes: [],
  windows: [],
  permission: null,
  stop: async () => browser?.close(),
  ...globalThis.standIn,
};
globalThis.standIn = control;

let browser: Browser | undefined;
let serve: Serve = () => Promise.resolve(new Response(null, { status: 404 }));
let onRequest: ((details: { url: string }, decide: (answer: { cancel: boolean }) => void) => void) | undefined;
const handlers = new Map<string, Handler>();

class App extends EventEmitter {
  disableHardwareAcceleration(): void {}
  requestSingleInstanceLock(): boolean {
    return control.isFirstInstance;
  }
  whenReady(): Promise<void> {
    return Promise.resolve();
  }
  quit(): void {
    control.quits += 1;
  }
  exit(): void {
    control.quits += 1;
  }
  getVersion(): string {
    return '0.0.0-stand-in';
  }
  getPath(name: string): string {
    return name === 'documents' ? control.documents : control.userData;
  }
}
export const app = new App();

class IpcMain extends EventEmitter {
  handle(channel: string, handler: Handler): void {
    handlers.set(channel, handler);
  }
}
export const ipcMain = new IpcMain();

export const protocol = {
  registerSchemesAsPrivileged: (schemes: unknown[]) => control.schemes.push(...schemes),
};
export const session = {
  defaultSession: {
    protocol: {
      handle: (_scheme: string, handler: Serve) => {
        serve = handler;
      },
    },
    webRequest: {
      onBeforeRequest: (listener: NonNullable<typeof onRequest>) => {
        onRequest = listener;
      },
    },
    setPermissionRequestHandler: (ask: (contents: null, name: string, answer: (is: boolean) => void) => void) => {
      control.permission = (name) => {
        let given = true;
        ask(null, name, (is) => {
          given = is;
        });
        return given;
      };
    },
    setPermissionCheckHandler: () => {},
    setDevicePermissionHandler: () => {},
  },
};
export const dialog = {
  showSaveDialog: () => Promise.resolve({ canceled: control.savePath === null, filePath: control.savePath ?? '' }),
  showOpenDialog: () => Promise.resolve({ canceled: control.openPaths.length === 0, filePaths: control.openPaths }),
};
export const shell = { showItemInFolder: (path: string) => control.revealed.push(path) };

class WebContents extends EventEmitter {
  mayOpen: () => { action: string } = () => ({ action: 'allow' });
  page: Page | undefined;
  setWindowOpenHandler(handler: () => { action: string }): void {
    this.mayOpen = handler;
  }
  send(channel: string): void {
    void this.page?.evaluate((name) => globalThis.standInReceive(name), channel);
  }
}

interface WindowOptions {
  readonly webPreferences: { readonly preload: string } & Record<string, unknown>;
}

export class BrowserWindow extends EventEmitter {
  static getAllWindows(): BrowserWindow[] {
    return control.windows;
  }
  readonly webContents = new WebContents();
  readonly options: WindowOptions;
  ready: Promise<Page> | undefined;
  isClosed = false;
  focused = 0;

  constructor(options: WindowOptions) {
    super();
    this.options = options;
    control.windows.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  isMinimized(): boolean {
    return false;
  }
  focus(): void {
    this.focused += 1;
  }
  loadURL(address: string): Promise<void> {
    this.ready = openPage(this, address);
    return this.ready.then(() => undefined);
  }
  close(): void {
    let isPrevented = false;
    this.emit('close', { preventDefault: () => (isPrevented = true) });
    if (isPrevented) return;
    this.isClosed = true;
    void this.webContents.page?.close();
  }
}

async function openPage(window: BrowserWindow, address: string): Promise<Page> {
  browser ??= await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  await carryCalls(context);
  await context.addInitScript({ content: readFileSync(window.options.webPreferences.preload, 'utf8') });
  await context.route('**/*', (route) => answerRoute(window, route));
  const page = await context.newPage();
  window.webContents.page = page;
  context.on('page', (other) => {
    void other.opener().then((opener) => {
      if (opener !== null && window.webContents.mayOpen().action === 'deny') void other.close();
    });
  });
  await page.goto(toPage(address));
  return page;
}

async function carryCalls(context: BrowserContext): Promise<void> {
  await context.exposeBinding('standInInvoke', async ({ frame }, channel: string, letters: string) => {
    const handler = handlers.get(channel);
    if (handler === undefined) throw new Error(`no handler for ${channel}`);
    const senderFrame = { url: toApp(frame.url()), parent: frame.parentFrame() };
    const outcome = await handler({ senderFrame }, decodeMessage(Buffer.from(letters, 'latin1')));
    return Buffer.from(encodeMessage(outcome)).toString('latin1');
  });
  await context.exposeBinding('standInSend', (_, channel: string) => ipcMain.emit(channel, {}));
}

async function answerRoute({ webContents }: BrowserWindow, route: Route): Promise<void> {
  const request = route.request();
  const url = toApp(request.url());
  if (request.isNavigationRequest() && isPrevented(webContents, url)) {
    control.refusedNavigations.push(url);
    return route.abort('aborted');
  }
  let isCancelled = false;
  onRequest?.({ url }, ({ cancel }) => {
    isCancelled = cancel;
  });
  if (isCancelled) {
    control.cancelled.push(url);
    return route.abort('blockedbyclient');
  }
  if (!url.startsWith('app:')) return route.continue();
  const response = await serve({ url, method: request.method() });
  return route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  });
}

function isPrevented(contents: WebContents, url: string): boolean {
  let prevented = false;
  contents.emit('will-navigate', { url, preventDefault: () => (prevented = true) });
  return prevented;
}
