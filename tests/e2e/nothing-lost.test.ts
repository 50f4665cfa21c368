import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Dossier } from '#assessments/schema/dossier.ts';
import { serve } from '#electron/browser-host/static-server.mjs';
import { buildWindow } from '#electron/build-window.mjs';
import { QUESTION, QUESTION_PLACE } from '#tests/support/answering.ts';
import { browserMissing, startProfile } from '#tests/support/browser.ts';
import { replaceByImport } from '#tests/support/import-files.ts';
import { openDemos } from '#tests/support/opened-demos.ts';

const missing = browserMissing();

describe.skipIf(missing !== null)('nothing is lost', () => {
  const profile = mkdtempSync(join(tmpdir(), 'zhizhen-profile-'));
  let server: Awaited<ReturnType<typeof serve>>;
  let chromium: Awaited<ReturnType<typeof startProfile>>;

  beforeAll(async () => {
    server = await serve(await buildWindow(), 0);
    chromium = await startProfile(profile);
  });
  afterAll(async () => {
    await chromium.kill();
    server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });

  const note = (page: Page) => page.locator(`#card-${QUESTION} textarea`);
  const savedAt = async (page: Page) => Number(await page.locator('.save-line').getAttribute('data-saved'));

  it('when the browser is killed in the middle of typing', async () => {
    const { page } = chromium;
    await page.goto(server.address);
    await openDemos(page);
    await page.goto(server.address + QUESTION_PLACE);
    await page.locator(`#card-${QUESTION}.active`).waitFor();
    await page.keyboard.press('5');
    await expect.poll(() => savedAt(page)).toBeGreaterThan(0);
    await page.locator(`#card-${QUESTION}`).getByRole('button', { name: '备注' }).click();
    const before = await savedAt(page);
    await note(page).fill('数字化办公室由厂长');
    await expect.poll(() => savedAt(page)).toBeGreaterThan(before);
    await note(page).pressSequentially('直接');
    await chromium.kill();

    chromium = await startProfile(profile);
    await chromium.page.goto(server.address + QUESTION_PLACE);
    await chromium.page.locator(`#card-${QUESTION}`).waitFor();
    expect(await note(chromium.page).inputValue()).toMatch(/^数字化办公室由厂长/);
    expect(await chromium.page.locator(`#card-${QUESTION} input[value="5"]`).isChecked()).toBe(true);
  });

  it('when the page is opened again right after the last key', async () => {
    const { page } = chromium;
    await note(page).fill('刚写完就刷新了页面');
    await page.reload();
    await page.locator(`#card-${QUESTION}`).waitFor();
    expect(await note(page).inputValue()).toBe('刚写完就刷新了页面');
  });

  it('when a figure is typed slowly: it is written meanwhile and not changed under the hand', async () => {
    const { page } = chromium;
    await page.goto(`${server.address}#/enterprises/demo-garment/facts`);
    const field = page.getByRole('textbox', { name: '柴油用量 2025' });
    const before = await savedAt(page);
    await field.fill('0.');
    await expect.poll(() => savedAt(page)).toBeGreaterThan(before);
    await field.press('End');
    await field.pressSequentially('5');
    await field.blur();
    expect(await field.inputValue()).toBe('0.5');
  });

  it('when a new round is opened: it has the answers of the one before, and keeps them', async () => {
    const { page } = chromium;
    await page.goto(`${server.address}#/enterprises/demo-garment/results`);
    const score = await page.locator('.tile strong').first().innerText();
    await page.getByRole('tab', { name: '历次对比' }).click();
    await page.getByRole('button', { name: '开始新一轮诊断' }).click();
    await expect.poll(() => savedAt(page)).toBeGreaterThan(0);
    await page.reload();
    await page.getByRole('tab', { name: '摘要' }).click();
    expect(await page.locator('.tile strong').first().innerText()).toBe(score);
    await page.goto(server.address + QUESTION_PLACE);
    await page.locator(`#card-${QUESTION}`).waitFor();
    expect(await note(page).inputValue()).toBe('刚写完就刷新了页面');
  });

  it('when an earlier round is deleted: it can be put back in its place, and be read', async () => {
    const { page } = chromium;
    const days = () => page.locator('#tab-panel thead th').allInnerTexts();
    await page.goto(`${server.address}#/enterprises/demo-garment/results/compare`);
    await page.getByRole('button', { name: '删除' }).waitFor();
    const before = await days();
    expect(before.length).toBe(3);
    await page.getByRole('button', { name: '删除' }).click();
    await expect.poll(days).toEqual([before[0], before[2]]);
    await expect.poll(() => savedAt(page)).toBeGreaterThan(0);
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(days).toEqual(before);
    await expect.poll(() => savedAt(page)).toBeGreaterThan(0);
    await page.reload();
    await page.getByRole('link', { name: '查看' }).click();
    await page.locator('main .banner').waitFor();
    await page.getByRole('tab', { name: '全部答案' }).click();
    await expect.poll(() => page.locator('#tab-panel').innerText()).toContain('刚写完就刷新了页面');
    expect(await page.locator('#tab-panel a').count()).toBe(0);
    await page.goto(server.address + QUESTION_PLACE);
    await page.locator(`#card-${QUESTION}`).waitFor();
  });

  it('when a tool takes an answer away: it can be put back', async () => {
    const { page } = chromium;
    const card = page.locator(`#card-${QUESTION}`);
    await card.getByRole('button', { name: '暂不清楚' }).click();
    expect(await card.locator('input:checked[type=radio]').count()).toBe(0);
    await card.getByRole('button', { name: '恢复刚才的答案' }).click();
    expect(await card.locator('input[value="5"]').isChecked()).toBe(true);
  });

  /** Starts the browser anew, for which the disk takes nothing; resolves to what frees the disk. */
  const onFullDisk = async () => {
    // A browser that has written already trusts its last look at the disk for a while.
    await chromium.kill();
    chromium = await startProfile(profile);
    const session = await chromium.page.context().newCDPSession(chromium.page);
    const origin = new URL(server.address).origin;
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
    return () => session.send('Storage.overrideQuotaForOrigin', { origin });
  };

  it('when the disk takes no more: it is said, kept, tried again and can be saved elsewhere', async () => {
    const freeDisk = await onFullDisk();
    const { page } = chromium;
    await page.goto(server.address);
    await page.getByText('刚才有修改没能存下').waitFor();
    await replaceByImport(page);
    await page.getByRole('alert').filter({ hasText: '没有写入：磁盘已满。' }).waitFor();
    await page.getByRole('button', { name: '取消' }).click();
    const isSaid = page.waitForEvent('dialog').then(async (dialog) => {
      await dialog.accept();
      return dialog.message();
    });
    await page.getByRole('row', { name: '示例服装有限公司' }).getByRole('button', { name: '复制' }).click();
    expect(await isSaid).toContain('没有完成：磁盘已满');
    await page.goto(server.address + QUESTION_PLACE);
    await page.locator(`#card-${QUESTION}`).waitFor();
    const text = '盘满时写的备注'.repeat(200);
    await note(page).fill(text);
    await note(page).blur();
    await page.locator('.save-line.failed').waitFor();
    const [copy] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '先导出备份文件' }).click(),
    ]);
    const file = join(profile, 'copy.json');
    await copy.saveAs(file);
    const dossier = Dossier.parse(JSON.parse(readFileSync(file, 'utf8')));
    expect(dossier.diagnoses.at(-1)?.answers[QUESTION]?.note).toBe(text);

    await freeDisk();
    // It is tried again by itself every three seconds too, and then needs no button.
    await page.evaluate(() => document.querySelector<HTMLButtonElement>('.save-line.failed button')?.click());
    await expect.poll(() => savedAt(page)).toBeGreaterThan(0);
    await page.reload();
    await page.locator(`#card-${QUESTION}`).waitFor();
    expect(await note(page).inputValue()).toBe(text);
  });

  const millName = (page: Page) => page.getByRole('textbox', { name: '企业名称' });
  const unwritten = (page: Page) => page.getByText('修改还没能写入本机');

  /** Renames the mill where the disk takes nothing, and goes to the list; resolves to what frees the disk. */
  const renameInVain = async (name: string) => {
    const freeDisk = await onFullDisk();
    const { page } = chromium;
    await page.goto(`${server.address}#/enterprises/demo-garment/profile`);
    await millName(page).fill(name);
    await millName(page).blur();
    await page.locator('.save-line.failed').waitFor();
    await page.getByRole('link', { name: '全部企业' }).click();
    return freeDisk;
  };

  it('when the enterprise is left before the disk takes its change: it is said, and opens as it was left', async () => {
    const name = '改名'.repeat(40);
    const freeDisk = await renameInVain(name);
    const { page } = chromium;
    await unwritten(page).waitFor();
    await page.getByRole('link', { name: '示例服装有限公司' }).click();
    await millName(page).waitFor();
    expect(await millName(page).inputValue()).toBe(name);
    await page.locator('.save-line.failed').waitFor();
    await page.getByRole('link', { name: '全部企业' }).click();
    await unwritten(page).waitFor();
    await freeDisk();
    await page.getByRole('link', { name }).waitFor();
    await expect.poll(() => unwritten(page).count()).toBe(0);
  });

  /** Leaves the page for an empty one of the same origin, and reads what was kept of the mill as it went. */
  const lastWords = async () => {
    const { page } = chromium;
    await page.route('**/blank', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
    await page.goto(`${server.address}blank`);
    return page.evaluate(() => localStorage.getItem('zhizhen-last-words/demo-garment'));
  };

  it('when the page goes before the disk takes a change: the list has it at the next start', async () => {
    const freeDisk = await renameInVain('最后的话公司');
    await unwritten(chromium.page).waitFor();
    expect(await lastWords()).toContain('最后的话公司');
    await freeDisk();
    await chromium.page.goto(server.address);
    await chromium.page.getByRole('link', { name: '最后的话公司' }).waitFor();
  });

  it('when a clock that was ahead has been set right before the page goes', async () => {
    await chromium.page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const opening = indexedDB.open('zhizhen');
          opening.onsuccess = () => {
            const ahead = opening.result.transaction('enterprises', 'readwrite', { durability: 'strict' });
            const rows = ahead.objectStore('enterprises');
            const found = rows.get('demo-garment');
            found.onsuccess = () => rows.put({ ...(found.result as object), changedAt: Date.now() + 1e10 });
            ahead.oncomplete = () => {
              opening.result.close();
              resolve();
            };
          };
        }),
    );
    const freeDisk = await renameInVain('校正时钟的公司');
    await unwritten(chromium.page).waitFor();
    await lastWords();
    await freeDisk();
    await chromium.page.goto(server.address);
    await chromium.page.getByRole('link', { name: '校正时钟的公司' }).waitFor();
  });

  it('and what was erased does not come back with what was kept of it', async () => {
    const freeDisk = await renameInVain('要删除的公司');
    await unwritten(chromium.page).waitFor();
    const words = await lastWords();
    await freeDisk();
    const { page } = chromium;
    const keepAgain = () =>
      page.evaluate((kept) => localStorage.setItem('zhizhen-last-words/demo-garment', kept ?? ''), words);
    const kept = () => page.evaluate(() => localStorage.getItem('zhizhen-last-words/demo-garment'));
    page.on('dialog', (dialog) => void dialog.accept());
    await page.goto(server.address);
    const row = page.getByRole('row', { name: '要删除的公司' });
    await row.getByRole('button', { name: '删除' }).click();
    await page.getByRole('button', { name: /^已删除/ }).click();
    await keepAgain();
    await row.getByRole('button', { name: '彻底删除' }).click();
    await row.waitFor({ state: 'detached' });
    await expect.poll(kept).toBeNull();
    await keepAgain();
    await page.goto(`${server.address}#/enterprises/demo-garment/profile`);
    await page.reload();
    await page.getByRole('button', { name: '新建企业' }).first().waitFor();
    await page.getByRole('link', { name: '示例印染有限公司' }).waitFor();
    expect(await page.getByRole('link', { name: '要删除的公司' }).count()).toBe(0);
    expect(await kept()).toBeNull();
  });
});
