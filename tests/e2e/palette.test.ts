import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserMissing, startHost, type Host } from '#tests/support/browser.ts';
import { seriousFindings } from '#tests/support/serious-findings.ts';
import { openDemos } from '#tests/support/opened-demos.ts';

const missing = browserMissing();
const MILL = '#/enterprises/demo-dyeing';
const BOARD = `${MILL}/board`;

describe.skipIf(missing !== null)('the search over everything, by keyboard', () => {
  let host: Host;
  let page: Page;

  beforeAll(async () => {
    host = await startHost();
    page = await host.open();
    await openDemos(page);
  });
  afterAll(() => host.close());

  const field = () => page.getByRole('combobox', { name: /^查找企业/ });
  const chosen = () => dialog().getByRole('option', { selected: true });
  const dialog = () => page.locator('dialog.palette');
  const open = async (place: string) => {
    await page.goto(host.address + place);
    await page.locator('.palette-button').waitFor();
    await page.keyboard.press('Control+k');
    await field().waitFor();
  };
  const choose = async (words: string, title: string) => {
    await page.keyboard.type(words);
    await expect.poll(() => chosen().innerText()).toContain(title);
    await page.keyboard.press('Enter');
    await dialog().waitFor({ state: 'detached' });
  };

  it('opens at its field, closes by Escape, and gives the focus back', async () => {
    await page.getByRole('button', { name: '导入档案' }).focus();
    await page.keyboard.press('Control+k');
    await expect.poll(() => field().evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    await expect.poll(focused).toBe('导入档案');
  });

  it('finds an enterprise from the list by initials', async () => {
    await open('#/');
    await choose('slyr', '示例印染有限公司');
    await expect.poll(() => page.url()).toContain(`${MILL}/`);
  });

  it('finds a question by its code and a figure by pinyin, and puts the focus there', async () => {
    await open(BOARD);
    await choose('w-m03', 'W-M03');
    await page.locator('#card-W-M03.active').waitFor();
    await open(BOARD);
    await choose('zlsqsl', '自来水取水量');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('[data-fact]')?.getAttribute('data-fact')))
      .toBe('water.intake.town');
  });

  it('opens a measure beside the plan, and closes it back to the plan', async () => {
    await open(BOARD);
    await choose('WA01', '总表与车间水表补齐');
    await page.getByRole('dialog', { name: /总表与车间水表补齐/ }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.url()).toContain(`${MILL}/plan`);
  });

  it('goes to a part of a step, and changes a setting without leaving the page', async () => {
    await open(BOARD);
    await choose('台账', '年度数据 · 设备台账');
    await expect.poll(() => page.url()).toContain(`${MILL}/facts/machines`);
    await page.keyboard.press('Control+k');
    await choose('shense', '深色');
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
    expect(page.url()).toContain('/facts/machines');
    await page.keyboard.press('Control+k');
    await choose('qianse', '浅色');
  });

  it('presses the button of a command on the page where it stands', async () => {
    await open(BOARD);
    await choose('xinjian', '新建企业');
    await page.getByRole('dialog', { name: '新建企业' }).waitFor();
    await page.keyboard.press('Control+k');
    expect(await dialog().count()).toBe(0);
    await page.keyboard.press('Escape');
  });

  it('says how much it found and which option is active, and goes round with the arrows', async () => {
    await open(BOARD);
    await page.keyboard.type('水');
    const status = dialog().getByRole('status');
    await expect.poll(() => status.innerText()).toMatch(/找到 \d+ 项/);
    const active = () => field().getAttribute('aria-activedescendant');
    const first = await active();
    expect(await chosen().getAttribute('id')).toBe(first);
    await page.keyboard.press('ArrowUp');
    const last = await dialog().getByRole('option').last().getAttribute('id');
    await expect.poll(active).toBe(last);
    expect(await dialog().getByRole('option').count()).toBeLessThanOrEqual(50);
    expect(await dialog().getByRole('group', { name: '题目', exact: true }).count()).toBe(1);
    expect(await seriousFindings(page, { within: 'dialog.palette' })).toEqual([]);
    await field().fill('没有这样的东西');
    await expect.poll(() => status.innerText()).toContain('没有找到');
    await page.keyboard.press('Escape');
  });

  it('troubles nobody', () => {
    expect(host.troubles).toEqual([]);
  });
});
