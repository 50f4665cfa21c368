import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserMissing } from '#tests/support/browser.ts';
import { seriousFindings } from '#tests/support/serious-findings.ts';
import { buildStandIn, startStandIn, type Running } from '#tests/support/stand-in.ts';
import { openDemos } from '#tests/support/opened-demos.ts';

const missing = browserMissing();
const PROFILE = '#/enterprises/demo-garment/profile';

describe.skipIf(missing !== null)('handing an enterprise over', () => {
  const data = mkdtempSync(join(tmpdir(), 'zhizhen-hand-over-'));
  const file = join(data, '交接.zhizhen');
  const evidence = join(data, '家', '织诊', '佐证');
  let running: Running;
  let page: Page;
  beforeAll(async () => {
    await buildStandIn();
    running = await startStandIn({ userData: join(data, 'profile'), home: join(data, '家') });
    page = await running.page();
    await openDemos(page);
  });
  afterAll(async () => {
    await running.control.stop();
    rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });
  /** Leads the window to a place; settles once it is there. */
  const go = (place: string) =>
    page.evaluate(
      (hash) =>
        new Promise<void>((resolve) => {
          if (location.hash === hash) resolve();
          else {
            addEventListener('hashchange', () => resolve(), { once: true });
            location.assign(hash);
          }
        }),
      place,
    );

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
    await page.getByText('没有口令：').waitFor();
    await page.getByLabel('口令').fill('优盘上的口令');
    expect(await page.getByText('没有口令：').count()).toBe(0);
    expect(await page.getByLabel('口令').getAttribute('type')).toBe('password');
    await page.getByRole('button', { name: '显示口令' }).click();
    expect(await seriousFindings(page)).toEqual([]);
    expect(await page.getByLabel('口令').getAttribute('type')).toBe('text');
    await page.getByRole('button', { name: '制作交接包' }).click();
    await page.getByText('交接包已保存。').waitFor();
    expect(readFileSync(file).includes(Buffer.from('示例服装'))).toBe(false);
    expect(await page.getByLabel('口令').inputValue()).toBe('');
    await page.reload();
    await expect.poll(() => page.getByLabel('制作人').inputValue()).toBe('第三组');
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
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByLabel('口令').fill('猜的');
    await page.getByRole('button', { name: '解开' }).click();
    await page.getByText('口令不对').waitFor();
    await page.getByLabel('口令').fill('优盘上的口令');
    await page.getByRole('button', { name: '解开' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('第三组').waitFor();
    await expect.poll(() => page.getByRole('link', { name: '另起的名字' }).count()).toBe(1);
    rmSync(evidence, { recursive: true });
    writeFileSync(evidence, '一个文件占了佐证文件夹的位置');
    await dialog.getByRole('button', { name: '用文件替换本机档案' }).click();
    await dialog.getByRole('alert').filter({ hasText: '佐证没有收下' }).waitFor();
    await expect.poll(() => page.getByRole('link', { name: '另起的名字' }).count()).toBe(1);
    rmSync(evidence);
    await dialog.getByRole('button', { name: '用文件替换本机档案' }).click();
    await page.getByRole('link', { name: '示例服装有限公司' }).waitFor();
    expect(await page.getByRole('link', { name: '另起的名字' }).count()).toBe(0);
  });

  /** Gives the mill a name of its own here, so that it is no longer what the package holds. */
  const rename = async (name: string) => {
    await go(PROFILE);
    await page.getByLabel('企业名称').fill(name);
    await page.getByLabel('企业名称').press('Tab');
    await page.getByRole('status').filter({ hasText: '已保存' }).waitFor();
    await go('#/');
    await page.getByRole('link', { name, exact: true }).waitFor();
  };
  const openPackage = async () => {
    running.control.openPaths = [file];
    await page.getByRole('button', { name: '打开交接包' }).click();
    await page.getByLabel('口令').fill('优盘上的口令');
    await page.getByRole('button', { name: '解开' }).click();
    return page.getByRole('dialog');
  };

  it('offers the evidence alone where the dossier is the same', async () => {
    rmSync(evidence, { recursive: true });
    const dialog = await openPackage();
    await dialog.getByText('完全相同').waitFor();
    await dialog.getByRole('button', { name: '只收下佐证' }).click();
    await dialog.waitFor({ state: 'detached' });
    const again = await openPackage();
    await again.getByText('完全相同').waitFor();
    expect(await again.getByRole('button', { name: '只收下佐证' }).count()).toBe(0);
    await again.getByRole('button', { name: '取消' }).click();
  });

  const inRow = (name: string, action: string) =>
    page.getByRole('row').filter({ hasText: name }).getByRole('button', { name: action, exact: true }).click();
  const shelf = (name: string) => page.getByRole('button', { name: new RegExp(`^${name} \\d`) });

  it('brings one back that was deleted here, and takes that back', async () => {
    await inRow('示例服装有限公司', '删除');
    const dialog = await openPackage();
    await dialog.getByText('本机的这家企业在“已删除”里').waitFor();
    expect(await dialog.innerText()).not.toMatch(/无需导入|只收下佐证/);
    await dialog.getByRole('button', { name: '放回“在用”' }).click();
    await page.getByText('“示例服装有限公司”已放回“在用”。').waitFor();
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => shelf('已删除').innerText()).toBe('已删除 1');
    await shelf('已删除').click();
    await inRow('示例服装有限公司', '恢复');
    await shelf('在用').click();
    await page.getByRole('link', { name: '示例服装有限公司' }).waitFor();
  });

  it('offers to merge with one that was begun apart under the same name', async () => {
    await inRow('示例服装有限公司', '复制');
    await page.getByRole('link', { name: /副本/ }).click();
    await page.getByRole('navigation', { name: '诊断步骤' }).getByRole('link', { name: '企业概况' }).click();
    await page.getByLabel('所在市').selectOption('烟台市');
    await page.getByLabel('企业名称').fill('示例服装有限公司');
    await page.getByLabel('企业名称').press('Tab');
    await page.getByRole('status').filter({ hasText: '已保存' }).waitFor();
    await go('#/');
    const apart = page.getByRole('row').filter({ hasText: '烟台市' });
    const known = page.getByRole('row').filter({ hasText: '青岛市' });
    await apart.waitFor();
    await known.getByRole('button', { name: '删除' }).click();
    await shelf('已删除').click();
    page.once('dialog', (question) => void question.accept());
    await known.getByRole('button', { name: '彻底删除' }).click();
    await expect.poll(() => shelf('已删除').innerText()).toBe('已删除 0');
    await shelf('在用').click();

    const dialog = await openPackage();
    await dialog.getByText('本机另有“示例服装有限公司”的档案').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: '与“示例服装有限公司”（烟台市）比较、合并' }).click();
    await dialog.getByRole('button', { name: '合并两份档案' }).click();
    await dialog.getByRole('group', { name: /市/ }).getByRole('radio', { name: '青岛市' }).check();
    await dialog.getByRole('button', { name: '合并并保存' }).click();
    await page.getByText('两份档案已合并').waitFor();
    await known.waitFor();
    expect(await apart.count()).toBe(0);
    await page.getByRole('button', { name: '撤销' }).click();
    await apart.waitFor();
  });

  it('keeps the dossier under its own id where it is another mill than the one of its name', async () => {
    const dialog = await openPackage();
    await dialog.getByRole('button', { name: /比较、合并/ }).click();
    await dialog.getByRole('button', { name: '另存为一家新企业' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('row').filter({ hasText: '烟台市' }).getByRole('button', { name: '删除' }).click();
    const again = await openPackage();
    await again.getByText('完全相同').waitFor();
    await again.getByRole('button', { name: '取消' }).click();
  });

  it('says what it is where it is dropped as a file', async () => {
    const bytes = readFileSync(file).toString('base64');
    await page.evaluate((base64) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], '交接.zhizhen'));
      document.querySelector('.home')?.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true }));
    }, bytes);
    const dialog = page.getByRole('dialog');
    await dialog.getByText('这是交接包，不是档案文件').waitFor();
    await dialog.getByRole('button', { name: '关闭' }).click();
  });

  it('keeps what is being decided where more comes from outside, which waits', async () => {
    await go(PROFILE);
    await rename('决定到一半的名字');
    const open = join(data, '没有口令.zhizhen');
    running.control.savePath = open;
    await go('#/enterprises/demo-garment/report');
    await page.getByRole('button', { name: '制作交接包' }).click();
    await page.getByText('交接包已保存。').waitFor();
    await go('#/');
    const dialog = await openPackage();
    await dialog.getByRole('button', { name: '合并两份档案' }).click();
    const name = dialog.getByRole('group', { name: '企业名称' });
    await name.getByRole('radio', { name: '示例服装有限公司' }).check();
    await page.evaluate(() => {
      const transfer = new DataTransfer();
      for (const file of ['甲', '乙']) transfer.items.add(new File(['{}'], `${file}.json`));
      document.querySelector('.home')?.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true }));
    });
    running.control.appEvents.emit('second-instance', {}, [open], data);
    await dialog.getByText('其中1处取文件').waitFor();
    expect(await name.getByRole('radio', { name: '示例服装有限公司' }).isChecked()).toBe(true);
    await dialog.getByRole('button', { name: '返回' }).click();
    await dialog.getByRole('button', { name: '取消' }).click();
    for (const file of ['甲', '乙']) {
      await dialog.getByRole('heading', { name: `导入 ${file}.json` }).waitFor();
      await dialog.getByRole('button', { name: '关闭' }).click();
    }
    await dialog.getByText('完全相同').waitFor();
    await dialog.getByRole('button', { name: '取消' }).click();
  });

  it('merges what differs as the user chooses, and takes it back', async () => {
    await go(PROFILE);
    await page.getByLabel('所在市').selectOption('青岛市');
    await rename('改过的名字');
    const dialog = await openPackage();
    await dialog.getByText('企业信息').waitFor();
    await dialog.getByRole('button', { name: '合并两份档案' }).click();
    const name = dialog.getByRole('group', { name: '企业名称' });
    expect(await name.getByRole('radio', { name: '改过的名字' }).isChecked()).toBe(true);
    await name.getByRole('radio', { name: '示例服装有限公司' }).check();
    await dialog.getByText('其中1处取文件').waitFor();
    await dialog.getByRole('button', { name: '合并并保存' }).click();
    await page.getByRole('link', { name: '示例服装有限公司' }).waitFor();
    await go(PROFILE);
    await expect.poll(() => page.getByLabel('所在市').inputValue()).toBe('青岛市');

    await page.getByLabel('所在市').selectOption('烟台市');
    await rename('又改了');
    const second = await openPackage();
    await second.getByRole('button', { name: '合并两份档案' }).click();
    const section = second.getByRole('group', { name: '企业信息', exact: true });
    await section.getByRole('button', { name: '这部分都取文件' }).click();
    await second.getByText('其中2处取文件').waitFor();
    await section.getByRole('button', { name: '这部分都取本机' }).click();
    await second.getByText('其中0处取文件').waitFor();
    await second.getByRole('button', { name: '全部取文件' }).click();
    expect(await seriousFindings(page)).toEqual([]);
    await second.getByRole('button', { name: '合并并保存' }).click();
    await page.getByRole('link', { name: '示例服装有限公司' }).waitFor();
    await page.getByRole('button', { name: '撤销' }).click();
    await page.getByRole('link', { name: '又改了' }).waitFor();
  });

  it('hands over under a code name to another computer, where the scores are the same', async () => {
    const scores = async () => {
      await page.locator('.tile strong').first().waitFor();
      return page.locator('.tile strong').allInnerTexts();
    };
    await go('#/enterprises/demo-garment/results');
    const before = await scores();
    await go('#/enterprises/demo-garment/report');
    const nameless = join(data, '甲厂.zhizhen');
    running.control.savePath = nameless;
    await page.getByRole('checkbox', { name: '去标识' }).check();
    expect(await page.getByRole('button', { name: '制作交接包' }).isDisabled()).toBe(true);
    await page.getByLabel('代号').fill('甲厂');
    expect(await page.getByRole('checkbox', { name: '附上佐证' }).isChecked()).toBe(false);
    await page.getByRole('button', { name: '制作交接包' }).click();
    await page.getByText('交接包已保存。').waitFor();

    await running.control.stop();
    running = await startStandIn({ userData: join(data, 'other'), home: join(data, '另一家') });
    page = await running.page();
    running.control.openPaths = [nameless];
    await page.getByRole('button', { name: '打开交接包' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('已去标识').waitFor();
    expect(await dialog.innerText()).not.toMatch(/示例服装|又改了/);
    await dialog.getByRole('button', { name: '导入', exact: true }).click();
    await page.getByRole('link', { name: '甲厂' }).click();
    await page.locator('.board-head').waitFor();
    await page.evaluate(() => location.assign(location.hash.replace(/[^/]*$/, 'results')));
    expect(await scores()).toEqual(before);
    expect(existsSync(join(data, '另一家', '织诊', '佐证'))).toBe(false);
  });
});
