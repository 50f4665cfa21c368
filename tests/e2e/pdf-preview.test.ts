import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desktopServer } from '#electron/browser-host/desktop-server.ts';
import { browserMissing, startHost, type Host } from '#tests/support/browser.ts';
import { seriousFindings } from '#tests/support/serious-findings.ts';
import { madePdf } from '#tests/support/made-pdf.ts';
import { runTool, toolMissing } from '#tests/support/tools.ts';
import { openDemos } from '#tests/support/opened-demos.ts';

const missing = browserMissing() ?? toolMissing('qpdf', 'pdfinfo');
/** A window of 768 pixels and as much again around it holds no more pages than these at any zoom. */
const MOST_CANVASES = 5;

describe.skipIf(missing !== null)('the preview of a PDF', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhizhen-preview-'));
  let host: Host;
  let page: Page;
  let preview: Locator;
  beforeAll(async () => {
    host = await startHost(desktopServer(join(folder, 'data')));
    page = await host.open();
    preview = page.locator('dialog.pdf');
    await openDemos(page);
  });
  afterAll(async () => {
    await host.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const canvas = (number: number) => preview.locator(`[data-page="${number}"] canvas`);
  /** Counts the canvases of the preview from now on; gives the most that there ever were at once. */
  const watchCanvases = async () => {
    const most = await preview.evaluateHandle((dialog) => {
      const seen = { most: 0 };
      const count = () => (seen.most = Math.max(seen.most, dialog.querySelectorAll('canvas').length));
      new MutationObserver(count).observe(dialog, { childList: true, subtree: true });
      return seen;
    });
    return () => most.evaluate((seen) => seen.most);
  };
  /** Parts of a page that are not white, 0 to 1. */
  const ink = async (number: number) => {
    await canvas(number).waitFor();
    return canvas(number).evaluate((element) => {
      const { width, height } = element as HTMLCanvasElement;
      const pixels = (element as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data;
      return pixels === undefined
        ? 0
        : pixels.filter((part, index) => index % 4 < 3 && part < 200).length / pixels.length;
    });
  };

  describe('of the report just made', () => {
    let pages = 0;
    const place = (number: number) => preview.getByText(`第 ${number} 页，共 ${pages} 页`);

    it('shows the first page of as many as the file has', async () => {
      await page.goto(`${host.address}#/enterprises/demo-dyeing/report`);
      await page.getByRole('button', { name: '诊断报告（PDF）' }).click();
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: '保存附件册' }).click(),
      ]);
      await file.saveAs(join(folder, 'annexes.pdf'));
      pages = Number(/^Pages:\s+(\d+)/m.exec(runTool('pdfinfo', [join(folder, 'annexes.pdf')]))?.[1]);
      await page.getByRole('button', { name: '预览附件册' }).click();
      await place(1).waitFor();
      expect(await ink(1)).toBeGreaterThan(0.005);
      expect(await seriousFindings(page, { within: 'dialog[open]' })).toEqual([]);
    });

    it('reaches the last page by keys, with no more than a few pages drawn at any moment', async () => {
      const most = await watchCanvases();
      while (!(await place(pages).isVisible())) await page.keyboard.press('PageDown');
      expect(await ink(pages)).toBeGreaterThan(0.0005);
      expect(pages).toBeGreaterThan(20);
      expect(await most()).toBeGreaterThan(0);
      expect(await most()).toBeLessThanOrEqual(MOST_CANVASES);
      await page.keyboard.press('Home');
      await place(1).waitFor();
      await page.keyboard.press('End');
      await place(pages).waitFor();
      await preview.getByRole('button', { name: '上一页' }).click();
      await place(pages - 1).waitFor();
      expect(await ink(pages - 1)).toBeGreaterThan(0.0005);
    });

    it('draws anew at the size that is asked for, and stays at its page', async () => {
      const widths = async () => {
        const box = await preview.locator(`[data-page="${pages - 1}"]`).boundingBox();
        const pixels = await canvas(pages - 1).evaluate((element) => (element as HTMLCanvasElement).width);
        return { box: box?.width, pixels };
      };
      const most = await watchCanvases();
      for (const [zoom, width] of [
        ['100 %', 794],
        ['150 %', 1191],
      ] as const) {
        await preview.getByRole('radio', { name: zoom }).check();
        await expect.poll(widths).toEqual({ box: width, pixels: width });
      }
      expect(await most()).toBeLessThanOrEqual(MOST_CANVASES);
      await place(pages - 1).waitFor();
    });

    it('leaves the report as it was: closed by Escape, it can be saved and shown again', async () => {
      await page.keyboard.press('Escape');
      await preview.waitFor({ state: 'detached' });
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: '保存附件册' }).click(),
      ]);
      await file.saveAs(join(folder, 'again.pdf'));
      expect(readFileSync(join(folder, 'again.pdf')).equals(readFileSync(join(folder, 'annexes.pdf')))).toBe(true);
      await page.getByRole('button', { name: '预览附件册' }).click();
      expect(await ink(1)).toBeGreaterThan(0.005);
      await preview.getByRole('button', { name: '关闭' }).click();
    });
  });

  describe('of evidence', () => {
    const card = () => page.locator('#card-IM-ORG-02');
    const look = async (name: string, mimeType: string, buffer: Buffer) => {
      await card().locator('input[type=file]').setInputFiles({ name, mimeType, buffer });
      const line = card().locator('.evidence li').filter({ hasText: name });
      await line.getByRole('button', { name: '查看' }).click();
    };
    const close = async () => {
      await page.keyboard.press('Escape');
      await page.locator('dialog[open]').waitFor({ state: 'detached' });
    };

    it('shows Chinese in a font that the file does not hold', async () => {
      await page.goto(`${host.address}#/enterprises/demo-garment/questions/intelligent-manufacturing/ORG/IM-ORG-02`);
      await card().getByRole('button', { name: '佐证' }).click();
      const map = page.waitForResponse(/data\/pdf\/cmaps\/UniGB-UCS2-H\.bcmap$/);
      await look('能源台账.pdf', 'application/pdf', madePdf(['能源台账', '第二页']));
      expect((await map).status()).toBe(200);
      expect(await ink(1)).toBeGreaterThan(0.001);
      expect(await seriousFindings(page, { within: 'dialog[open]' })).toEqual([]);
    });

    it('answers no question by the digits pressed in it', async () => {
      const fifth = card().locator('input[value="5"]');
      expect(await fifth.isChecked()).toBe(false);
      for (const digit of '12345') await page.keyboard.press(digit);
      await close();
      expect(await fifth.isChecked()).toBe(false);
    });

    it.each([
      ['is damaged', '坏的.pdf', Buffer.from('这不是 PDF'), '已损坏'],
      ['is cut off', '不全.pdf', Buffer.from('%PDF-1.7'), '已损坏'],
      ['wants a password', '加密.pdf', encrypted(), '密码保护'],
    ])('says that a file %s and offers to save it', async (_, name, bytes, message) => {
      await look(name, 'application/pdf', bytes);
      await preview.getByText(message).waitFor();
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        preview.getByRole('button', { name: '保存文件' }).click(),
      ]);
      expect(file.suggestedFilename()).toBe(name);
      await close();
    });

    it('shows pictures as pictures and saves what is neither', async () => {
      const dot = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
      await look('照片.gif', 'image/gif', dot);
      await page.getByRole('img', { name: '照片.gif' }).waitFor();
      await close();
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        look('台账.csv', 'text/csv', Buffer.from('水,电')),
      ]);
      expect(file.suggestedFilename()).toBe('台账.csv');
    });
  });

  it('had no error, no violation of the policy and no request elsewhere', () => {
    expect(host.troubles).toEqual([]);
  });

  function encrypted(): Buffer {
    writeFileSync(join(folder, 'open.pdf'), madePdf(['秘密']));
    const path = join(folder, 'locked.pdf');
    runTool('qpdf', ['--encrypt', 'user', 'owner', '256', '--', join(folder, 'open.pdf'), path]);
    return readFileSync(path);
  }
});
