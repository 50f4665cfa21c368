import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { desktopServer } from '#electron/browser-host/desktop-server.ts';
import { cookieName, door } from '#electron/browser-host/door.ts';
import { oneTimeKeys } from '#electron/browser-host/one-time-keys.ts';
import { sessionsIn } from '#electron/browser-host/sessions.ts';
import { newSecret } from '#electron/browser-host/secrets.ts';
import type { Answering } from '#electron/browser-host/requests.ts';
import { serve } from '#electron/browser-host/static-server.mjs';
import { buildWindow } from '#electron/build-window.mjs';
import { CHROMIUM, FLAGS, PATIENCE_MS } from './chromium.mjs';

/** Runs in the page: violations of its policy are told to the test. */
const REPORT_VIOLATIONS = `document.addEventListener('securitypolicyviolation', (event) =>
  reportViolation('CSP ' + event.effectiveDirective + ' ' + event.sourceFile + ' ' + event.sample))`;

/** Null where Chromium is there; else the reason to skip. Under CI a missing browser is a failure. */
export function browserMissing(): string | null {
  if (existsSync(CHROMIUM)) return null;
  const reason = `skipped, not on this machine: ${CHROMIUM}`;
  if (process.env['CI'] === 'true') throw new Error(reason);
  process.stderr.write(`${reason}\n`);
  return reason;
}

let shared: Promise<Browser> | undefined;
/**
 * The Chromium of this worker, which is started once and goes with it: a test file opens contexts of its own in it, closes
 * them, and leaves the browser alone.
 */
export function sharedChromium(): Promise<Browser> {
  shared ??= chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  return shared;
}

/** The window in a real Chromium, with everything that went wrong in it. */
export interface Host {
  readonly address: string;
  readonly context: BrowserContext;
  readonly troubles: string[];
  readonly open: (path?: string) => Promise<Page>;
  readonly close: () => Promise<void>;
}

/**
 * Builds the window, serves it with the final CSP and opens a context of the browser, which the door of the host has let in;
 * without a desktop of the test it has one on a folder that goes afterwards, and a window that was built elsewhere is not built.
 */
export async function startHost(desktop?: Answering, built?: string): Promise<Host> {
  const data = mkdtempSync(join(tmpdir(), 'zhizhen-e2e-'));
  const now = () => Date.now();
  const sessions = sessionsIn(join(data, 'sessions'), now);
  const keys = oneTimeKeys(join(data, 'keys'), now);
  const within = desktop ?? desktopServer(join(data, '织诊'));
  const shut = door({ keys, sessions, proof: newSecret(), now, onGuessing: () => {} }, within);
  const { address, close } = await serve(built ?? (await buildWindow()), 0, shut);
  const troubles: string[] = [];
  const browser = await sharedChromium();
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, acceptDownloads: true });
  context.setDefaultTimeout(PATIENCE_MS);
  await context.exposeFunction('reportViolation', (text: string) => troubles.push(text));
  await context.addInitScript(REPORT_VIOLATIONS);
  const { cookie, half } = await sessions.begin();
  const name = cookieName(new URL(address).port);
  await context.addCookies([
    { name, value: cookie, domain: '127.0.0.1', path: '/desktop/', httpOnly: true, sameSite: 'Strict' },
  ]);
  await context.addInitScript((kept) => {
    if (location.protocol === 'http:') localStorage.setItem('zhizhen-host-session', kept);
  }, half);
  return {
    address,
    context,
    troubles,
    open: async (path = '') => {
      const page = await context.newPage();
      watch(page, address, troubles);
      await page.goto(address + path);
      return page;
    },
    close: async () => {
      await context.close();
      close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

function watch(page: Page, address: string, troubles: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') troubles.push(message.text());
  });
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(address) && !request.url().startsWith('blob:'))
      troubles.push(`request ${request.url()}`);
  });
}

/** A Chromium with a profile of its own, which can be killed and started again on the same data. */
export async function startProfile(
  profile: string,
): Promise<{ readonly page: Page; readonly kill: () => Promise<void> }> {
  const child = spawn(CHROMIUM, [...FLAGS, `--user-data-dir=${profile}`, '--remote-debugging-port=0', 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  const endpoint = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /DevTools listening on (\S+)\s/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', () => reject(new Error(said)));
  });
  const browser = await chromium.connectOverCDP(endpoint);
  const context = browser.contexts()[0] ?? (await browser.newContext());
  context.setDefaultTimeout(PATIENCE_MS);
  const page = context.pages()[0] ?? (await context.newPage());
  return {
    page,
    kill: async () => {
      const ended = once(child, 'exit');
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      await ended;
    },
  };
}
