import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserMissing, startHost, type Host } from '#tests/support/browser.ts';
import { seriousFindings } from '#tests/support/serious-findings.ts';

const missing = browserMissing();

describe.skipIf(missing !== null)('the machine register', () => {
  let host: Host;
  let page: Page;

  beforeAll(async () => {
    host = await startHost();
    page = await host.open();
    await page.getByRole('button', { name: '新建企业' }).first().click();
    await page.getByRole('textbox', { name: '企业名称' }).fill('鲁北印染厂');
    await page.getByRole('button', { name: '创建' }).click();
    await page.getByRole('checkbox', { name: '印染' }).check();
    await page.getByRole('checkbox', { name: '机织物染整' }).check();
    await page.getByRole('navigation', { name: '诊断步骤' }).getByRole('link', { name: '年度数据' }).click();
    await part('设备台账').click();
    await cell('拉幅定形机 数量').waitFor();
  });
  afterAll(() => host.close());

  const part = (name: string) =>
    page.getByRole('navigation', { name: '年度数据的几个部分' }).getByRole('link', { name });
  const cell = (name: string) => page.getByRole('textbox', { name, exact: true });
  const labelOfFocus = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  const sums = async () =>
    (await page.locator('.register-sums tbody tr').all()).length === 0
      ? []
      : page.locator('.register-sums tbody tr td:nth-child(2)').allInnerTexts();
  const savedAt = async () => Number(await page.locator('.save-line').getAttribute('data-saved'));
  const paste = (text: string) =>
    page.evaluate((copied) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', copied);
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
    }, text);

  it('begins with kinds that fit the mill, none of them stored', async () => {
    expect(await cell('退煮漂联合机 数量').count()).toBe(1);
    expect(await cell('环锭细纱机 数量').count()).toBe(0);
    expect(await cell('拉幅定形机 余热回收').count()).toBe(0);
    expect(await sums()).toEqual([]);
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('is typed by keys alone, from cell to cell', async () => {
    await cell('拉幅定形机 数量').focus();
    await page.keyboard.type('6');
    await page.keyboard.press('ArrowRight');
    expect(await labelOfFocus()).toBe('拉幅定形机 投用年份');
    await page.keyboard.type('2016');
    await page.keyboard.press('Tab');
    await page.keyboard.type('6');
    await page.keyboard.press('Tab');
    await page.keyboard.type('4');
    await page.keyboard.press('Tab');
    await page.keyboard.type('2');
    await page.keyboard.press('ArrowRight');
    expect(await labelOfFocus()).toBe('拉幅定形机 余热回收');
    await page.keyboard.type('3');
    await page.keyboard.press('Enter');
    expect(await labelOfFocus()).toBe('预缩机 上云');
    await page.keyboard.press('Shift+Enter');
    expect(await labelOfFocus()).toBe('拉幅定形机 上云');
    await expect.poll(sums).toEqual(['6', '6', '4', '2', '6']);
  });

  it('keeps a figure that it does not take in its cell, and says why', async () => {
    await cell('拉幅定形机 余热回收').fill('7');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.register').innerText()).toContain('余热回收“7”：这一行共6，不能超过');
    expect(await cell('拉幅定形机 余热回收').inputValue()).toBe('7');
    await cell('拉幅定形机 数量').fill('5');
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => page.locator('.register').innerText()).toContain('数量不能更少；暂时仍按6计算');
    expect(await seriousFindings(page)).toEqual([]);
    await cell('拉幅定形机 数量').fill('6');
    await cell('拉幅定形机 余热回收').fill('3');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.register .field-problem').count()).toBe(0);
  });

  it('takes a block that was copied from a spreadsheet', async () => {
    await cell('喷射染色机 数量').focus();
    await paste('22\t2016\t22\t22\t18\t16\r\n13\t2014\t13\t10\t7\t6\r\n6\t两千\t6\t6\t6\t6\r\n');
    expect(await labelOfFocus()).toBe('喷射染色机 数量');
    expect(await cell('喷射染色机 数量').inputValue()).toBe('22');
    expect(await cell('溢流染色机 上云').inputValue()).toBe('7');
    expect(await cell('气流染色机 小浴比').inputValue()).toBe('6');
    expect(await cell('气流染色机 投用年份').inputValue()).toBe('两千');
    await expect.poll(sums).toEqual(['47', '47', '42', '33', '47']);
  });

  it('has further lines of a kind, and kinds that are looked up; a line that was removed comes back', async () => {
    await page.getByRole('button', { name: '再加一行 拉幅定形机' }).click();
    await cell('拉幅定形机 第2行 投用年份').fill('2023');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.register').innerText()).toContain('填了数量这一行才会保存');
    await cell('拉幅定形机 第2行 数量').fill('1');
    await page.keyboard.press('Enter');
    await expect.poll(sums).toEqual(['48', '1行未填', '1行未填', '1行未填', '48']);
    await page.getByRole('searchbox', { name: /查找/ }).fill('圆网');
    await page.getByRole('button', { name: '圆网印花机', exact: true }).click();
    await cell('圆网印花机 数量').fill('2');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await sums())[0]).toBe('50');
    await page.getByRole('button', { name: '移除 喷射染色机' }).click();
    await expect.poll(async () => (await sums())[0]).toBe('28');
    expect(await cell('喷射染色机 数量').inputValue()).toBe('');
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(async () => (await sums())[0]).toBe('50');
    expect(await cell('喷射染色机 小浴比').inputValue()).toBe('16');
    await page.getByRole('button', { name: '移除 拉幅定形机 第2行' }).click();
    await page.getByRole('button', { name: '移除 圆网印花机' }).click();
    await expect.poll(sums).toEqual(['47', '47', '42', '33', '47']);
  });

  it('is there again after the page was loaded anew, and its sums are the numbers of equipment once it is complete', async () => {
    const before = await savedAt();
    await page.getByRole('checkbox', { name: /清单已完整/ }).check();
    await expect.poll(savedAt).toBeGreaterThan(before);
    await page.reload();
    await cell('喷射染色机 数量').waitFor();
    expect(await cell('喷射染色机 数量').inputValue()).toBe('22');
    expect(await cell('拉幅定形机 余热回收').inputValue()).toBe('3');
    expect(await page.getByRole('checkbox', { name: /清单已完整/ }).isChecked()).toBe(true);
    await part('年度数值').click();
    const production = page.getByRole('textbox', { name: /^生产设备总数 / }).first();
    await production.waitFor();
    expect(await production.inputValue()).toBe('');
    expect(await production.getAttribute('placeholder')).toBe('47');
    await expect.poll(() => page.locator('.aside').innerText()).toContain('设备联网率');
    expect(await page.locator('body').innerText()).toContain('取设备台账合计47');
  });

  it('says where a figure that was typed itself contradicts it, and gives way to it by a button', async () => {
    const production = page.getByRole('textbox', { name: /^生产设备总数 / }).first();
    await production.fill('80');
    await production.blur();
    await expect
      .poll(() => page.locator('.fact-warning').allInnerTexts())
      .toContainEqual(expect.stringContaining('设备台账合计相差'));
    await part('设备台账').click();
    await page.getByRole('button', { name: '改用台账合计 生产设备总数' }).click();
    await expect.poll(() => page.locator('.register-sums').innerText()).not.toContain('按另填的数计算');
    expect(await page.locator('.fact-warning').count()).toBe(0);
  });

  it('stands beside the questions that its sums answer', async () => {
    await page.goto(page.url().replace(/facts.*/, 'questions/intelligent-manufacturing/EQP/IM-EQP-02'));
    const card = page.locator('#card-IM-EQP-02');
    await card.waitFor();
    expect(await card.innerText()).toContain('不必再答');
    expect(await card.innerText()).toContain('设备台账合计：联网设备数 42，生产设备总数 47');
    await card.getByRole('link', { name: '设备台账' }).click();
    await cell('喷射染色机 数量').waitFor();
  });

  it('has losses beside it that are estimated with their arithmetic', async () => {
    await part('年度数值').click();
    const row = page.locator('.fact-row', { hasText: '返工返修损失' });
    await row.getByText('估算一下').click();
    await row.getByRole('radio', { name: '米' }).check();
    await row.getByRole('textbox', { name: '返工返修率（%）' }).fill('4.2');
    await row.getByRole('textbox', { name: '全年产量（万米）' }).fill('5280');
    await row.getByRole('textbox', { name: /返修一遍的成本/ }).fill('1.9');
    await row.getByRole('textbox', { name: /返修一遍的成本/ }).blur();
    await expect.poll(() => row.innerText()).toContain('4.2 % × 5,280 万米 × 1.9 元/米 ＝ 421.3 万元');
    expect(await seriousFindings(page, { within: '.estimate[open]' })).toEqual([]);
    await row.getByRole('button', { name: '填入本年' }).click();
    await expect
      .poll(() =>
        row
          .getByRole('textbox', { name: /^返工返修损失 / })
          .first()
          .inputValue(),
      )
      .toBe('421.3');
  });

  it('has the systems beside it', async () => {
    await part('信息系统').click();
    await page.getByRole('button', { name: '添加一个系统' }).click();
    await page.getByRole('textbox', { name: '第1行名称' }).fill('染缸中控');
    await page.getByRole('combobox', { name: '第1行系统' }).selectOption('scada');
    await page.getByRole('textbox', { name: '第1行投用年份' }).fill('去年');
    await page.getByRole('textbox', { name: '第1行使用范围' }).fill('染色车间');
    await page.getByRole('combobox', { name: '第1行部署' }).selectOption('site');
    await expect.poll(() => page.locator('.field-problem').innerText()).toContain('请填年份');
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('textbox', { name: '第1行投用年份' }).fill('2019');
    const before = await savedAt();
    await page.getByRole('textbox', { name: '第1行投用年份' }).blur();
    await expect.poll(savedAt).toBeGreaterThan(before);
    await page.reload();
    await page.getByRole('textbox', { name: '第1行名称' }).waitFor();
    expect(await page.getByRole('textbox', { name: '第1行投用年份' }).inputValue()).toBe('2019');
    expect(await page.getByRole('combobox', { name: '第1行部署' }).inputValue()).toBe('site');
    await page.getByRole('button', { name: '移除 1' }).click();
    await page.getByRole('button', { name: '撤销' }).click();
    expect(await page.getByRole('textbox', { name: '第1行使用范围' }).inputValue()).toBe('染色车间');
    expect(host.troubles).toEqual([]);
  });
});
