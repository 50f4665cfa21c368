import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserMissing, startHost, type Host } from '#tests/support/browser.ts';
import { PROJECT } from '#tests/support/cli.ts';
import { importFiles } from '#tests/support/import-files.ts';

const missing = browserMissing();

describe.skipIf(missing !== null)('the steps of an enterprise', () => {
  let host: Host;
  let page: Page;

  beforeAll(async () => {
    host = await startHost();
    page = await host.open();
    const dossier = JSON.parse(readFileSync(join(PROJECT, 'seeds', 'demo', 'demo-garment.json'), 'utf8')) as {
      facts: Record<string, object>;
    };
    const products = [100, 200, 300].map((quantity) => ({ class: 'woven', quantity, unit: 'm' }));
    dossier.facts['2025'] = { ...dossier.facts['2025'], 'output.products': products };
    const buffer = Buffer.from(JSON.stringify(dossier));
    await importFiles(page, { name: 'mill.json', mimeType: 'application/json', buffer });
    await page.getByRole('button', { name: '导入', exact: true }).click();
    await page.getByRole('link', { name: '示例服装有限公司' }).waitFor();
    await page.goto(`${host.address}#/enterprises/demo-garment/facts`);
    await lines().nth(2).waitFor();
  });
  afterAll(() => host.close());

  const lines = () => page.locator('.product-line');
  const field = (label: string) => page.locator('.product-line').getByRole('textbox', { name: label });
  const quantities = async () => {
    const fields = await field('产量').all();
    return Promise.all(fields.map((one) => one.inputValue()));
  };

  it('the figures say which figure of a product is still used where another is refused, and take the refusal away with the product', async () => {
    await field('产量').nth(1).fill('12,5');
    await field('产量').nth(1).blur();
    await expect.poll(() => lines().nth(1).innerText()).toContain('暂时仍按200计算');
    await lines().nth(1).getByRole('button', { name: '移除' }).click();
    await expect.poll(() => lines().count()).toBe(2);
    expect(await quantities()).toEqual(['100', '300']);
    expect(await page.locator('.field-problem').count()).toBe(0);
  });

  const step = (name: string) => page.getByRole('navigation', { name: '诊断步骤' }).getByRole('link', { name });

  it('the questions and the results are opened again where they were left', async () => {
    await page.goto(`${host.address}#/enterprises/demo-garment/questions/green-factory/energy/G-Q12`);
    await page.locator('#card-G-Q12.active').waitFor();
    await page.keyboard.press('n');
    const active = await page.locator('.card.active:not(#card-G-Q12)').getAttribute('id');
    await step('诊断结果').click();
    await page.getByRole('tab', { name: '全部答案' }).click();
    await step('年度数据').click();
    await lines().first().waitFor();
    await step('问卷').click();
    await page.locator(`#${active}.active`).waitFor();
    await step('问卷').click();
    await step('诊断结果').click();
    await page.getByRole('tab', { name: '全部答案', selected: true }).waitFor();
    await step('问卷').click();
    await page.locator(`#${active}.active`).waitFor();
  });

  it('the report takes the same logo again after it was removed', async () => {
    await step('报告').click();
    const logo = page.locator('input[type=file][accept="image/*"]');
    const buffer = await page.locator('h1:text-is("报告")').screenshot({ type: 'jpeg' });
    await logo.setInputFiles({ name: '标志.jpg', mimeType: 'image/jpeg', buffer });
    await page.getByRole('img', { name: '企业标志' }).waitFor();
    expect(await logo.inputValue()).toBe('');
  });
});
