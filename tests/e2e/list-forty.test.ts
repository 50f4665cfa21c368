import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserMissing, startHost, type Host } from '#tests/support/browser.ts';
import { enterpriseRow } from '#tests/support/enterprise-rows.ts';
import { scoredWith } from '#renderer/storage/scored-with.ts';
import type { EnterpriseRow } from '#renderer/storage/database.ts';

const missing = browserMissing();
const MILLS = 40;
const ROW = '.enterprises tbody tr[aria-rowindex]';

/** Runs in the page: puts rows into the database. */
async function seed(rows: readonly EnterpriseRow[]): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open('zhizhen');
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(new Error('not opened'));
  });
  const transaction = database.transaction('enterprises', 'readwrite');
  for (const row of rows) transaction.objectStore('enterprises').put(row);
  await new Promise((resolve) => (transaction.oncomplete = resolve));
  database.close();
}

function mill(i: number): EnterpriseRow {
  const answered = i <= 10 ? 0 : i <= 30 ? 50 : 100;
  const score = { low: 40, high: 40, level: i % 2 === 0 ? 2 : 1 };
  const summary = {
    year: 2025,
    openedOn: '2026-03-01',
    packs: { 'intelligent-manufacturing': score },
    gbt39116: null,
    answered,
    applicable: 100,
    scoredWith: scoredWith({}),
  };
  const row = enterpriseRow({ id: `mill-${i}`, name: `示例${i}厂` });
  return { ...row, changedAt: 10_000 - i, summary };
}

