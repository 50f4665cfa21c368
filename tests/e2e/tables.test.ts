import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserMissing, startHost, type Host } from '#tests/support/browser.ts';
import { changedCell } from '#tests/support/changed-cell.ts';
import { madeWorkbook, STYLE, type MadeCell } from '#tests/support/made-workbooks.ts';
import { sheetsOf } from '#tests/support/office.ts';
import { seriousFindings } from '#tests/support/serious-findings.ts';
import { openDemos } from '#tests/support/opened-demos.ts';

const missing = browserMissing();
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Days of 2025 as Excel counts them. */
const NEW_YEAR = 45_658;

describe.skipIf(missing !== null)('figures and answers by way of Excel', () => {
  let host: Host;
  let page: Page;
  let year: number;

  beforeAll(async () => {
    host = await startHost();
    page = await host.open();
    await openDemos(page);
    await page.getByRole('link', { name: '示例印染有限公司' }).click();
    await page.getByRole('navigation', { name: '诊断步骤' }).getByRole('link', { name: '年度数据' }).click();
    await page.getByRole('link', { name: '从 Excel 填写' }).click();
    await page.getByRole('heading', { name: '从 Excel 填写' }).waitFor();
  });
  afterAll(() => host.close());

  const give = async (bytes: Uint8Array, name = '回收.xlsx') => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: '选择表格文件' }).click(),
    ]);
    await chooser.setFiles({ name, mimeType: XLSX, buffer: Buffer.from(bytes) });
  };
  const saved = async (button: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: button }).click(),
    ]);
    return new Uint8Array(readFileSync(await download.path()));
  };
  /** The name of the cell in a column of the row that holds a code. */
  const cellIn = (bytes: Uint8Array, code: string, column: string) => {
    const at = Object.entries(sheetsOf(bytes)[0]?.cells ?? {}).find(([, value]) => value === code)?.[0] ?? '';
    return column + at.replace(/^[A-Z]+/, '');
  };
  const preview = () => page.getByRole('region', { name: '写入前看一遍' });
  const changes = () => preview().locator('tbody tr').allInnerTexts();
  const undone = async () => {
    await page.getByRole('button', { name: '撤销' }).click();
    await page.getByRole('button', { name: '撤销' }).waitFor({ state: 'detached' });
  };

  it('sends the figures out and takes them back, shown before and undone after', async () => {
    const sent = await saved('导出年度数据模板');
    const [first] = sheetsOf(sent);
    year = Number(/(20\d\d)/.exec(String(first?.cells['B4']))?.[1]);
    await give(sent);
    await preview().getByText('没有要改的。').waitFor();
    const town = cellIn(sent, 'water.intake.town', 'B');
    const coal = cellIn(sent, 'energy.coal', 'B');
    await give(changedCell(changedCell(sent, 1, town, 123456), 1, coal, -1), '回收2.xlsx');
    await preview().getByRole('button', { name: '写入 1 处' }).waitFor();
    expect((await changes()).join()).toContain('123,456 m³');
    expect(await preview().getByRole('listitem').allInnerTexts()).toEqual([expect.stringContaining('是负数')]);
    expect(await seriousFindings(page)).toEqual([]);
    await preview().getByRole('button', { name: '写入 1 处' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('写入了 1 处').waitFor();
    await give(sent, '回收3.xlsx');
    await preview().getByText('没有要改的。').waitFor();
    await undone();
    await give(changedCell(sent, 1, town, 123456), '回收4.xlsx');
    await preview().getByRole('button', { name: '写入 1 处' }).waitFor();
  });

  it('takes the answers of a department', async () => {
    const sent = await saved('导出问卷模板（分部门填）');
    const [first] = sheetsOf(sent);
    const [at = '', ladder = ''] =
      Object.entries(first?.cells ?? {}).find(([, value]) => /^[A-Z]+-[A-Z]+-\d+$/.test(String(value))) ?? [];
    await give(changedCell(sent, 1, at.replace('A', 'C'), '待核实：设备科老王'), '问卷.xlsx');
    await preview().getByRole('button', { name: '写入 1 处' }).click();
    await page.getByText('写入了 1 处').waitFor();
    expect(ladder).not.toBe('');
    await undone();
  });

  it('adds the months of a ledger of the mill, and takes what goes to a fact', async () => {
    const months = Array.from({ length: 12 }, (_, i): MadeCell[] => [
      { v: NEW_YEAR + 15 + i * 30.4, s: STYLE.date },
      10,
      '1,000',
    ]);
    const rows: MadeCell[][] = [['水电台账'], ['日期', '自来水(吨)', '用电量(万度)'], ...months, ['合计', 120, 12_000]];
    await give(madeWorkbook([{ name: '台账', rows, merged: ['A1:C1'] }]), '台账.xlsx');
    await preview().waitFor();
    const all = await changes();
    expect(all.join()).toMatch(/自来水取水量[\s\S]*2025[\s\S]*120 m³/);
    expect(all.join()).toMatch(/120,000,000 kWh/);
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('combobox', { name: '“用电量”填到' }).selectOption({ label: '不填' });
    await expect.poll(changes).toHaveLength(1);
    await preview().getByRole('button', { name: '写入 1 处' }).click();
    await undone();
  });

  it('says of an old .xls and of a locked file what to do, and nothing went wrong', async () => {
    await give(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]), '旧.xls');
    await page.getByRole('alert').filter({ hasText: '老格式 .xls' }).waitFor();
    expect(year).toBeGreaterThan(2000);
    expect(host.troubles).toEqual([]);
  });
});
