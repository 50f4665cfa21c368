import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserMissing, startHost, type Host } from '#tests/support/browser.ts';
import { seriousFindings } from '#tests/support/serious-findings.ts';
import { openDemos } from '#tests/support/opened-demos.ts';

const missing = browserMissing();

describe.skipIf(missing !== null)('the tour', () => {
  let host: Host;
  let page: Page;

  beforeAll(async () => {
    host = await startHost();
    page = await host.open();
    await openDemos(page);
  });
  afterAll(() => host.close());

  const tour = () => page.locator('.tour');
  const take = () => page.getByRole('button', { name: '看一遍引导', exact: true });
  const at = (name: string) => page.getByRole('dialog', { name }).waitFor();

  it('offers itself once on the list, opens nothing, and is refused for good', async () => {
    await take().waitFor();
    expect(await tour().count()).toBe(0);
    await page.getByRole('button', { name: '不用了' }).click();
    await page.reload();
    await page.getByRole('link', { name: '示例印染有限公司' }).waitFor();
    expect(await take().count()).toBe(0);
  });

  it('goes through an enterprise by keyboard, each station beside what it speaks of, and back', async () => {
    await page.goto(`${host.address}#/enterprises/demo-dyeing/board`);
    await take().focus();
    await page.keyboard.press('Enter');
    const seen: string[] = [];
    for (const name of ['总览', '各步', '年度数据', '按实际', '钱花', '拿走']) {
      await at(name);
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
      const box = await tour().boundingBox();
      const isInside =
        box !== null && box.x >= 0 && box.y >= 0 && box.x + box.width <= 1366 && box.y + box.height <= 768;
      expect([name, isInside]).toEqual([name, true]);
      seen.push(new URL(page.url()).hash.split('/').slice(3).join('/'));
      if (name === '总览') expect(await seriousFindings(page, { within: '.tour' })).toEqual([]);
      if (name === '拿走') break;
      await tour().getByRole('button', { name: '下一处' }).focus();
      await page.keyboard.press('Enter');
    }
    expect(seen).toEqual(['board', 'board', 'facts', 'questions', 'plan', 'report']);
    await tour().getByRole('button', { name: '上一处' }).click();
    await at('钱花');
    await page.keyboard.press('Escape');
    await tour().waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('navigation', { name: '诊断步骤' }).waitFor();
    expect(await take().count()).toBe(0);
  });

  it('is shown again from the settings, and leaves the page to work with', async () => {
    await page.goto(`${host.address}#/enterprises/demo-dyeing/facts`);
    await page.locator('summary[aria-label="设置"]').click();
    await page.getByRole('button', { name: '再看一遍引导' }).click();
    await at('总览');
    await page.locator('nav.steps a', { hasText: '报告' }).click();
    await page.locator('.documents').waitFor();
    await tour().getByRole('button', { name: '关闭' }).click();
    await tour().waitFor({ state: 'detached' });
  });

  it('troubles nobody', () => {
    expect(host.troubles).toEqual([]);
  });
});
