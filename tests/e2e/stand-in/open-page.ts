import { chromium, type BrowserContext, type Page, type Route } from 'playwright-core';
import { CHROMIUM, FLAGS, PATIENCE_MS } from '#tests/support/chromium.mjs';
import { toApp, toPage } from './addresses.ts';
import { carryCalls } from './page-calls.ts';
import { control, hooks, type StandInWindow } from './state.ts';

/** Permissions that Chromium lets a driver give. */
const GIVEN = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'];

/** Opens a window's page in a Chromium on the profile of the program. */
export async function openPage(window: StandInWindow, address: string): Promise<Page> {
  const context = await chromium.launchPersistentContext(control.userData, {
    executablePath: CHROMIUM,
    args: [...FLAGS, ...control.switches],
    viewport: { width: 1366, height: 768 },
  });
  context.setDefaultTimeout(PATIENCE_MS);
  control.stop = () => context.close();
  await context.grantPermissions(GIVEN.filter(isGiven), { origin: new URL(toPage(address)).origin });
  await carryCalls(context, window);
  await context.route('**/*', (route) => answerRequest(window, route));
  await context.routeWebSocket(/./, (socket) => {
    isCancelled(socket.url());
    void socket.close();
  });
  refusePopups(context, window);
  const page = context.pages()[0] ?? (await context.newPage());
  await load(window, page, toPage(address));
  return page;
}

/** A page whose process has gone cannot be led anywhere by Playwright: another one takes its place in the window. */
async function load(window: StandInWindow, page: Page, address: string): Promise<void> {
  const { webContents } = window;
  webContents.page = page;
  page.on('crash', () => {
    webContents.reload = async () => {
      const next = await page.context().newPage();
      await page.close();
      await load(window, next, page.url());
    };
    webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
  });
  await page.goto(address);
}

/** As in Electron a permission is asked for, or looked up without asking; one answer is enough to have it. */
function isGiven(permission: string): boolean {
  let isAnswered = false;
  control.permissions.ask(null, permission, (isYes) => {
    isAnswered = isYes;
  });
  return isAnswered || control.permissions.check(null, permission);
}

function refusePopups(context: BrowserContext, { webContents }: StandInWindow): void {
  context.on('page', (page) => {
    void page.opener().then((opener) => {
      if (opener !== null && webContents.mayOpen().action === 'deny') void page.close();
    });
  });
}

async function answerRequest(window: StandInWindow, route: Route): Promise<void> {
  const request = route.request();
  const url = toApp(request.url());
  if (request.isNavigationRequest() && isPrevented(window, route)) {
    control.refusedNavigations.push(url);
    return route.abort('aborted');
  }
  if (isCancelled(url)) return route.abort('blockedbyclient');
  if (!url.startsWith('app:')) return route.abort('internetdisconnected');
  const response = await hooks.serve({ url, method: request.method() });
  return route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  });
}

function isCancelled(url: string): boolean {
  let isRefused = false;
  hooks.onRequest({ url }, ({ cancel }) => {
    isRefused = cancel;
  });
  if (isRefused) control.cancelled.push(url);
  else if (!url.startsWith('app:')) control.left.push(url);
  return isRefused;
}

/** The events that Electron sends before a navigation: one for every frame, one more for the top frame. */
function isPrevented({ webContents }: StandInWindow, route: Route): boolean {
  const request = route.request();
  let prevented = false;
  const event = { url: toApp(request.url()), preventDefault: () => (prevented = true) };
  webContents.emit('will-frame-navigate', event);
  if (isTopFrame(route)) webContents.emit('will-navigate', event);
  if (request.redirectedFrom() !== null) webContents.emit('will-redirect', event);
  return prevented;
}

/** The first request of a new page comes before it has a frame. */
function isTopFrame(route: Route): boolean {
  try {
    return route.request().frame().parentFrame() === null;
  } catch {
    return true;
  }
}
