import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '#electron/browser-host/static-server.mjs';
import { buildWindow } from '#electron/build-window.mjs';
import type { EnterpriseRow } from '#renderer/storage/database.ts';
import { browserMissing } from '#tests/support/browser.ts';
import { CHROMIUM, FLAGS } from '#tests/support/chromium.mjs';
import { enterpriseRow } from '#tests/support/enterprise-rows.ts';

const MILLS = 5000;
const ROW = '.enterprises tbody tr[aria-rowindex]';

/** Runs in the page: puts rows under other ids and names into the database, the first changed last. */
async function seed({ row, count }: { row: EnterpriseRow; count: number }): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open('zhizhen');
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(new Error('not opened'));
  });
  const transaction = database.transaction('enterprises', 'readwrite');
  for (let i = 1; i <= count; i += 1) {
    const enterprise = { ...row.base.enterprise, name: `示例${i}厂` };
    transaction.objectStore('enterprises').put({
      ...row,
      id: `mill-${i}`,
      base: { ...row.base, enterprise },
      changedAt: 10_000 - i,
    });
  }
  await new Promise((resolve) => (transaction.oncomplete = resolve));
  database.close();
}

const missing = browserMissing();

describe.skipIf(missing !== null)(`a list of ${MILLS} enterprises`, () => {
  let browser: Browser;
  let page: Page;
  let close: () => void;
  beforeAll(async () => {
    const served = await serve(await buildWindow(), 0);
    close = served.close;
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
    page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    await page.goto(served.address);
    await page.waitForSelector('.welcome');
    await page.evaluate(seed, { row: enterpriseRow({ id: 'mill' }), count: MILLS });
    await page.reload();
    await page.waitForSelector(ROW);
  });
  afterAll(async () => {
    await browser.close();
    close();
  });

  const drawn = () => page.locator(ROW).count();
  const names = () => page.locator(`${ROW} th`).allInnerTexts();

  it('draws the rows in view and those near, and says how many there are', async () => {
    expect((await names())[0]).toBe('示例1厂');
    expect(await drawn()).toBeLessThan(150);
    expect(await page.getByRole('table').getAttribute('aria-rowcount')).toBe(String(MILLS + 1));
  });

  it('is gone through with the Tab key beyond the rows that were drawn at first', async () => {
    const last = page.locator(`${ROW}[aria-rowindex="31"]`);
    await last.getByRole('button').last().focus();
    await page.locator(`${ROW}[aria-rowindex="32"]`).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('示例31厂');
  });

  it('draws what is scrolled to, keeps the row that has the focus, and lets go of the others', async () => {
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await expect.poll(async () => (await names()).at(-1)).toBe(`示例${MILLS}厂`);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('示例31厂');
    expect(await drawn()).toBeLessThan(150);
  });

  it('finds one among all and comes back to all', async () => {
    await page.getByRole('searchbox').fill('示例4321');
    await expect.poll(names).toEqual(['示例4321厂']);
    await page.getByRole('searchbox').fill('');
    await expect.poll(async () => (await names()).slice(0, 2)).toEqual(['示例1厂', '示例2厂']);
  });
});
