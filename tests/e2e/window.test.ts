import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Result } from '#assessments/schema/result.ts';
import { desktopServer } from '#electron/browser-host/desktop-server.ts';
import { shownScore } from '#assessments/scoring/shown-number.ts';
import { runCli } from '#tests/support/cli.ts';
import { browserMissing, startHost, type Host } from '#tests/support/browser.ts';
import { seriousFindings } from '#tests/support/serious-findings.ts';
import { importFiles } from '#tests/support/import-files.ts';
import { runTool, toolMissing } from '#tests/support/tools.ts';

const missing = browserMissing() ?? toolMissing('pdftotext');

/** Latin words that Chinese readers use; every other one of two letters or more is a text that was forgotten. */
const ACCEPTED = new Set(
  'Ctrl ERP MES WMS OEE BOM APS CAD RFID AGV PLC DCS CRM AI SaaS SD WAN IT ID App RFT LED VOCs ISO COD pH PDF GB kWh GJ kg cm m tce kgce kgCO CO English ZhiZhen ZDHC GOTS Oeko Tex OEKO TEX VR IoT QR SCADA SPC PLM API UWB NB EMS HR QC BI CPS SRM TMS PV DB FZ HJ MRP MTO MTS mu FR Word Excel PowerPoint KB MB'.split(
    ' ',
  ),
);

