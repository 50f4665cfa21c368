import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desktopServer } from '#electron/browser-host/desktop-server.ts';
import { serve } from '#electron/browser-host/static-server.mjs';
import { buildWindow } from '#electron/build-window.mjs';
import { choose, nextRung, chosenRung, QUESTION, QUESTION_PLACE, saved } from '#tests/support/answering.ts';
import { browserMissing, startProfile } from '#tests/support/browser.ts';
import { openDemos } from '#tests/support/opened-demos.ts';

/** Name of a mill that is erased, in the signs that a profile could hold it in. */
const SECRET = '绝密织造厂';
const CODINGS = ['utf8', 'utf16le'] as const;

/** Runs in the page before its own code: how each transaction that writes was asked for. */
const WATCH_TRANSACTIONS = () => {
  const asked: (string | undefined)[] = [];
  Object.assign(globalThis, { asked });
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called on the database that asked
  const plain = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (stores, mode, options) {
    if (mode === 'readwrite' && this.name === 'zhizhen') asked.push(options?.durability);
    return plain.call(this, stores, mode, options);
  };
};

describe.skipIf(browserMissing() !== null)('what is written to the database', () => {
  const root = mkdtempSync(join(tmpdir(), 'zhizhen-writes-'));
  const profile = join(root, 'profile');
  let server: Awaited<ReturnType<typeof serve>>;
  let chromium: Awaited<ReturnType<typeof startProfile>>;
  let page: Page;
  beforeAll(async () => {
    server = await serve(await buildWindow(), 0, desktopServer(join(root, 'data')));
    chromium = await startProfile(profile);
    page = chromium.page;
    await page.addInitScript(WATCH_TRANSACTIONS);
    await page.goto(server.address);
    await openDemos(page);
    await page.goto(server.address + QUESTION_PLACE);
    await page.locator(`#card-${QUESTION}`).waitFor();
  });
  afterAll(async () => {
    await chromium.kill();
    server.close();
    rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });

  const note = () => page.locator(`#card-${QUESTION} textarea`);
  const noteInDatabase = () =>
    page.evaluate(
      (question) =>
        new Promise<string>((resolve) => {
          const opening = indexedDB.open('zhizhen');
          opening.onsuccess = () => {
            const all = opening.result.transaction('answers').objectStore('answers').getAll();
            all.onsuccess = () => {
              const rows = all.result as { enterpriseId: string; answers: Record<string, { note?: string }> }[];
              opening.result.close();
              resolve(
                rows
                  .map((row) => (row.enterpriseId === 'demo-garment' ? row.answers[question]?.note : ''))
                  .find(Boolean) ?? '',
              );
            };
          };
        }),
      QUESTION,
    );

  it('is asked to be on the disk before it is said to be', async () => {
    await saved(page, async () => choose(page, nextRung(await chosenRung(page))));
    const asked = await page.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
    expect(asked.length).toBeGreaterThan(0);
    expect([...new Set(asked)]).toEqual(['strict']);
  });

  it('follows the keys while they go on without a pause', async () => {
    let text = '';
    await page.locator(`#card-${QUESTION}`).getByRole('button', { name: '备注' }).click();
    await note().focus();
    const typing = new AbortController();
    const keys = (async () => {
      while (!typing.signal.aborted) {
        await page.keyboard.insertText('字');
        text += '字';
      }
    })();
    try {
      await expect.poll(async () => (await noteInDatabase()).length).toBeGreaterThan(0);
      const before = (await noteInDatabase()).length;
      await expect.poll(async () => (await noteInDatabase()).length).toBeGreaterThan(before);
    } finally {
      typing.abort();
      await keys;
    }
    await expect.poll(noteInDatabase).toBe(text);
  });

  describe('of a word that is composed', () => {
    let input: CDPSession;
    beforeAll(async () => {
      input = await page.context().newCDPSession(page);
    });
    const preview = (text: string) =>
      input.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });

    it('is what its preview was, though its end changes nothing', async () => {
      await note().fill('');
      await note().blur();
      await expect.poll(noteInDatabase).toBe('');
      await note().focus();
      await preview('shu');
      await preview('数字');
      await input.send('Input.insertText', { text: '数字' });
      expect(await note().inputValue()).toBe('数字');
      await expect.poll(noteInDatabase).toBe('数字');
    });

    it('is not its preview, and what stood before it is there as soon as it begins', async () => {
      await note().press('End');
      await page.keyboard.insertText('化');
      await preview('ban gong');
      await expect.poll(noteInDatabase).toBe('数字化');
      // Longer than any text waits that is not being composed.
      const later = Date.now() + 2500;
      await expect.poll(() => Date.now()).toBeGreaterThan(later);
      expect(await noteInDatabase()).toBe('数字化');
      expect(await note().inputValue()).toBe('数字化ban gong');
      await input.send('Input.insertText', { text: '办公' });
      await expect.poll(noteInDatabase).toBe('数字化办公');
    });
  });

  it('and erased for good leaves no name in the copies, in what pages remember and in the log of the browser', async () => {
    /** Tables of the browser keep it until the browser tidies them. */
    const inLogs = () => holding(profile).filter((path) => path.endsWith('.log'));
    const copies = () => holding(join(root, 'data'));
    page.on('dialog', (dialog) => void dialog.accept());
    await page.goto(server.address);
    await page.getByRole('button', { name: '新建企业' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill(SECRET);
    await page.getByRole('dialog').getByRole('button', { name: '创建' }).click();
    await page.getByRole('textbox', { name: '企业名称' }).waitFor();
    const places = () =>
      page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('zhizhen-place/ent-')));
    await expect.poll(places).not.toEqual([]);
    await expect.poll(inLogs).not.toEqual([]);
    await page.goto(server.address);
    await expect.poll(copies).not.toEqual([]);
    const row = page.getByRole('row', { name: SECRET });
    await row.getByRole('button', { name: '删除' }).click();
    await page.getByRole('button', { name: /^已删除/ }).click();
    await row.getByRole('button', { name: '彻底删除' }).click();
    await row.waitFor({ state: 'detached' });
    await expect.poll(inLogs).toEqual([]);
    await expect.poll(copies).toEqual([]);
    await expect.poll(places).toEqual([]);
  });
});

/** Files below a folder that hold the name of the erased mill. */
function holding(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = bytesOf(path);
      return CODINGS.some((coding) => bytes.includes(Buffer.from(SECRET, coding)));
    });
}

/** Empty for a file that the browser has just removed. */
function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    return Buffer.alloc(0);
  }
}
