import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserMissing } from '#tests/support/browser.ts';
import { buildStandIn, startStandIn, type Running } from '#tests/support/stand-in.ts';

const missing = browserMissing();
const PROFILE = '#/enterprises/demo-garment/profile';

describe.skipIf(missing !== null)('handing an enterprise over', () => {
  const data = mkdtempSync(join(tmpdir(), 'zhizhen-hand-over-'));
  const file = join(data, '交接.zhizhen');
  let running: Running;
  let page: Page;
  beforeAll(async () => {
    await buildStandIn();
    running = await startStandIn({ userData: join(data, 'profile'), documents: join(data, '文档') });
    page = await running.page();
    await page.getByRole('button', { name: '打开三家示例企业' }).click();
    await page.getByRole('link', { name: '示例服装有限公司' }).waitFor();
  });
  afterAll(async () => {
    await running.control.stop();
    rmSync(data, { recursive: true, force: true });
  });
  const go = (place: string) => page.evaluate((hash) => location.assign(hash), place);

  it('takes its evidence along', async () => {
    await go('#/enterprises/demo-garment/questions/intelligent-manufacturing/ORG/IM-ORG-02');
    const card = page.locator('#card-IM-ORG-02');
    await card.getByRole('button', { name: '佐证' }).click();
    const photo = { name: '车间照片.png', mimeType: 'image/png', buffer: Buffer.from('照片') };
    await card.locator('input[type=file]').setInputFiles(photo);
    await card.getByText('车间照片.png').waitFor();
    await page.getByRole('status').filter({ hasText: '已保存' }).waitFor();
  });

  it('makes a package with a passphrase, which shows nothing of the mill', async () => {
    running.control.savePath = file;
    await go('#/enterprises/demo-garment/report');
    await page.getByLabel('制作人').fill('第三组');
    await page.getByLabel('口令').fill('优盘上的口令');
    await page.getByRole('button', { name: '制作交接包' }).click();
    await page.getByText('交接包已保存。').waitFor();
    expect(readFileSync(file).includes(Buffer.from('示例服装'))).toBe(false);
    expect(await page.getByLabel('口令').inputValue()).toBe('');
  });

  it('opens it by that passphrase only, shows what it holds, and writes when the user agrees', async () => {
    await go(PROFILE);
    await page.getByLabel('企业名称').fill('另起的名字');
    await page.getByLabel('企业名称').press('Tab');
    await page.getByRole('status').filter({ hasText: '已保存' }).waitFor();
    await go('#/');
    await page.getByRole('link', { name: '另起的名字' }).waitFor();
    running.control.openPaths = [file];
    await page.getByRole('button', { name: '打开交接包' }).click();
    await page.getByText('这个交接包有口令').waitFor();
    await page.getByPlaceholder('口令').fill('猜的');
    await page.getByRole('button', { name: '解开' }).click();
    await page.getByText('口令不对').waitFor();
    await page.getByPlaceholder('口令').fill('优盘上的口令');
    await page.getByRole('button', { name: '解开' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('第三组').waitFor();
    expect(await page.getByRole('link', { name: '另起的名字' }).count()).toBe(1);
    rmSync(join(data, 'profile', 'evidence'), { recursive: true });
    writeFileSync(join(data, 'profile', 'evidence'), '一个文件占了佐证文件夹的位置');
    await dialog.getByRole('button', { name: '用文件替换本机档案' }).click();
    await dialog.getByRole('alert').filter({ hasText: '佐证没有收下' }).waitFor();
    expect(await page.getByRole('link', { name: '另起的名字' }).count()).toBe(1);
    rmSync(join(data, 'profile', 'evidence'));
    await dialog.getByRole('button', { name: '用文件替换本机档案' }).click();
    await page.getByRole('link', { name: '示例服装有限公司' }).waitFor();
    expect(await page.getByRole('link', { name: '另起的名字' }).count()).toBe(0);
  });
});
