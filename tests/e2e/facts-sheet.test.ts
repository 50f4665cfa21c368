import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserMissing, startHost, type Host } from '#tests/support/browser.ts';
import { seriousFindings } from '#tests/support/serious-findings.ts';
import { openDemos } from '#tests/support/opened-demos.ts';

const missing = browserMissing();

describe.skipIf(missing !== null)('the figures of a year are typed like a sheet', () => {
  let host: Host;
  let page: Page;

  beforeAll(async () => {
    host = await startHost();
    await host.context.grantPermissions(['clipboard-read', 'clipboard-write'], {
      origin: new URL(host.address).origin,
    });
    page = await host.open();
    page.setDefaultTimeout(10_000);
    await openDemos(page);
    await page.goto(`${host.address}#/enterprises/demo-dyeing/facts`);
    await page.locator('.fact-row').nth(3).waitFor();
  });
  afterAll(() => host.close());

  const row = (fact: string) => page.locator(`[data-fact="${fact}"]`);
  const field = (fact: string, column = 0) => row(fact).getByRole('textbox').nth(column);
  const type = async (fact: string, text: string) => {
    await field(fact).fill(text);
    await field(fact).blur();
  };
  const paste = async (fact: string, text: string, column = 0) => {
    await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await field(fact, column).focus();
    await page.keyboard.press('Control+V');
  };

  it('reads 万 and units by their words, and says how', async () => {
    await type('water.intake.ground', '36万立方');
    await row('water.intake.ground').getByText('读作 360,000 m³').waitFor();
    expect(await field('water.intake.ground').inputValue()).toBe('360,000');
    await type('water.intake.ground', '约1200');
    await row('water.intake.ground').getByText('（约数）').waitFor();
    await page.reload();
    await row('water.intake.ground').getByText('读作 1,200 m³（约数）').waitFor();
    await type('water.intake.ground', '1300');
    await expect.poll(() => row('water.intake.ground').getByText('（约数）').count()).toBe(0);
  });

  it('a row does not move where its text is refused', async () => {
    const height = async () => Math.round((await row('water.intake.ground').boundingBox())?.height ?? 0);
    const before = await height();
    await type('water.intake.ground', '12吨');
    await row('water.intake.ground')
      .getByText(/不能自动换算/)
      .waitFor();
    expect(await height()).toBe(before);
    await type('water.intake.ground', '1300');
    await expect.poll(() => row('water.intake.ground').locator('.field-problem').count()).toBe(0);
  });

  it('takes the amount of a product in words, and shows what is divided by what', async () => {
    const amount = page.locator('.product-line').first().getByRole('textbox', { name: '产量' });
    const before = await amount.inputValue();
    await amount.fill('\u202d1.2万米\u202c');
    await amount.blur();
    await page.locator('.product-line').first().getByText('读作 12,000 m').waitFor();
    await page
      .locator('.figures')
      .getByText(/m³ ÷ [\d,.]+ 百米标准品/)
      .waitFor();
    await amount.fill(before);
    await amount.blur();
  });

  it('refuses a unit of another kind, keeps the text through navigation and a new start, until it is mended', async () => {
    await type('energy.steam', '300度');
    await row('energy.steam')
      .getByText(/不能自动换算/)
      .waitFor();
    await page.getByRole('navigation', { name: '诊断步骤' }).getByRole('link', { name: '企业概况' }).click();
    await page.getByRole('heading', { name: '企业概况' }).waitFor();
    await page.getByRole('navigation', { name: '诊断步骤' }).getByRole('link', { name: '年度数据' }).click();
    await expect.poll(() => field('energy.steam').inputValue()).toBe('300度');
    await page.reload();
    await expect.poll(() => field('energy.steam').inputValue()).toBe('300度');
    await type('energy.steam', '300');
    await expect.poll(() => row('energy.steam').locator('.field-problem').count()).toBe(0);
    await page.reload();
    await expect.poll(() => field('energy.steam').inputValue()).toBe('300');
  });

  it('converts when the unit is changed, and takes the figure as it was meant at a click; the unit stays', async () => {
    await type('water.intake.ground', '36');
    await row('water.intake.ground').getByRole('combobox').selectOption('10k m3');
    expect(await field('water.intake.ground').inputValue()).toBe('0.0036');
    await row('water.intake.ground').getByRole('button', { name: '我填的就是 36 万m³' }).click();
    await expect.poll(() => field('water.intake.ground').inputValue()).toBe('36');
    await page.reload();
    await expect.poll(() => field('water.intake.ground').inputValue()).toBe('36');
    await field('water.intake.ground', 1).fill('5');
    await field('water.intake.ground', 1).blur();
    await row('water.intake.ground').getByRole('combobox').selectOption('m3');
    expect(await field('water.intake.ground').inputValue()).toBe('360,000');
    const offers = row('water.intake.ground').getByRole('button', { name: /我填的就是/ });
    expect(await offers.count()).toBe(2);
    await type('water.intake.ground', '40');
    await expect.poll(() => offers.count()).toBe(0);
  });

  it('never joins pasted cells: it offers their sum, or a field for each, with one undo', async () => {
    await paste('water.intake.town', '12\n305\n298');
    await row('water.intake.town').getByRole('button', { name: '填合计 615' }).click();
    await expect.poll(() => field('water.intake.town').inputValue()).toBe('615');
    const before = [await field('water.intake.town').inputValue(), await field('water.intake.surface', 1).inputValue()];
    await paste('water.intake.town', '1200万\t11\n20\t19');
    await row('water.intake.town').getByRole('button', { name: '从这一格起逐格填入' }).click();
    await page.getByText('已填入 4 格').waitFor();
    expect(await field('water.intake.town').inputValue()).toBe('12,000,000');
    expect(await field('water.intake.surface', 1).inputValue()).toBe('19');
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => field('water.intake.town').inputValue()).toBe(before[0]);
    expect(await field('water.intake.surface', 1).inputValue()).toBe(before[1]);
  });

  it('is moved through by Enter and the arrows, in its column', async () => {
    await field('water.intake.town').focus();
    await page.keyboard.press('Enter');
    expect(await field('water.intake.surface').evaluate((each) => each === document.activeElement)).toBe(true);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    expect(await field('water.intake.surface').evaluate((each) => each === document.activeElement)).toBe(true);
    await page.keyboard.press('ArrowRight');
    expect(await field('water.intake.surface', 1).evaluate((each) => each === document.activeElement)).toBe(true);
    await page.keyboard.press('Shift+Enter');
    expect(await field('water.intake.town', 1).evaluate((each) => each === document.activeElement)).toBe(true);
  });

  it('marks what is needed first, shows how far each block has come, and folds away what does not count', async () => {
    const blocks = page.getByRole('navigation', { name: '数据分类' });
    expect(await blocks.getByRole('button').count()).toBeGreaterThan(4);
    expect(await page.locator('.fact-row .tag.warning').count()).toBe(12);
    expect(await page.locator('.fact-others').count()).toBeGreaterThan(0);
    expect(await seriousFindings(page)).toEqual([]);
    expect(host.troubles).toEqual([]);
  });
});