describe.skipIf(missing !== null)('the window', () => {
  let host: Host;
  let page: Page;
  const folder = mkdtempSync(join(tmpdir(), 'zhizhen-window-'));
  const texts: string[] = [];

  beforeAll(async () => {
    host = await startHost(desktopServer(join(folder, 'data')));
    page = await host.open();
  });
  afterAll(() => host.close());

  /**
   * What a reader sees once `shown` is there, kept for the check of forgotten texts, and what axe says of it; a page
   * that quotes a file is not read.
   */
  async function look(shown: string, { reads = true } = {}): Promise<void> {
    await page.waitForSelector(shown);
    if (reads) texts.push(await page.locator('body').innerText());
    expect(await seriousFindings(page)).toEqual([]);
  }

  const saved = () => page.waitForSelector('.save-line[data-saved]:not([data-saved="0"])');
  const savedAt = async () => Number(await page.locator('.save-line').getAttribute('data-saved'));
  const step = (name: string) => page.getByRole('navigation', { name: '诊断步骤' }).getByRole('link', { name }).click();

  it('takes a new enterprise from its name to its profile', async () => {
    await look('.welcome');
    await page.getByRole('button', { name: '新建企业' }).first().click();
    await page.getByRole('textbox', { name: '企业名称' }).fill('鲁北印染厂');
    await page.getByRole('button', { name: '创建' }).click();
    await page.getByLabel('所在市').selectOption('滨州市');
    await page.getByRole('checkbox', { name: '印染' }).check();
    await page.getByRole('checkbox', { name: '机织物染整' }).check();
    await saved();
    await look('h1:text-is("企业概况")');
  });

  it('takes figures in the unit that the user has them in, and says what they come to', async () => {
    await step('年度数据');
    const intake = page.getByRole('textbox', { name: /^自来水取水量 \d+$/ }).first();
    await page.getByLabel('自来水取水量的单位').selectOption('10k m3');
    await intake.fill('60');
    await intake.blur();
    await page
      .getByRole('textbox', { name: /^处理后回用水量 \d+$/ })
      .first()
      .fill('600000');
    await page
      .getByRole('textbox', { name: /^处理后回用水量 \d+$/ })
      .first()
      .blur();
    await expect.poll(() => page.locator('.aside').innerText()).toContain('50 %');
    await intake.fill('很多');
    await intake.blur();
    await expect.poll(() => page.locator('.field-problem').count()).toBe(1);
    await intake.fill('60');
    await intake.blur();
    await look('.aside');
  });

  it('is answered by keys, section by section', async () => {
    await step('问卷');
    await page.waitForSelector('.card');
    await page.keyboard.press('n');
    await page.waitForSelector('#card-IM-ORG-01.active');
    await page.keyboard.press('3');
    await page.waitForSelector('#card-IM-ORG-01.answered');
    await page.keyboard.press('n');
    await page.keyboard.press('4');
    await page.waitForSelector('#card-IM-ORG-02.answered');
    await page.keyboard.press('/');
    await page.keyboard.type('CL-SEC-02');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#card-CL-SEC-02.active');
    await page.keyboard.press('2');
    await page.waitForSelector('#card-CL-SEC-02.answered');
    await look('.aside h2:text-is("CL-SEC-02")');
  });

  it('keeps what was typed when the page goes without warning', async () => {
    await page.locator('#card-CL-SEC-02').getByRole('button', { name: '备注' }).click();
    const before = await savedAt();
    await page.locator('#card-CL-SEC-02 textarea').fill('合同里写明了数据归属');
    await expect.poll(savedAt).toBeGreaterThan(before);
    const address = page.url();
    await page.close({ runBeforeUnload: false });
    page = await host.open();
    await page.goto(address);
    await page.waitForSelector('#card-CL-SEC-02');
    expect(await page.locator('#card-CL-SEC-02 textarea').inputValue()).toBe('合同里写明了数据归属');
    expect(await page.locator('#card-CL-SEC-02 input[value="2"]').isChecked()).toBe(true);
  });

  it('notes a file that proves an answer, once for several answers, and says where it was left', async () => {
    const card = page.locator('#card-CL-SEC-02');
    await card.getByRole('button', { name: '佐证' }).click();
    const file = { name: '云服务合同', mimeType: 'application/pdf', buffer: Buffer.from('合同') };
    await card.locator('input[type=file]').setInputFiles(file);
    await expect.poll(() => card.locator('.evidence li').allInnerTexts()).toHaveLength(1);
    await expect.poll(savedAt).toBeGreaterThan(0);
    const before = await savedAt();
    await card.locator('input[type=file]').setInputFiles(file);
    await expect.poll(savedAt).toBeGreaterThan(before);
    const other = page.locator('#card-CL-SEC-01');
    await other.getByRole('button', { name: '佐证' }).click();
    await other.locator('.evidence select').selectOption({ label: '云服务合同' });
    await expect.poll(() => other.locator('.evidence li').allInnerTexts()).toHaveLength(1);
    await page.reload();
    await expect.poll(() => other.locator('.evidence li').innerText()).toContain('云服务合同');
    await expect.poll(() => card.locator('.evidence li').count()).toBe(1);
    await other.getByRole('button', { name: '移除' }).click();
    await expect.poll(() => other.locator('.evidence li').count()).toBe(0);
    await look('.aside h2:text-is("CL-SEC-01")');
  });

  it('forgets a file that proves nothing any more, unless that is taken back', async () => {
    const card = page.locator('#card-CL-SEC-02');
    await card.getByRole('button', { name: '移除' }).click();
    await card.getByText('已移除云服务合同。').waitFor();
    expect(await card.locator('.evidence select').count()).toBe(0);
    expect(await seriousFindings(page)).toEqual([]);
    await card.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => card.locator('.evidence li').innerText()).toContain('云服务合同');
    expect(await card.getByText('已移除云服务合同。').count()).toBe(0);
  });

  it('comes back to where it was', async () => {
    await page.getByRole('link', { name: '全部企业' }).click();
    await look('.enterprises');
    await page.getByRole('link', { name: '鲁北印染厂' }).click();
    await page.waitForSelector('#card-CL-SEC-02');
  });

  it('tells a second tab that the first one has the record', async () => {
    const second = await host.open(new URL(page.url()).hash);
    await expect.poll(() => second.locator('.banner').innerText()).toContain('另一个窗口');
    await second.close();
  });

  it('shows what the command line makes of the exported dossier, and a report that says it', async () => {
    await step('报告');
    await look('h1:text-is("报告")');
    const dossierFile = join(folder, 'mill.json');
    const [dossier] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出企业档案' }).click(),
    ]);
    await dossier.saveAs(dossierFile);
    runCli([dossierFile, '--out', join(folder, 'out'), '--formats', 'json'], folder);
    const result = Result.parse(JSON.parse(readFileSync(join(folder, 'out', 'result.json'), 'utf8')));

    await page.getByRole('button', { name: '诊断报告（PDF）' }).click();
    await page.waitForSelector('text=保存诊断报告');
    await look('text=保存诊断报告');
    const [report] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '保存诊断报告' }).click(),
    ]);
    const reportFile = join(folder, 'report.pdf');
    await report.saveAs(reportFile);
    const printed = runTool('pdftotext', [reportFile, '-']).replaceAll(/\s/g, '');
    expect(printed).toContain('鲁北印染厂');
    expect(printed).toContain('合同里写明了数据归属');
    expect(printed).toContain('云服务合同');
    expect(printed).toContain(`数据校验码${result.inputHash.slice(0, 12)}`);

    await step('诊断结果');
    await look('.tile');
    const shown = await page.locator('.tile strong').allInnerTexts();
    const computed = ['intelligent-manufacturing', 'cloud-adoption', 'water-efficiency', 'green-factory'] as const;
    expect(shown).toEqual(computed.map((pack) => shownScore(result.packs[pack]?.score ?? null)));
  });

  it('refuses a file that is no dossier, and previews one that differs', async () => {
    await page.getByRole('link', { name: '全部企业' }).click();
    const bad = join(folder, 'bad.json');
    writeFileSync(bad, '{"format":"zhizhen-dossier","version":1}');
    await importFiles(page, bad);
    await expect.poll(() => page.locator('dialog').innerText()).toContain('什么都没有写入');
    await look('dialog', { reads: false });
    await page.getByRole('button', { name: '关闭' }).click();
    await importFiles(page, join(folder, 'mill.json'));
    await expect.poll(() => page.locator('dialog').innerText()).toContain('完全相同');
    await page.getByRole('button', { name: '取消' }).click();
  });

  it('finds an enterprise by pinyin and sorts the list', async () => {
    const names = () => page.locator('.enterprises tbody th').allInnerTexts();
    const search = page.getByRole('searchbox');
    await search.fill('lbyr');
    await expect.poll(names).toEqual(['鲁北印染厂']);
    await search.fill('qingdao');
    await expect.poll(names).toEqual([]);
    await search.fill('');
    await page.getByRole('button', { name: '企业名称' }).click();
    expect(await page.getByRole('columnheader', { name: '企业名称' }).getAttribute('aria-sort')).toBe('ascending');
    await expect.poll(names).toEqual(['鲁北印染厂']);
  });

  it('takes a deletion back', async () => {
    const row = page.getByRole('row', { name: /鲁北印染厂/ });
    await row.getByRole('button', { name: '删除' }).click();
    await expect.poll(() => page.getByRole('row', { name: /鲁北印染厂/ }).count()).toBe(0);
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => page.getByRole('row', { name: /鲁北印染厂/ }).count()).toBe(1);
  });

  it('speaks Chinese to the last word, and English when asked', async () => {
    const shown = texts.join('\n');
    expect(shown.length).toBeGreaterThan(5000);
    expect(shown).not.toMatch(/undefined|NaN|\[object|\{[a-z]+\}/);
    const words = [...shown.matchAll(/[A-Za-z]{2,}/g)].map((match) => match[0]);
    const ids = /^(?:IM|CL|ORG|DAT|EQP|DES|PRD|SUB|OPS|OUT|STR|INF|APP|DEV|PLT|SEC|VAL|MIIT|GK|GQ|GG|DYE|WM)$/;
    const forgotten = words.filter((word) => !ACCEPTED.has(word) && !ids.test(word));
    expect([...new Set(forgotten)]).toEqual([]);
    await page.locator('.menu summary').click();
    await page.getByRole('radio', { name: 'English' }).check();
    await expect.poll(() => page.locator('h1').innerText()).toBe('Enterprises');
  });

  it('had no error, no violation of its policy and no request elsewhere', () => {
    expect(host.troubles).toEqual([]);
  });
});
