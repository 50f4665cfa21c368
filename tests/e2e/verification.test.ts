import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserMissing, startHost, type Host } from '#tests/support/browser.ts';
import { saved } from '#tests/support/answering.ts';
import { seriousFindings } from '#tests/support/serious-findings.ts';
import { openDemos } from '#tests/support/opened-demos.ts';

const missing = browserMissing();
const SECTION = '#/enterprises/demo-garment/questions/intelligent-manufacturing/ORG';

describe.skipIf(missing !== null)('verification and the way through the questionnaire', () => {
  let host: Host;
  let page: Page;
  beforeAll(async () => {
    host = await startHost();
    page = await host.open();
    await openDemos(page);
    await page.goto(`${host.address}${SECTION}/IM-ORG-02`);
    await page.locator('#card-IM-ORG-02.active').waitFor();
  });
  afterAll(() => host.close());

  const card = (id: string) => page.locator(`#card-${id}`);
  const countOf = (section: string) =>
    page
      .getByRole('navigation', { name: '题目分组' })
      .getByRole('link', { name: section })
      .locator('small')
      .innerText();
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const filter = (name: string) => page.getByLabel('筛选').selectOption({ label: name });
  const shown = () => page.locator('.card').evaluateAll((cards) => cards.map(({ id }) => id));

  it('agrees with one answer by a key, and keeps who and when', async () => {
    await page.getByRole('radio', { name: '现场核实' }).check();
    await page.getByLabel('核实人').fill('诊断专员');
    await page.getByLabel('核实人').press('Tab');
    expect(await countOf('组织')).toBe('0/4');
    await card('IM-ORG-02').focus();
    await saved(page, () => page.keyboard.press('y'));
    await card('IM-ORG-02')
      .getByText(/核实：\d{4}-\d\d-\d\d 诊断专员/)
      .waitFor();
    await expect.poll(() => countOf('组织')).toBe('1/4');
    await page.reload();
    await card('IM-ORG-02')
      .getByText(/核实：\d{4}-\d\d-\d\d 诊断专员/)
      .waitFor();
  });

  it('offers by a button what the key does, only where there is something to agree with', async () => {
    await card('IM-ORG-03').getByRole('button', { name: '与自评一致' }).press('Enter');
    await expect.poll(() => countOf('组织')).toBe('2/4');
    expect(await card('IM-ORG-03').getByRole('button', { name: '与自评一致' }).count()).toBe(0);
  });

  it('agrees with the page, overwrites nothing, and takes only that back', async () => {
    await card('IM-ORG-04').focus();
    await page.keyboard.press('4');
    await card('IM-ORG-04').getByText('自评与核实不同').waitFor();
    await card('IM-ORG-01').focus();
    await page.keyboard.press('Shift+Y');
    await expect.poll(() => countOf('组织')).toBe('4/4');
    expect(await card('IM-ORG-04').locator('input:checked').getAttribute('value')).toBe('4');
    await page.getByRole('status').getByRole('button', { name: '撤销' }).press('Enter');
    await expect.poll(() => countOf('组织')).toBe('3/4');
    expect(await card('IM-ORG-01').locator('input:checked').count()).toBe(0);
  });

  it('shows what is not verified, differs, is without proof or flagged', async () => {
    await filter('自评与核实不同');
    expect(await shown()).toEqual(['card-IM-ORG-04']);
    await filter('未核实');
    expect(await shown()).not.toContain('card-IM-ORG-02');
    expect(await shown()).toContain('card-IM-ORG-01');
    await filter('无佐证');
    expect(await shown()).toContain('card-IM-ORG-02');
    await card('IM-ORG-02').getByRole('button', { name: '标记' }).click();
    await filter('已标记');
    await expect.poll(shown).toContain('card-IM-ORG-02');
    await filter('不筛选');
  });

  it('agrees with the whole topic, and with no other', async () => {
    await button(/^本主题都一致/).press('Enter');
    await page.getByText(/\d+题已按自评核实/).waitFor();
    await expect.poll(() => button(/^本主题都一致（0）/).isDisabled()).toBe(true);
    await page.goto(`${host.address}#/enterprises/demo-garment/questions/cloud-adoption/APP/CL-APP-01`);
    await card('CL-APP-01').waitFor();
    expect(await button(/^本主题都一致（[1-9]/).isEnabled()).toBe(true);
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('leads from section to section by a foot whose button stays where it is, at last to what came of it', async () => {
    await page.goto(`${host.address}${SECTION}`);
    const foot = page.getByRole('navigation', { name: '上一节和下一节' });
    const next = foot.locator('.primary');
    const places = new Set<string>();
    expect(await foot.getByRole('button', { name: '上一节' }).count()).toBe(0);
    for (;;) {
      const box = await next.boundingBox();
      places.add(`${box?.x} ${box?.y} ${box?.width}`);
      const before = await page.locator('h1').innerText();
      if ((await next.innerText()).startsWith('看诊断结论')) break;
      await next.press('Enter');
      await page.locator(`h1:not(:text-is("${before}"))`).waitFor();
    }
    expect([...places]).toHaveLength(1);
    const last = await page.locator('h1').innerText();
    await foot.getByRole('button', { name: '上一节' }).press('Enter');
    await page.locator(`h1:not(:text-is("${last}"))`).waitFor();
    await next.press('Enter');
    await next.getByText('看诊断结论').waitFor();
    await next.press('Enter');
    await page.waitForURL(/\/board$/);
  });

  it('hides no focus under the bars, whichever way the keyboard goes', async () => {
    await page.goto(`${host.address}${SECTION}/IM-ORG-01`);
    await card('IM-ORG-01').waitFor();
    for (const [key, times] of [
      ['Tab', 45],
      ['Shift+Tab', 45],
    ] as const)
      for (let i = 0; i < times; i++) {
        await page.keyboard.press(key);
        expect(await page.evaluate(hiddenFocus), `${key} ${i}`).toBeNull();
      }
  });

  it('brings the guidance as a drawer where there is no room beside the cards', async () => {
    expect(await page.getByRole('complementary', { name: '填报指引' }).isVisible()).toBe(true);
    await page.setViewportSize({ width: 1024, height: 768 });
    await card('IM-ORG-02').focus();
    await page.keyboard.press('g');
    const drawer = page.getByRole('dialog', { name: '填报指引 IM-ORG-02' });
    await drawer.getByText('为什么问').waitFor();
    const before = await card('IM-ORG-02').locator('input:checked').getAttribute('value');
    await page.keyboard.press('5');
    expect(await card('IM-ORG-02').locator('input:checked').getAttribute('value')).toBe(before);
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('card-IM-ORG-02');
    const handle = card('IM-ORG-03').getByRole('button', { name: '填报指引' });
    await handle.press('Enter');
    await page.getByRole('dialog', { name: '填报指引 IM-ORG-03' }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => handle.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(host.troubles).toEqual([]);
  });
});

/** What has the focus in the cards and is covered by a bar above or below; null where nothing is. */
function hiddenFocus(): string | null {
  const focused = document.activeElement;
  const card = focused?.closest('.card');
  if (focused === null || card === undefined || card === null) return null;
  const { top, bottom } = (focused.closest('label') ?? focused).getBoundingClientRect();
  const above = document.querySelector('.bar')?.getBoundingClientRect().bottom ?? 0;
  const below = document.querySelector('.foot-bar')?.getBoundingClientRect().top ?? innerHeight;
  return top >= above && bottom <= below
    ? null
    : `${focused.outerHTML.slice(0, 120)} ${top} ${bottom} ${above} ${below}`;
}
