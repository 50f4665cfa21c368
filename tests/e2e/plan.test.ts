import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Dossier } from '#assessments/schema/dossier.ts';
import { storedPlan, type StoredPlan } from '#assessments/schema/plan.ts';
import { browserMissing, startHost, type Host } from '#tests/support/browser.ts';
import { demoJson } from '#tests/support/demo-json.ts';
import { dossierJson } from '#tests/support/dossiers.ts';
import { importFiles } from '#tests/support/import-files.ts';
import { seriousFindings } from '#tests/support/serious-findings.ts';

const missing = browserMissing();
const GARMENT = '示例服装有限公司';
const BLANK = '空白印染厂';
/** One topic counts, so that three aims are solved in moments. */
const REQUEST = {
  people: 1,
  topics: {
    'intelligent-manufacturing': { weight: 0 },
    'cloud-adoption': { weight: 0 },
    'green-factory': { weight: 0 },
    'water-efficiency': { weight: 1 },
  },
};

describe.skipIf(missing !== null)('the plan in the window', () => {
  let host: Host;
  let page: Page;
  const folder = mkdtempSync(join(tmpdir(), 'zhizhen-plan-'));

  async function imported(json: Record<string, unknown>, name: string) {
    await importFiles(page, {
      name: 'mill.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(json)),
    });
    await page.getByRole('button', { name: '导入', exact: true }).click();
    await page.getByRole('link', { name }).waitFor();
  }

  beforeAll(async () => {
    host = await startHost();
    page = await host.open();
    const blank = dossierJson({
      id: 'blank',
      name: BLANK,
      facts: { 'energy.electricity': 6_000_000, 'price.electricity': 0.7, 'energy.steam': 90_000, 'price.steam': 60 },
    });
    await imported(blank, BLANK);
    await page.goto(host.address);
    const garment = demoJson('demo-garment');
    await imported(
      { ...garment, plan: { madeOn: '2026-11-24', diagnosis: '2026-1', request: REQUEST, items: [] } },
      GARMENT,
    );
    await page.goto(`${host.address}#/enterprises/demo-garment/plan`);
    await page.locator('.plan-request').waitFor();
  });
  afterAll(() => host.close());

  const rows = () => page.locator('.phase .plan-row');
  const names = async () => (await rows().locator('> button').allInnerTexts()).sort();
  const claim = () => page.locator('.claim').innerText();
  const drawer = () => page.locator('dialog[open]');
  const close = () => drawer().getByRole('button', { name: '关闭' }).click();
  const question = async (name: string) => {
    if (!(await page.locator('.request-steps').isVisible())) await page.locator('.plan-request > summary').click();
    await page.locator('.request-steps').getByRole('button', { name }).click();
  };
  async function kept(): Promise<StoredPlan | null> {
    await page.goto(`${host.address}#/enterprises/demo-garment/report`);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出企业档案' }).click(),
    ]);
    const file = join(folder, 'mill.json');
    await download.saveAs(file);
    await page.goto(`${host.address}#/enterprises/demo-garment/plan`);
    await page.locator('.plan-request').waitFor();
    return storedPlan(Dossier.parse(JSON.parse(readFileSync(file, 'utf8'))).plan);
  }

  it('asks one question a card, each with what is taken where it is skipped', async () => {
    await question('痛点');
    await page.getByRole('checkbox', { name: /^用工/ }).check();
    await page.getByRole('button', { name: '下一问（可跳过）' }).click();
    const budget = page.getByRole('textbox', { name: '总预算（万元）' });
    expect(await page.locator('.request-card').innerText()).toContain('空着：钱不作限制');
    await budget.fill('40');
    await budget.blur();
    await page.getByRole('button', { name: '下一问（可跳过）' }).click();
    expect(await page.locator('.request-card').innerText()).toContain('同时最多推进 6 项');
    const people = page.getByRole('textbox', { name: '能抽出来做项目的人手（人）' });
    await people.fill('1500');
    await people.blur();
    await page.getByText(/请填0到1,?000之间的数；暂时/).waitFor();
    await people.fill('1');
    await people.blur();
    await page.getByRole('button', { name: '下一问（可跳过）' }).click();
    const title = page.getByRole('combobox', { name: '目标认定' });
    expect(await title.innerText()).not.toContain('智能制造标杆企业');
    await expect
      .poll(() => page.locator('.plan-request > summary').innerText())
      .toContain('用工 · 预算 40 万元 · 人手 1 人');
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('shows the three aims side by side, and keeps the one taken through a reload', async () => {
    await page.getByRole('button', { name: '制定方案' }).click();
    const aims = page.locator('.three-aims');
    await aims.waitFor();
    expect((await aims.locator('thead th').allInnerTexts()).map((text) => text.split('\n')[0])).toEqual([
      '达标优先',
      '省钱优先',
      '均衡',
    ]);
    for (const row of ['所需投入', '年收益', '回收期', '水效', '一票项', '只在这一套里的措施', '证明到什么程度'])
      expect(await aims.locator('tbody th').allInnerTexts()).toContain(row);
    expect(await aims.innerText()).toContain('没有别的组合能让更多主题达标');
    const cost = (await aims.locator('tbody tr').first().locator('td').last().locator('b').innerText()).trim();
    expect(await seriousFindings(page)).toEqual([]);
    await aims.getByRole('button', { name: '采用均衡' }).click();
    await rows().first().waitFor();
    expect(await page.locator('.tiles').innerText()).toContain(cost);
    expect(await claim()).toContain('没有别的组合得分与省钱合起来更好');
    const before = await names();
    expect(before.length).toBeGreaterThan(2);
    const stored = await kept();
    expect(stored?.request.aim).toBe('balanced');
    expect(stored?.gap).toBe(0);
    expect(Object.keys(stored ?? {}).sort()).toEqual([
      'basis',
      'choices',
      'diagnosis',
      'gap',
      'items',
      'madeOn',
      'request',
    ]);
    await page.reload();
    await rows().first().waitFor();
    expect(await names()).toEqual(before);
    expect(await claim()).toContain('没有别的组合得分与省钱合起来更好');
  });

  it('draws in the background which measures are firm, may be stopped, and keeps what it found', async () => {
    const line = page.locator('.firmness');
    await line.getByRole('button', { name: '看看哪些措施稳' }).click();
    await line.getByRole('progressbar').waitFor();
    await line.getByRole('button', { name: '停止计算' }).click();
    expect(await line.innerText()).toContain('九成以上仍选中的标“稳”');
    expect(await seriousFindings(page, { within: '.firmness' })).toEqual([]);
    await line.getByRole('button', { name: '看看哪些措施稳' }).click();
    await rows()
      .first()
      .locator('.tag', { hasText: /稳|多半|看报价/ })
      .waitFor();
    expect(await line.count()).toBe(0);
    const stored = await kept();
    expect(Object.keys(stored?.firm ?? {}).sort()).toEqual(stored?.items.map(({ id }) => id).sort());
    expect(await claim()).toContain('没有别的组合得分与省钱合起来更好');
  });

  it('keeps the proof where only the carrying out is entered, and reckons with the median of quotes at once', async () => {
    const first = rows().first();
    await first.locator('> button').click();
    await drawer().getByRole('textbox', { name: '负责人' }).fill('设备科');
    await close();
    expect(await claim()).toContain('没有别的组合');
    await first.locator('> button').click();
    for (const [supplier, amount] of [
      ['甲公司', '8'],
      ['乙公司', '6.5'],
      ['丙公司', '7.5'],
    ] as const) {
      await drawer().getByRole('textbox', { name: '供应商' }).fill(supplier);
      await drawer().getByRole('textbox', { name: '报价（万元）' }).fill(amount);
      await drawer().getByRole('button', { name: '添加报价' }).click();
    }
    await expect.poll(() => drawer().innerText()).toContain('取中位数 7.5 万元');
    await close();
    await expect.poll(() => page.locator('.phase').first().innerText()).toContain('7.5 万元');
    expect(await claim()).toContain('已手工调整');
    const item = (await kept())?.items.find(({ owner }) => owner === '设备科');
    expect(item?.quotes).toHaveLength(3);
  });

  it('scores by one tick what one more measure would change, and adds it', async () => {
    await page.locator('.other-measures > summary').click();
    const other = page.locator('.other-measure').first();
    await other.getByRole('checkbox').check();
    const change = other.locator('.what-if');
    await change.waitFor();
    for (const term of ['所需投入', '年收益', '回收期']) expect(await change.innerText()).toContain(term);
    const cost = (await change.locator('dd').first().innerText()).split('→').at(-1)?.trim() ?? '';
    expect(await seriousFindings(page, { within: '.other-measures' })).toEqual([]);
    const before = await rows().count();
    await other.getByRole('button', { name: /^把.*加入方案$/ }).click();
    await expect.poll(() => rows().count()).toBeGreaterThan(before);
    expect(await page.locator('.tiles').innerText()).toContain(cost.split('\n')[0]);
  });

  it('says by how much what must be in the plan does not fit', async () => {
    await page.getByRole('textbox', { name: '添加企业自己的措施' }).fill('食堂屋顶翻修');
    await page.locator('.own-measure').getByRole('textbox', { name: /^周期/ }).fill('3');
    await page.locator('.own-measure button').click();
    const added = page.locator('.plan-row', { hasText: '食堂屋顶翻修' });
    await expect.poll(() => added.innerText()).toContain('投入、年收益未填');
    await page
      .locator('.phase')
      .getByRole('button', { name: /食堂屋顶翻修/ })
      .click();
    const cost = drawer().getByRole('textbox', { name: /^投入（万元/ });
    await cost.fill('9000');
    await cost.blur();
    await close();
    await expect.poll(() => added.innerText()).toContain('年收益未填');
    expect(await added.innerText()).not.toContain('投入');
    await question('资金');
    await page.getByRole('button', { name: '制定方案' }).click();
    await page.locator('.callout[role=alert]').waitFor();
    expect(await page.locator('.callout[role=alert]').innerText()).toMatch(/预算差 [\d,.]+ 万元/);
    await page
      .locator('.phase')
      .getByRole('button', { name: /食堂屋顶翻修/ })
      .click();
    await drawer().getByRole('button', { name: '移出方案' }).click();
  });

  it('shows when each measure runs, what it takes against what it brings, what it adds to the systems, and which policies may help', async () => {
    const figure = page.locator('figure:has(.as-table)');
    await page.getByRole('button', { name: '甘特图' }).click();
    await figure.filter({ hasText: '里程碑' }).first().waitFor();
    await page.locator('.as-table summary').first().click();
    expect(await page.locator('.as-table table').first().innerText()).toMatch(/20\d\d-\d\d-\d\d/);
    await page.getByRole('button', { name: '投入效益图' }).click();
    await figure.filter({ hasText: '人月' }).first().waitFor();
    expect(await figure.locator('circle').count()).toBeGreaterThan(2);
    await page.getByRole('button', { name: '架构图' }).click();
    await figure.filter({ hasText: '云与平台' }).first().waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '按阶段' }).click();
    await page.getByRole('button', { name: '可对接的政策' }).click();
    expect(await drawer().locator('.policies > li').count()).toBeGreaterThan(0);
    expect(await seriousFindings(page)).toEqual([]);
    await close();
  });

  it('refuses a mill that answered nothing, and leads to the questions and figures that it needs', async () => {
    await page.goto(`${host.address}#/enterprises/blank/plan`);
    await page.locator('.refused').waitFor();
    expect(await page.locator('.refused').innerText()).toContain('现在还排不出方案');
    expect(await page.getByRole('button', { name: '制定方案' }).count()).toBe(0);
    const candidate = page.locator('.candidate').first();
    await candidate.locator('summary').click();
    expect(await candidate.innerText()).toContain('所需投入');
    expect(await page.locator('.candidate').count()).toBeLessThanOrEqual(10);
    expect(await seriousFindings(page)).toEqual([]);
    await page.locator('.unknown-list a').first().click();
    await page.locator('.card.active').waitFor();
    expect(host.troubles).toEqual([]);
  });
});
