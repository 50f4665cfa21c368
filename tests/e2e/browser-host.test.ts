import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leadingPage } from '#electron/browser-host/open-page.ts';
import { oneTimeKeys } from '#electron/browser-host/one-time-keys.ts';
import { placesIn } from '#electron/browser-host/places.ts';
import { startBrowserHost } from '#electron/browser-host/start-browser-host.ts';
import { buildWindow } from '#electron/build-window.mjs';
import { browserMissing, sharedChromium } from '#tests/support/browser.ts';
import { PATIENCE_MS } from '#tests/support/chromium.mjs';
import { seriousFindings } from '#tests/support/serious-findings.ts';
import { openDemos } from '#tests/support/opened-demos.ts';

const QUESTION = '#/enterprises/demo-garment/questions/intelligent-manufacturing/ORG/IM-ORG-02';

describe.skipIf(browserMissing() !== null)('the program in a browser', () => {
  const data = mkdtempSync(join(tmpdir(), 'zhizhen-browser-'));
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let address = '';
  let keyed = '';
  let stop = () => {};

  /** Starts the program, at the port that it had before. */
  const start = async () => {
    const close = await startBrowserHost({
      window: await buildWindow(),
      port: address === '' ? 0 : Number(new URL(address).port),
      data,
      isOpening: false,
      now: () => Date.now(),
      give: (given) => (keyed = given),
      say: () => {},
    });
    if (close !== null) stop = close;
    address = keyed.split('#')[0] ?? '';
  };
  beforeAll(async () => {
    await start();
    browser = await sharedChromium();
    context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
    context.setDefaultTimeout(PATIENCE_MS);
    page = await context.newPage();
  });
  afterAll(async () => {
    await context.close();
    stop();
    rmSync(data, { recursive: true, force: true });
  });

  const isIn = (shown: Page) => shown.getByRole('heading', { name: '企业', exact: true }).waitFor();
  const isShutOut = (shown: Page) => shown.getByRole('heading', { name: '请用程序打开织诊' }).waitFor();
  const warning = (shown: Page, text: string) => shown.getByRole('alert').filter({ hasText: text });
  const databases = (shown: Page) => shown.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  const answer = (key: string) =>
    page
      .locator('#card-IM-ORG-02.active')
      .waitFor()
      .then(() => page.keyboard.press(key));

  it('is shown in no browser that was not let in, not even by its database', async () => {
    await page.goto(address);
    await isShutOut(page);
    await page.getByRole('heading', { name: 'Open ZhiZhen with the program' }).waitFor();
    await page.getByText('npm start').first().waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    expect(await databases(page)).toEqual([]);
  });

  it('opens by the address of its start, by whatever name, which then leads nobody in any more', async () => {
    const used = keyed;
    await page.goto(used.replace('127.0.0.1', 'localhost'));
    await isIn(page);
    expect(page.url()).toBe(address);
    expect(await page.evaluate(() => document.cookie)).toBe('');
    await openDemos(page);

    const profile = await browser.newContext();
    const other = await profile.newPage();
    await other.goto(used);
    await isShutOut(other);
    expect(other.url().replace(/#\/$/, '')).toBe(address);
    expect(await other.content()).not.toContain('示例');
    await profile.close();
  });

  it('stays open when the page is loaded again, in a second tab and by a bookmark', async () => {
    await page.reload();
    await page.getByRole('link', { name: '示例服装有限公司' }).waitFor();
    const tab = await context.newPage();
    await tab.goto(`${address}#/`);
    await tab.getByRole('link', { name: '示例服装有限公司' }).waitFor();
    await tab.goto('about:blank');
    await tab.goto(address.replace('127.0.0.1', 'localhost'));
    await tab.getByRole('link', { name: '示例服装有限公司' }).waitFor();
    expect(tab.url()).toBe(address);
    await tab.close();
  });

  it('is opened by the page that the browser is given instead of the address', async () => {
    const { path } = await oneTimeKeys(placesIn(data).keys, () => Date.now()).make((key) =>
      leadingPage(`${address}#key=${key}`),
    );
    const profile = await browser.newContext();
    const other = await profile.newPage();
    await other.goto(pathToFileURL(path ?? '').href);
    await isIn(other);
    expect(other.url().replace(/#\/$/, '')).toBe(address);
    await profile.close();
  });

  it('says at once and for as long as it lasts that the program has ended, and goes on when it is started again', async () => {
    await page.goto(address + QUESTION);
    await page.locator('#card-IM-ORG-02.active').waitFor();
    stop();
    await answer('5');
    await warning(page, '自动备份没有写成：织诊在本机的服务已停止').waitFor();
    await page.evaluate(() => (location.hash = '#/'));
    await page.getByRole('link', { name: '示例服装有限公司' }).waitFor();
    await warning(page, '自动备份没有写成').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    const card = page.locator('#card-IM-ORG-02');
    await page.evaluate((hash) => (location.hash = hash), QUESTION);
    await card.getByRole('button', { name: '佐证' }).click();
    const file = { name: '照片.csv', mimeType: 'text/csv', buffer: Buffer.from('水,电') };
    await card.locator('input[type=file]').setInputFiles(file);
    await card.getByRole('alert').filter({ hasText: '织诊在本机的服务已停止' }).waitFor();
    expect(await card.locator('.evidence li').count()).toBe(0);

    await start();
    await card.locator('input[type=file]').setInputFiles(file);
    await card.locator('.evidence li').filter({ hasText: '照片.csv' }).waitFor();
    await answer('4');
    await warning(page, '自动备份没有写成').waitFor({ state: 'detached' });
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('says that a page is no longer known, and how it is opened again', async () => {
    rmSync(placesIn(data).sessions, { recursive: true });
    await answer('3');
    await warning(page, '自动备份没有写成：程序不认识这个页面').waitFor();
    await page.reload();
    await isShutOut(page);
    await start();
    await page.goto(keyed);
    await page.getByRole('link', { name: '示例服装有限公司' }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('says where the copies could not be compared with the database', async () => {
    await page.route('**/desktop/mirror:list', (route) => route.fulfill({ status: 403 }));
    await page.reload();
    await warning(page, '没有读到自动备份').waitFor();
    await page.unroute('**/desktop/mirror:list');
  });
});
