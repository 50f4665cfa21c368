import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desktopServer } from '#electron/browser-host/desktop-server.ts';
import { browserMissing, startHost, type Host } from '#tests/support/browser.ts';
import { runTool, toolMissing } from '#tests/support/tools.ts';
import { openDemos } from '#tests/support/opened-demos.ts';

const missing = browserMissing() ?? toolMissing('pdfimages', 'pdftotext');
/** As cameras of telephones take them, held upright: the pixels lie on their side and EXIF says so. */
const TWELVE_MEGAPIXELS = { width: 4032, height: 3024 } as const;
const MOST_BYTES = 400_000;

describe.skipIf(missing !== null)('photos of evidence in the report', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhizhen-photos-'));
  let host: Host;
  let page: Page;
  beforeAll(async () => {
    host = await startHost(desktopServer(join(folder, 'data')));
    page = await host.open();
    await openDemos(page);
    await page.goto(`${host.address}#/enterprises/demo-garment/questions/intelligent-manufacturing/ORG/IM-ORG-02`);
    const card = page.locator('#card-IM-ORG-02');
    await card.getByRole('button', { name: '佐证' }).click();
    for (const [name, mimeType, buffer] of [
      ['配电房.jpg', 'image/jpeg', await sidewaysPhoto(page)],
      ['坏的.jpg', 'image/jpeg', Buffer.from('这不是照片')],
      ['台账.csv', 'text/csv', Buffer.from('水,电')],
      ['车间.HEIC', '', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic')],
    ] as const) {
      await card.locator('input[type=file]').setInputFiles({ name, mimeType, buffer });
      await card.locator('.evidence li').filter({ hasText: name }).waitFor();
    }
    await card.getByText('另存为JPG再添加').waitFor();
    await page.goto(`${host.address}#/enterprises/demo-garment/report`);
    await page.locator('summary', { hasText: '选择章节和附件' }).click();
  });
  afterAll(async () => {
    await host.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const made = async (name: string) => {
    await page.getByRole('button', { name: '诊断报告（PDF）' }).click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '保存附件册' }).click(),
    ]);
    const path = join(folder, name);
    await file.saveAs(path);
    return path;
  };
  const images = (path: string) => runTool('pdfimages', ['-list', path]).trim().split('\n').slice(2);
  let without = 0;

  /** Holds the photos back from now on; gives what lets them come. */
  const holdPhotos = async () => {
    let letCome = () => {};
    const isReleased = new Promise<void>((resolve) => (letCome = resolve));
    const reading = '**/desktop/evidence:read';
    await page.route(reading, async (route) => {
      await isReleased;
      await route.continue();
    });
    return async () => {
      const isAnswered = page.waitForResponse(reading);
      letCome();
      await isAnswered;
      await page.unroute(reading);
    };
  };
  const secondIsRead = () => page.getByText('第2张，共2张').waitFor({ timeout: 3_000 });

  it('are left out unless they are asked for', async () => {
    expect(await page.getByRole('checkbox', { name: '佐证照片（2张）' }).isChecked()).toBe(false);
    const path = await made('without.pdf');
    expect(images(path)).toEqual([]);
    without = statSync(path).size;
  });

  it('are given up where the report is cancelled, and read again for the next', async () => {
    await page.getByRole('checkbox', { name: '佐证照片（2张）' }).check();
    const release = await holdPhotos();
    await page.getByRole('button', { name: '诊断报告（PDF）' }).click();
    await page.getByText('正在缩小照片：第1张，共2张…').waitFor();
    await page.getByRole('button', { name: '取消' }).click();
    await expect.poll(() => page.getByRole('button', { name: '诊断报告（PDF）' }).isEnabled()).toBe(true);
    await release();
    await expect(secondIsRead()).rejects.toThrow();
    expect(await page.locator('.report-state').innerText()).toBe('');
  });

  it('are given up too where something else is chosen meanwhile, which is said', async () => {
    const release = await holdPhotos();
    await page.getByRole('button', { name: '诊断报告（PDF）' }).click();
    await page.getByText('正在缩小照片：第1张，共2张…').waitFor();
    await page.getByLabel('诊断专员').fill('诊断小组');
    await page.getByText('选择或内容有变，请重新生成。').waitFor();
    await expect.poll(() => page.getByRole('button', { name: '诊断报告（PDF）' }).isEnabled()).toBe(true);
    await release();
    await expect(secondIsRead()).rejects.toThrow();
    expect(await page.getByRole('button', { name: /^保存(?:诊断报告|附件册)/ }).count()).toBe(0);
    await page.getByLabel('诊断专员').fill('');
  });

  it('stand upright and small in the PDF, which names the one that cannot be read', async () => {
    await page.getByRole('checkbox', { name: '佐证照片（2张）' }).check();
    const path = await made('with.pdf');
    const [image = '', ...more] = images(path);
    expect(more).toEqual([]);
    expect(image).toMatch(/\s960\s+1280\s+rgb\s+3\s+8\s+jpeg\s/);
    expect(statSync(path).size - without).toBeGreaterThan(20_000);
    expect(statSync(path).size - without).toBeLessThan(MOST_BYTES);
    const text = runTool('pdftotext', ['-raw', path, '-']);
    expect(text).toContain('照片1 配电房.jpg');
    expect(text).toContain('有1张未能附入（文件不在本机或无法读取）：坏的.jpg');
  });

  it('had no error, no violation of the policy and no request elsewhere', () => {
    expect(host.troubles).toEqual([]);
  });
});

/** A photo of many details that lies on its side. */
async function sidewaysPhoto(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(({ width, height }) => {
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    const pen = canvas.getContext('2d');
    if (pen === null) throw new Error('no canvas');
    for (let i = 0; i < 60_000; i += 1) {
      pen.fillStyle = `hsl(${(i * 47) % 360} 60% ${30 + (i % 50)}%)`;
      pen.fillRect((i * 7919) % width, (i * 104729) % height, 8 + (i % 90), 6 + (i % 70));
    }
    return canvas.toDataURL('image/jpeg', 0.95).replace('data:image/jpeg;base64,', '');
  }, TWELVE_MEGAPIXELS);
  const jpeg = Buffer.from(base64, 'base64');
  return Buffer.concat([jpeg.subarray(0, 2), ORIENTATION_6, jpeg.subarray(2)]);
}

/** An APP1 segment with nothing but EXIF's orientation 6: turn by a quarter clockwise to see it upright. */
const ORIENTATION_6 = Buffer.concat([
  Buffer.from([0xff, 0xe1, 0x00, 0x22]),
  Buffer.from('Exif\0\0MM\0*', 'latin1'),
  Buffer.from([0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0]),
]);
