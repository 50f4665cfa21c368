import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHANNELS } from '#electron/contract/channels.ts';
import { encodeMessage } from '#electron/contract/message.ts';
import { trouble } from '#electron/contract/outcomes.ts';
import { evidenceNamed } from '#electron/host/backup/evidence-named.ts';
import { desktopServer } from '#electron/browser-host/desktop-server.ts';
import { saved } from '#tests/support/answering.ts';
import { browserMissing, startHost, type Host } from '#tests/support/browser.ts';
import { seriousFindings } from '#tests/support/serious-findings.ts';
import { openDemos } from '#tests/support/opened-demos.ts';

const missing = browserMissing();
const DAY = 24 * 3600 * 1000;
const PLACE = '#/enterprises/demo-garment/questions/intelligent-manufacturing/ORG/IM-ORG-02';
const HEIC = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1');
const TIFF = Buffer.from('II*\0\x08\0\0\0', 'latin1');

describe.skipIf(missing !== null)('evidence as people have it', () => {
  const data = mkdtempSync(join(tmpdir(), 'zhizhen-evidence-window-'));
  const evidenceFolder = join(data, '佐证');
  const desktop = desktopServer(data);
  let host: Host;
  let page: Page;
  /** Thirty files of a profile that is gone, with the copies that named them. */
  const OLD = Array.from({ length: 30 }, (_, i) => `照片${i}`);
  beforeAll(async () => {
    for (const text of OLD) {
      const sha256 = createHash('sha256').update(text).digest('hex');
      const path = join(evidenceFolder, sha256.slice(0, 2), sha256);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
      utimesSync(path, (Date.now() - 20 * DAY) / 1000, (Date.now() - 20 * DAY) / 1000);
    }
    host = await startHost((request: IncomingMessage, response: ServerResponse) => desktop(request, response));
    page = await host.open();
  });
  afterAll(async () => {
    await host.close();
    rmSync(data, { recursive: true, force: true });
  });

  const card = (question = 'IM-ORG-02') => page.locator(`#card-${question}`);
  const add = async (name: string, buffer: Buffer, question = 'IM-ORG-02', mimeType = 'image/jpeg') => {
    const chooser = card(question).locator('input[type=file]');
    await card(question).waitFor();
    if (!(await chooser.isVisible())) await card(question).getByRole('button', { name: '佐证' }).click();
    await chooser.setInputFiles({ name, mimeType, buffer });
  };
  const filesIn = (folder: string) =>
    readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile() && entry.name.length === 64,
    );
  /** Starts the program anew; settles once the sweep that is then due was answered. */
  const sweptAtStart = async () => {
    await page.evaluate(() => localStorage.removeItem('zhizhen-swept-at'));
    const swept = page.waitForResponse(/\/desktop\/evidence:sweep$/);
    await page.reload();
    await swept;
  };
  /** Lets the database have begun so many days ago. */
  const begunDaysAgo = (days: number) =>
    page.evaluate(
      (at) =>
        new Promise<void>((resolve) => {
          const opening = indexedDB.open('zhizhen');
          opening.onsuccess = () => {
            const moments = opening.result.transaction('moments', 'readwrite').objectStore('moments');
            moments.put({ name: 'begun', at });
            moments.transaction.oncomplete = () => {
              opening.result.close();
              resolve();
            };
          };
        }),
      Date.now() - days * DAY,
    );

  it('of another profile stays, all 30 files of 30, where the profile is new and its copies are gone', async () => {
    await openDemos(page);
    expect(filesIn(evidenceFolder)).toHaveLength(30);
    await sweptAtStart();
    await page.getByRole('link', { name: '示例服装有限公司' }).waitFor();
    expect(filesIn(evidenceFolder)).toHaveLength(30);
    await page.locator('.menu summary').click();
    await page.getByText('这次没有清理佐证：织诊在这里使用还不到7天').waitFor();
    expect(readdirSync(evidenceFolder)).not.toContain('待清理');
  });

  it('without bytes is refused with the reason, and not listed', async () => {
    await page.goto(`${host.address}${PLACE}`);
    await add('空表.pdf', Buffer.alloc(0));
    await card().getByText('未登记：空表.pdf 是空文件（0字节）').waitFor();
    expect(await card().locator('.evidence li').count()).toBe(0);
  });

  it('is called what it is, whatever its ending says', async () => {
    await add('车间.jpg', HEIC);
    await card().getByText('实际是HEIC格式').waitFor();
    await card().getByText('HEIC照片（苹果手机的格式）：已保存').waitFor();
    await add('扫描.jpg', TIFF);
    await card().getByText('TIFF图片（扫描仪常用的格式）：已保存').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('is said where it stands at the question already, and stands there once', async () => {
    await add('车间重拍.jpg', HEIC);
    await card().getByText('车间重拍.jpg 与本题已有的 车间.jpg 内容完全相同，没有重复登记。').waitFor();
    await expect.poll(() => card().locator('.evidence li').count()).toBe(2);
  });

  it('keeps at each question the name under which it was added there', async () => {
    await saved(page, () => add('设备.jpg', HEIC, 'IM-ORG-03'));
    await card('IM-ORG-03').getByText('设备.jpg').waitFor();
    await page.reload();
    await card('IM-ORG-03').getByText('设备.jpg').waitFor();
    expect(await card().locator('.evidence li').first().innerText()).toContain('车间.jpg');
    expect(filesIn(evidenceFolder)).toHaveLength(32);
  });

  it.each([
    ['a trouble', () => Promise.resolve(trouble('disk-full')), '磁盘已满'],
    ['a refusal', () => Promise.resolve(trouble('refused')), '未登记：账单.pdf 没有存下来'],
  ])('is not listed where keeping it comes to %s', async (_, outcome, said) => {
    await page.route(`**/desktop/${CHANNELS.keepEvidence}`, async (route) =>
      route.fulfill({ body: Buffer.from(encodeMessage(await outcome())) }),
    );
    await add('账单.pdf', Buffer.from('%PDF-1.7'), 'IM-ORG-02', 'application/pdf');
    await card().getByText(said).waitFor();
    await expect.poll(() => card().locator('.evidence li').count()).toBe(2);
    await page.unroute(`**/desktop/${CHANNELS.keepEvidence}`);
  });

  it('that nothing names goes into the bin, which the window says once, shows and puts back', async () => {
    await page.goto(host.address);
    await begunDaysAgo(30);
    await expect.poll(async () => (await evidenceNamed(join(data, '自动备份'))).enterprises.size).toBe(3);
    await sweptAtStart();
    await page.getByText('30个佐证文件不再有答案或备份引用，已移到“待清理”').waitFor();
    expect(filesIn(join(evidenceFolder, '待清理'))).toHaveLength(30);
    expect(filesIn(evidenceFolder)).toHaveLength(32);
    await page.getByRole('button', { name: '知道了' }).click();
    const listed = page.waitForResponse(new RegExp(`/desktop/${CHANNELS.listEvidenceBin}$`));
    await page.reload();
    await listed;
    await page.locator('.menu summary').click();
    // Asked for after what the window would say it by.
    await page.getByText('移入：30个').waitFor();
    expect(await page.getByText('已移到“待清理”').count()).toBe(0);
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '全部放回' }).click();
    await page.getByText('已放回30个文件').waitFor();
    expect(readdirSync(join(evidenceFolder, '待清理'))).toEqual([]);
    expect(filesIn(evidenceFolder)).toHaveLength(32);
    expect(host.troubles).toEqual([]);
  });
});
