import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Dossier } from '#assessments/schema/dossier.ts';
import { desktopServer } from '#electron/browser-host/desktop-server.ts';
import { mirrorStore } from '#electron/host/backup/mirror.ts';
import { QUESTION_PLACE } from '#tests/support/answering.ts';
import { browserMissing, startHost, type Host } from '#tests/support/browser.ts';
import { forgetDatabase } from '#tests/support/forget-database.ts';
import { demoMills } from '#tests/support/demo-mills.ts';

const missing = browserMissing();
const DEMOS = ['示例印染有限公司', '示例服装有限公司', '示例棉纺有限公司'];

describe.skipIf(missing !== null)('the backup', () => {
  const data = mkdtempSync(join(tmpdir(), 'zhizhen-data-'));
  const mirror = mirrorStore({ folder: join(data, '自动备份'), now: () => Date.now() });
  let host: Host;
  let desktop = desktopServer(data);
  beforeAll(async () => {
    host = await startHost((request: IncomingMessage, response: ServerResponse) => desktop(request, response));
  });
  afterAll(async () => {
    await host.close();
    rmSync(data, { recursive: true, force: true });
  });

  const copied = async (id: string) => {
    const read = await mirror.readMirror({ id, sha256: null });
    return read.kind === 'done' ? Dossier.parse(JSON.parse(read.value)) : null;
  };

  const evidenceFiles = () =>
    readdirSync(join(data, '佐证'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));

  /** Opens the page anew; settles once it has compared the database with the copies, after which it sweeps. */
  const reopened = async (page: Page) => {
    await page.evaluate(() => localStorage.removeItem('zhizhen-swept-at'));
    const swept = page.waitForResponse(/\/desktop\/evidence:sweep$/);
    await page.reload();
    await swept;
  };

  it('copies every enterprise outside the browser, and a change a few seconds after it', async () => {
    const page = await host.open();
    await page.getByRole('button', { name: '打开三家示例企业' }).click();
    for (const { dossier } of demoMills())
      await expect.poll(async () => copied(dossier.id)).toEqual(Dossier.parse(dossier));
    await page.goto(`${host.address}#/enterprises/demo-garment/questions/intelligent-manufacturing/ORG/IM-ORG-02`);
    await page.locator('#card-IM-ORG-02.active').waitFor();
    await page.keyboard.press('5');
    const answer = async () => (await copied('demo-garment'))?.diagnoses.at(-1)?.answers['IM-ORG-02'];
    await expect.poll(answer).toMatchObject({ self: { rung: 5 } });
    await page.close();
  });

  it('goes on when the program was started again while the page stayed open', async () => {
    const page = await host.open(QUESTION_PLACE);
    await page.locator('#card-IM-ORG-02.active').waitFor();
    desktop = desktopServer(data);
    await page.keyboard.press('4');
    const answer = async () => (await copied('demo-garment'))?.diagnoses.at(-1)?.answers['IM-ORG-02'];
    await expect.poll(answer).toMatchObject({ self: { rung: 4 } });
    // Chromium itself notes in the console that the old word was refused.
    for (const trouble of host.troubles.splice(0)) expect(trouble).toContain('403 (Forbidden)');
    await page.close();
  });

  it('offers to bring back what the database has lost, and brings it back whole', async () => {
    const before = await copied('demo-garment');
    const page = await host.open();
    await page.getByRole('link', { name: DEMOS[0] ?? '' }).waitFor();
    await forgetDatabase(page, host.address);
    await page.goto(host.address);
    await page.getByRole('heading', { name: '有3家企业，备份里的内容比本机数据库多' }).waitFor();
    await page.getByRole('button', { name: '从备份恢复' }).click();
    await page.getByText('已恢复3家企业。').waitFor();
    for (const name of DEMOS) await page.getByRole('link', { name }).waitFor();
    await reopened(page);
    for (const name of DEMOS) await page.getByRole('link', { name }).waitFor();
    expect(await page.getByRole('button', { name: '从备份恢复' }).count()).toBe(0);
    expect(before).not.toBeNull();
    expect(await copied('demo-garment')).toEqual(before);
    await page.close();
  });

  it('does not offer again what was restored, and never writes it over later work, in another tab either', async () => {
    const rename = async (name: string) => {
      await page.evaluate(() => (location.hash = '#/enterprises/demo-garment/profile'));
      await page.getByLabel('企业名称').fill(name);
      await page.getByLabel('企业名称').blur();
      await page.locator('.save-line[data-saved]:not([data-saved="0"])').waitFor();
    };
    const page = await host.open();
    await page.getByRole('link', { name: DEMOS[1] ?? '' }).waitFor();
    await forgetDatabase(page, host.address);
    await page.goto(host.address);
    const other = await host.open();
    await other.getByRole('button', { name: '从备份恢复' }).waitFor();
    await page.getByRole('button', { name: '从备份恢复' }).click();
    await page.getByText('已恢复3家企业。').waitFor();
    await rename('恢复后改名');

    await other.getByRole('button', { name: '从备份恢复' }).click();
    await other.getByText(`这些企业正在另一个窗口中打开，没有改动：${DEMOS[1] ?? ''}`).waitFor();
    await other.getByText('这些企业后来又有改动').waitFor();
    await other.getByRole('link', { name: '恢复后改名' }).waitFor();
    await other.close();

    await page.evaluate(() => (location.hash = '#/'));
    await page.getByText('已恢复3家企业。').waitFor();
    expect(await page.getByRole('button', { name: '从备份恢复' }).count()).toBe(0);
    await rename(DEMOS[1] ?? '');
    await expect.poll(async () => (await copied('demo-garment'))?.enterprise.name).toBe(DEMOS[1]);
    await page.close();
  });

  it('offers the copy of an enterprise of which the database holds less, and puts back on demand what stood there', async () => {
    const page = await host.open();
    await page.getByRole('link', { name: DEMOS[1] ?? '' }).waitFor();
    const copy = await copied('demo-garment');
    const answersHeld = () =>
      page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            const opening = indexedDB.open('zhizhen');
            opening.onsuccess = () => {
              const all = opening.result.transaction('answers').objectStore('answers').getAll();
              all.onsuccess = () => {
                const rows = all.result as { enterpriseId: string; answers: object }[];
                const mine = rows.filter(({ enterpriseId }) => enterpriseId === 'demo-garment');
                opening.result.close();
                resolve(mine.reduce((sum, { answers }) => sum + Object.keys(answers).length, 0));
              };
            };
          }),
      );
    const whole = await answersHeld();
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const opening = indexedDB.open('zhizhen');
          opening.onsuccess = () => {
            const answers = opening.result.transaction('answers', 'readwrite').objectStore('answers');
            const all = answers.getAll();
            all.onsuccess = () => {
              for (const row of all.result as { enterpriseId: string }[])
                if (row.enterpriseId === 'demo-garment') answers.put({ ...row, answers: {} });
            };
            answers.transaction.oncomplete = () => {
              opening.result.close();
              resolve();
            };
          };
        }),
    );
    await page.reload();
    await page.getByText('本机数据库里的内容变少了').waitFor();
    await page.getByRole('button', { name: '从备份恢复' }).click();
    await page.getByText('已恢复1家企业。').waitFor();
    expect(await answersHeld()).toBe(whole);
    await page.getByRole('button', { name: '撤销恢复，放回原来的内容' }).click();
    await expect.poll(answersHeld).toBe(0);
    await page.getByRole('button', { name: '从备份恢复' }).click();
    await page.getByText('已恢复1家企业。').waitFor();
    await expect.poll(async () => copied('demo-garment')).toEqual(copy);
    await page.close();
  });

  it('does not offer again what was taken away for good, and keeps no copy of it', async () => {
    const page = await host.open();
    expect(await copied('demo-spinning')).not.toBeNull();
    page.on('dialog', (dialog) => void dialog.accept());
    const row = page.getByRole('row', { name: new RegExp(DEMOS[2] ?? '') });
    await row.getByRole('button', { name: '删除' }).click();
    await page.getByRole('button', { name: /已删除|回收/ }).click();
    await row.getByRole('button', { name: '彻底删除' }).click();
    await expect.poll(() => row.count()).toBe(0);
    await expect.poll(() => copied('demo-spinning')).toBeNull();
    expect(await copied('demo-garment')).not.toBeNull();
    await reopened(page);
    await page.getByRole('link', { name: DEMOS[0] ?? '' }).waitFor();
    expect(await page.getByRole('button', { name: '从备份恢复' }).count()).toBe(0);
    await page.close();
  });

  it('keeps the bytes of evidence and shows a picture', async () => {
    const page = await host.open('#/enterprises/demo-garment/questions/intelligent-manufacturing/ORG/IM-ORG-02');
    const card = page.locator('#card-IM-ORG-02');
    await card.getByRole('button', { name: '佐证' }).click();
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    await card.locator('input[type=file]').setInputFiles({ name: '车间照片.png', mimeType: 'image/png', buffer: png });
    await card.getByText('车间照片.png').waitFor();
    await page.locator('.save-line[data-saved]:not([data-saved="0"])').waitFor();
    expect(evidenceFiles()).toHaveLength(1);
    await card.getByRole('button', { name: '查看' }).click();
    await page.getByRole('dialog', { name: '车间照片.png' }).getByRole('img').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click();
    await page.close();
    expect(host.troubles).toEqual([]);
  });
});
