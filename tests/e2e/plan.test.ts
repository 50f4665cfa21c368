import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Dossier } from '#assessments/schema/dossier.ts';
import { storedPlan } from '#assessments/schema/plan.ts';
import { Result } from '#assessments/schema/result.ts';
import { runCli } from '#tests/support/cli.ts';
import { browserMissing, startHost, type Host } from '#tests/support/browser.ts';
import { seriousFindings } from '#tests/support/serious-findings.ts';

const missing = browserMissing();
/** Closes a condition of the dyeing norms that the demo mill lacks. */
const CLOSING = '逆流高效水洗与热量回收';

describe.skipIf(missing !== null)('the plan in the window', () => {
  let host: Host;
  let page: Page;
  const folder = mkdtempSync(join(tmpdir(), 'zhizhen-plan-'));

  beforeAll(async () => {
    host = await startHost();
    page = await host.open();
    await page.locator('.welcome').waitFor();
    await page.getByRole('button', { name: '打开三家示例企业' }).click();
    await page.getByRole('link', { name: '示例印染有限公司' }).waitFor();
    await page.goto(`${host.address}#/enterprises/demo-dyeing/plan`);
    await page.locator('.plan-request').waitFor();
  });
  afterAll(() => host.close());

  const rows = () => page.locator('.phase .plan-row');
  const openRequest = async () => {
    if (!(await budget().isVisible())) await page.locator('.plan-request summary').click();
  };
  const budget = () => page.getByRole('textbox', { name: /^总预算/ });
  async function exported(): Promise<Dossier> {
    await page.goto(`${host.address}#/enterprises/demo-dyeing/report`);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出企业档案' }).click(),
    ]);
    const file = join(folder, 'mill.json');
    await download.saveAs(file);
    await page.goto(`${host.address}#/enterprises/demo-dyeing/plan`);
    return Dossier.parse(JSON.parse(readFileSync(file, 'utf8')));
  }

  it('is made inside the budget, proved, and is the one that the command line makes', async () => {
    await openRequest();
    await budget().fill('200');
    await budget().blur();
    await expect.poll(() => page.locator('.tiles').innerText()).toContain('预算 200 万元');
    await page.getByRole('button', { name: /^重新优化/ }).click();
    await expect.poll(() => page.locator('.tiles').innerText()).toContain('已证明最优');
    const dossier = await exported();
    const items = storedPlan(dossier.plan)?.items ?? [];
    runCli([join(folder, 'mill.json'), '--out', join(folder, 'out'), '--formats', 'json', '--budget', '200'], folder);
    const { plan } = Result.parse(JSON.parse(readFileSync(join(folder, 'out', 'result.json'), 'utf8')));
    expect(plan?.measures.map(({ id, phase }) => `${id} ${phase}`).sort()).toEqual(
      items.map(({ id, phase }) => `${id} ${phase}`).sort(),
    );
    expect(plan?.measures.reduce((sum, { costWan }) => sum + costWan.planned, 0)).toBeLessThanOrEqual(200);
    await rows().first().waitFor();
    const shown = await page.locator('.plan-expected td b').allInnerTexts();
    const expected = Object.values(plan?.expected ?? {}).map(({ level }) => `${level}级`);
    // Beside the level of our own may stand an official one.
    expect(shown.map((text) => /\d级/.exec(text)?.[0]).sort()).toEqual(expected.sort());
  });

  it('keeps what is locked, leaves what was dropped, when it is made again', async () => {
    const kept = (await rows().nth(2).locator('button').first().innerText()).trim();
    const dropped = (await rows().nth(4).locator('button').first().innerText()).trim();
    await page.getByRole('combobox', { name: `${kept}的阶段` }).selectOption('3');
    await page.getByRole('combobox', { name: `${dropped}的进展` }).selectOption('dropped');
    await expect.poll(() => page.getByRole('button', { name: dropped, exact: true }).count()).toBeLessThanOrEqual(1);
    await expect.poll(() => page.locator('.tiles').innerText()).toContain('已手工调整');
    await openRequest();
    await page.getByRole('button', { name: /^重新优化/ }).click();
    await expect.poll(() => page.locator('.tiles').innerText()).toContain('已证明最优');
    expect(await page.getByRole('combobox', { name: `${kept}的阶段` }).inputValue()).toBe('3');
    expect(await page.locator('.phase').getByRole('button', { name: dropped, exact: true }).count()).toBe(0);
  });

  it('shows a measure with its figures and origins, and takes what the enterprise enters', async () => {
    await rows().first().locator('button').first().click();
    const drawer = page.locator('dialog[open]');
    await drawer.waitFor();
    expect(await drawer.innerText()).toContain('参考值（待核）');
    await drawer.getByRole('textbox', { name: /^自己的报价/ }).fill('7.5');
    await drawer.getByRole('textbox', { name: '负责人' }).fill('设备科');
    await drawer.getByRole('button', { name: '关闭' }).click();
    await expect.poll(() => rows().first().innerText()).toContain('7.5');
    const own = storedPlan((await exported()).plan)?.items.find((item) => item.owner === '设备科');
    expect(own?.costWan).toBe(7.5);
    await rows().first().waitFor();
  });

  it('refuses more people than a plan takes, says the limit and loses nothing', async () => {
    const before = storedPlan((await exported()).plan);
    await openRequest();
    const people = page.getByRole('textbox', { name: /^可投入人手/ });
    const asked = await people.inputValue();
    const refusal = page.getByText(/请填0到1,?000之间的数；暂时/);
    await people.fill('1500');
    await people.blur();
    await refusal.waitFor();
    await people.fill(asked);
    await people.blur();
    await refusal.waitFor({ state: 'detached' });
    expect(before?.items.length).toBeGreaterThan(0);
    expect(storedPlan((await exported()).plan)?.items).toEqual(before?.items);
  });

  it('scores what one more measure would change, and takes one of the enterprise itself', async () => {
    await page.locator('.other-measures summary').click();
    const other = page.locator('.other-measures .plan-row').first();
    await other.getByRole('button', { name: '试算' }).click();
    await expect.poll(() => other.innerText()).toMatch(/\+\d|得分不变/);
    const before = await rows().count();
    await page.getByRole('textbox', { name: '添加企业自己的措施' }).fill('食堂屋顶翻修');
    await page.locator('.own-measure button').click();
    await expect.poll(() => rows().count()).toBe(before + 1);
    await page.reload();
    await expect.poll(() => page.locator('.phase').first().innerText()).toContain('食堂屋顶翻修');
  });

  it('brings what closes a condition of the recognition aimed at, and says what is met today and afterwards', async () => {
    const ladder = page.locator('.readiness details').first();
    const condition = ladder.locator('tr', { hasText: '连续生产线用高效逆流水洗' });
    await openRequest();
    expect(await page.locator('.plan-request').innerText()).toContain('以当年通知为准');
    const target = page.getByRole('combobox', { name: '目标认定' });
    expect(await target.innerText()).not.toContain('智能制造标杆企业');
    await target.selectOption({ label: '印染行业规范公告企业' });
    await expect.poll(() => ladder.innerText()).toContain('本方案目标');
    await expect.poll(() => page.locator('.readiness details[open]').count()).toBe(1);
    expect((await condition.locator('td').allInnerTexts()).slice(1)).toEqual([
      '缺',
      '缺',
      expect.stringContaining(CLOSING),
    ]);
    await budget().fill('300');
    await budget().blur();
    await page.getByRole('button', { name: /^重新优化/ }).click();
    await expect.poll(() => condition.locator('td').allInnerTexts()).toContain('满足');
    expect((await condition.locator('td').allInnerTexts()).slice(1)).toEqual(['缺', '满足', CLOSING]);
    expect(await seriousFindings(page)).toEqual([]);
    await condition.getByRole('button', { name: CLOSING }).click();
    await page.locator('dialog[open]').getByRole('button', { name: '关闭' }).click();
    const items = storedPlan((await exported()).plan)?.items.filter((item) => item.state !== 'dropped') ?? [];
    runCli([join(folder, 'mill.json'), '--out', join(folder, 'out'), '--formats', 'json', '--budget', '300'], folder);
    const { plan } = Result.parse(JSON.parse(readFileSync(join(folder, 'out', 'result.json'), 'utf8')));
    expect(plan?.measures.map(({ id }) => id).sort()).toEqual(items.map(({ id }) => id).sort());
    await rows().first().waitFor();
  });

  it('is said to rest on other data once an answer has changed, and no longer to be proved', async () => {
    await page.goto(`${host.address}#/enterprises/demo-dyeing/questions/intelligent-manufacturing/ORG/IM-ORG-02`);
    const card = page.locator('#card-IM-ORG-02.active');
    await card.waitFor();
    await page.keyboard.press((await card.locator('input[value="5"]').isChecked()) ? '1' : '5');
    await page.goto(`${host.address}#/enterprises/demo-dyeing/plan`);
    await expect.poll(() => page.locator('.tiles').innerText()).toContain('数据已变化');
    await openRequest();
    await page.getByRole('button', { name: /^重新优化/ }).click();
    await expect.poll(() => page.locator('.tiles').innerText()).toContain('已证明最优');
  });

  it('lists the policies in force that a bought machine may have, and has no serious finding of axe', async () => {
    const others = page.locator('.other-measures');
    await others.locator('summary').click();
    await others.getByRole('searchbox').fill('WA15');
    await others.getByRole('button', { name: '加入' }).click();
    await page.clock.setFixedTime(new Date('2026-12-31T12:00:00'));
    await page.getByRole('button', { name: '可对接的政策' }).click();
    const drawer = page.locator('dialog[open]');
    const interest = drawer.locator('.policies > li').filter({ hasText: '财金〔2026〕2号' });
    for (const text of ['每年贴息1.5个百分点', '2026-12-31', '与“中小微企业贷款贴息”只能选一项', '新变化', 'WA15'])
      expect(await interest.innerText()).toContain(text);
    expect(await drawer.innerText()).toContain('其中给钱的 2 项');
    expect(await drawer.innerText()).not.toContain('工业节水与水效');
    expect(await seriousFindings(page)).toEqual([]);
    await drawer.getByRole('button', { name: '关闭' }).click();
    await page.getByRole('button', { name: '时间轴' }).click();
    await page.locator('.timeline').waitFor();
    expect(host.troubles).toEqual([]);
  });
});