describe.skipIf(missing !== null)('a list of forty mills', () => {
  let host: Host;
  let page: Page;
  beforeAll(async () => {
    host = await startHost();
    page = await host.open();
    await page.waitForSelector('.welcome');
    await page.evaluate(
      seed,
      Array.from({ length: MILLS }, (_, i) => mill(i + 1)),
    );
    await page.reload();
    await page.waitForSelector(ROW);
  });
  afterAll(() => host.close());

  const speak = async (language: string) => {
    await page.locator('.menu summary').click();
    await page.getByRole('radio', { name: language }).check();
    await page.locator('.menu summary').click();
  };
  const names = () => page.locator(`${ROW} th > a:first-child`).allInnerTexts();
  const count = async () => Number(await page.getByRole('table').getAttribute('aria-rowcount')) - 1;
  const tick = (name: string) => page.getByRole('checkbox', { name: `选择“${name}”` });
  const all = () => page.getByRole('checkbox', { name: /^选择显示的全部/ });
  const selected = () => page.getByRole('group', { name: '对所选企业的操作' });

  it('ticks one by the keyboard, a range with Shift, and says how many', async () => {
    await tick('示例2厂').focus();
    await page.keyboard.press('Space');
    await tick('示例5厂').click({ modifiers: ['Shift'] });
    expect(await selected().innerText()).toContain('已选 4 家');
    expect(await all().evaluate((box: HTMLInputElement) => box.indeterminate)).toBe(true);
  });

  it('archives what is ticked and takes it back with one undo', async () => {
    await selected().getByRole('button', { name: '归档' }).press('Enter');
    await expect.poll(count).toBe(MILLS - 4);
    expect(await selected().count()).toBe(0);
    await page.getByRole('button', { name: '撤销' }).press('Enter');
    await expect.poll(count).toBe(MILLS);
  });

  it('moves the others where one of them fails, says why, and takes those back', async () => {
    await page.evaluate(() => {
      const put = Reflect.get(IDBObjectStore.prototype, 'put');
      IDBObjectStore.prototype.put = function (value: { readonly id?: string }, key) {
        if (value.id === 'mill-3') throw new DOMException('not taken', 'UnknownError');
        return put.call(this, value, key);
      };
    });
    const said = page.waitForEvent('dialog').then(async (dialog) => {
      await dialog.accept();
      return dialog.message();
    });
    await tick('示例2厂').click();
    await tick('示例4厂').click({ modifiers: ['Shift'] });
    await selected().getByRole('button', { name: '归档' }).press('Enter');
    expect(await said).toContain('有 1 家没有完成');
    await expect.poll(count).toBe(MILLS - 2);
    expect(await names()).toContain('示例3厂');
    await page.getByRole('button', { name: '撤销' }).press('Enter');
    await expect.poll(count).toBe(MILLS);
    await page.reload();
    await expect.poll(count).toBe(MILLS);
  });

  it('asks for a state and a level at once, and ticks only what is shown', async () => {
    await page.getByRole('combobox', { name: '填写状态' }).selectOption('done');
    await expect.poll(() => page.getByText('显示 10 / 40 家，平均完成 100 %').count()).toBe(1);
    await page.getByRole('combobox', { name: '等级', exact: true }).selectOption('2');
    await expect.poll(count).toBe(5);
    await all().focus();
    await page.keyboard.press('Space');
    expect(await selected().innerText()).toContain('已选 5 家');
    await selected().getByRole('button', { name: '删除' }).press('Enter');
    await expect.poll(count).toBe(0);
    await page.getByRole('button', { name: '撤销' }).press('Enter');
    await expect.poll(count).toBe(5);
  });

  it('keeps a view under a name beyond a restart, and deletes it with undo', async () => {
    await page.getByRole('button', { name: '企业名称' }).press('Enter');
    await page.getByRole('button', { name: '存为视图' }).press('Enter');
    await page.keyboard.type('二级已完成');
    await page.keyboard.press('Enter');
    await page.reload();
    await expect.poll(count).toBe(MILLS);
    await page.getByRole('combobox', { name: '已存视图' }).selectOption('二级已完成');
    await expect.poll(names).toEqual(['示例32厂', '示例34厂', '示例36厂', '示例38厂', '示例40厂']);
    await page.getByRole('button', { name: '删除视图' }).press('Enter');
    expect(await page.getByRole('combobox', { name: '已存视图' }).count()).toBe(0);
    await page.getByRole('button', { name: '撤销' }).press('Enter');
    await expect.poll(() => page.getByRole('combobox', { name: '已存视图' }).inputValue()).toBe('二级已完成');
    await page.getByRole('combobox', { name: '填写状态' }).selectOption('');
    await page.getByRole('combobox', { name: '等级', exact: true }).selectOption('');
  });

  it('keeps the head in view under the bar', async () => {
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    const tops = await page.evaluate(() => {
      const of = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
      return { bar: of('.bar')?.bottom, head: of('.enterprises thead th')?.top };
    });
    expect(tops.head).toBeCloseTo(tops.bar ?? 0, 0);
  });

  it('shows every column without scrolling sideways, in both languages at 1024', async () => {
    await page.setViewportSize({ width: 1024, height: 768 });
    for (const language of ['中文', 'English']) {
      await speak(language);
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('.enterprises th, .enterprises td, .list-frame')]
          .filter((cell) => cell.scrollWidth > cell.clientWidth + 1 || cell.getBoundingClientRect().right > innerWidth)
          .map((cell) => cell.innerText),
      );
      expect(cut).toEqual([]);
    }
    await speak('中文');
    await page.setViewportSize({ width: 1366, height: 768 });
  });

  it('gives rows of 36 px where density is compact', async () => {
    const heights = await page.evaluate(() => {
      document.documentElement.dataset['density'] = 'compact';
      const rows = [...document.querySelectorAll('.enterprises tbody tr[aria-rowindex]')];
      const found = rows.map((row) => row.getBoundingClientRect().height);
      delete document.documentElement.dataset['density'];
      return found;
    });
    expect(Math.max(...heights)).toBeLessThanOrEqual(37);
  });

  it('knows a namesake in the list and in a new enterprise, and leads to it', async () => {
    const twins = ['滨州（华）印染有限公司', '滨州(华)印染有限公司'].map((name, i) =>
      enterpriseRow({ id: `same-mill-${i}`, name }, { changedAt: 20_000 + i }),
    );
    await page.evaluate(seed, twins);
    await page.reload();
    await page.waitForSelector(ROW);
    const mark = page.getByRole('link', { name: '与“滨州(华)印染有限公司”同名或信用代码相同，打开看看' });
    expect(await mark.getAttribute('href')).toContain('same-mill-1');
    await page.getByRole('button', { name: '新建企业' }).press('Enter');
    await page.getByRole('dialog').getByRole('textbox').pressSequentially('滨州（华）印染有限公司');
    const way = page.getByRole('dialog').getByRole('link').first();
    await way.press('Enter');
    await expect.poll(() => page.url()).toContain('same-mill-');
    expect(host.troubles).toEqual([]);
  });
});
