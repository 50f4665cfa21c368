import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choose, QUESTION, QUESTION_PLACE, saved } from '#tests/support/answering.ts';
import { browserMissing, startHost, type Host } from '#tests/support/browser.ts';
import { replaceByImport } from '#tests/support/import-files.ts';
import { openDemos } from '#tests/support/opened-demos.ts';

describe.skipIf(browserMissing() !== null)('nothing is lost with two windows', () => {
  let host: Host;
  let page: Page;

  beforeAll(async () => {
    host = await startHost();
    page = await host.open();
    await openDemos(page);
    await page.goto(host.address + QUESTION_PLACE);
    await page.locator(`#card-${QUESTION}`).getByRole('button', { name: '备注' }).click();
    await saved(page, async () => {
      await note().fill('先写下的');
      await note().blur();
    });
  });
  afterAll(() => host.close());

  const note = () => page.locator(`#card-${QUESTION} textarea`);
  const savedAt = async () => Number(await page.locator('.save-line').getAttribute('data-saved'));

  /** Lets no enterprise be locked in a page, so that whatever needs that lasts until the page is let go. */
  const holdLocks = async (page: Page) => {
    const held = await page.evaluateHandle(() => {
      const { promise, resolve } = Promise.withResolvers<void>();
      const request = navigator.locks.request.bind(navigator.locks) as (...args: unknown[]) => Promise<unknown>;
      const later = (...args: unknown[]) =>
        args[0] === 'zhizhen-mark' ? request(...args) : promise.then(() => request(...args));
      Object.assign(navigator.locks, { request: later });
      return { resolve };
    });
    return () => held.evaluate(({ resolve }) => resolve());
  };

  it('when an import comes while another window has the enterprise', async () => {
    const other = await host.open();
    await other.goto(host.address);
    const letGo = await holdLocks(other);
    await replaceByImport(other);
    // Chromium lets only the first of two be prevented.
    await other.keyboard.press('Escape');
    await other.keyboard.press('Escape');
    await letGo();
    await expect.poll(() => other.locator('dialog').innerText()).toContain('没有写入');
    await other.close();
    expect(await note().inputValue()).toBe('先写下的');
  });

  /** Leaves the enterprise in the first window, replaces it by an import in another one, and gathers what that one says. */
  const importInOtherWindow = async () => {
    const said: string[] = [];
    const other = await host.open();
    other.on('dialog', (dialog) => {
      said.push(dialog.message());
      void dialog.accept();
    });
    await page.goto(host.address);
    await page.getByRole('link', { name: '示例服装有限公司' }).waitFor();
    await other.goto(host.address);
    await replaceByImport(other);
    await other.getByRole('button', { name: '撤销' }).waitFor();
    return { other, said };
  };

  /** Opens the enterprise in the first window and notes something, which is saved. */
  const writeNote = async (text: string) => {
    await page.goto(host.address + QUESTION_PLACE);
    await page.locator(`#card-${QUESTION}`).getByRole('button', { name: '备注' }).click();
    await note().fill(text);
    await note().blur();
    await expect.poll(savedAt).toBeGreaterThan(0);
  };

  it('when an import is undone while another window has the enterprise', async () => {
    const { other, said } = await importInOtherWindow();
    await writeNote('导入以后写的');
    await other.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => said.join()).toContain('没有写入');
    await other.close();
    await page.reload();
    await expect.poll(() => note().inputValue()).toBe('导入以后写的');
  });

  it('when an import is undone after another window has changed the enterprise and left it', async () => {
    const { other, said } = await importInOtherWindow();
    await writeNote('导入以后写完就走了');
    await page.goto(host.address);
    await page.getByRole('link', { name: '示例服装有限公司' }).waitFor();
    await other.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => said.join()).toContain('导入以后又有改动');
    await other.close();
    await page.goto(host.address + QUESTION_PLACE);
    await page.locator(`#card-${QUESTION}`).waitFor();
    expect(await note().inputValue()).toBe('导入以后写完就走了');
  });

  it('when another window would delete or erase it', async () => {
    const said: string[] = [];
    const other = await host.open();
    other.on('dialog', (dialog) => {
      said.push(dialog.message());
      void dialog.accept();
    });
    const row = other.getByRole('row', { name: '示例服装有限公司' });
    await page.goto(host.address);
    await page.getByRole('link', { name: '示例服装有限公司' }).waitFor();
    await other.goto(host.address);
    await row.getByRole('button', { name: '删除' }).click();
    await other.getByRole('button', { name: /^已删除/ }).click();
    await row.waitFor();
    await page.goto(host.address + QUESTION_PLACE);
    await page.locator(`#card-${QUESTION}`).waitFor();
    await row.getByRole('button', { name: '彻底删除' }).click();
    await expect.poll(() => said.at(-1)).toContain('正在另一个窗口');
    await row.getByRole('button', { name: '恢复' }).click();
    await other.getByRole('button', { name: /^在用/ }).click();
    const before = said.length;
    await row.getByRole('button', { name: '删除' }).click();
    await expect.poll(() => said.slice(before)).toEqual([said.find((text) => text.includes('正在另一个窗口'))]);
    await row.waitFor();
    await other.close();
  });

  it('when its row is gone from the database while it is open', async () => {
    const typed = await note().inputValue();
    expect(typed).not.toBe('');
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const opening = indexedDB.open('zhizhen');
          opening.onsuccess = () => {
            const gone = opening.result.transaction(['enterprises', 'diagnoses', 'answers'], 'readwrite');
            gone.objectStore('enterprises').delete('demo-garment');
            for (const table of ['diagnoses', 'answers'])
              gone.objectStore(table).delete(IDBKeyRange.bound(['demo-garment'], ['demo-garment', []]));
            gone.oncomplete = () => {
              opening.result.close();
              resolve();
            };
          };
        }),
    );
    await saved(page, () => choose(page, 3));
    await page.reload();
    await page.locator(`#card-${QUESTION} input[value="3"]:checked`).waitFor({ state: 'attached' });
    expect(await note().inputValue()).toBe(typed);
  });
});
