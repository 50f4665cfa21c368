import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shippedPacks } from '#assessments/packs/registry.ts';
import { Result } from '#assessments/schema/result.ts';
import { marked } from '#electron/cli/own-mark.ts';
import { shownScore } from '#assessments/scoring/shown-number.ts';
import { runCli } from '#tests/support/cli.ts';
import texts from '#renderer/features/report/texts.json' with { type: 'json' };
import { browserMissing, startHost, type Host } from '#tests/support/browser.ts';
import { seriousFindings } from '#tests/support/serious-findings.ts';
import { runTool, toolMissing } from '#tests/support/tools.ts';

const missing = browserMissing() ?? toolMissing('pdftotext');
const TOPICS = ['intelligent-manufacturing', 'cloud-adoption', 'water-efficiency', 'green-factory'] as const;
/** What is there once a step is shown whole. */
const SHOWN = {
  企业概况: 'h1:text-is("企业概况")',
  年度数据: '.fact-row',
  问卷: '.questionnaire:has(.card) .aside h2',
  报告: 'h1:text-is("报告")',
  诊断结果: '[role=tab]',
} as const;
const TABS_TO_TRY = 400;
const NAME = '鲁东针织染整厂';

describe.skipIf(missing !== null)('a whole diagnosis by keyboard', () => {
  let host: Host;
  let page: Page;
  let result: Result;
  const folder = mkdtempSync(join(tmpdir(), 'zhizhen-whole-'));

  beforeAll(async () => {
    host = await startHost();
    page = await host.open();
  });
  afterAll(() => host.close());

  /** Presses Tab until the focus is on a control of that name. */
  async function tabTo(name: string): Promise<void> {
    for (let i = 0; i < TABS_TO_TRY; i += 1) {
      await page.keyboard.press('Tab');
      if ((await page.evaluate(nameOfFocus)) === name) return;
    }
    throw new Error(`no way by Tab to ${name}`);
  }

  async function press(name: string, key: string): Promise<void> {
    await tabTo(name);
    await page.keyboard.press(key);
  }

  /** A document's button with what it holds, as it is read out. */
  const buttonOf = (format: 'pdf' | 'docx' | 'xlsx' | 'pptx') =>
    texts[`document-${format}`]['zh-CN'] + texts[`document-${format}-holds`]['zh-CN'];
  const settled = () => page.waitForSelector('.save-line[data-saved]');

  it('begins with a name, sub-sectors and processes', async () => {
    await page.waitForSelector('.welcome');
    await press('新建企业', 'Enter');
    await page.waitForSelector('dialog[open]');
    await tabTo('企业名称');
    await page.keyboard.type(NAME);
    await page.keyboard.press('Enter');
    await page.waitForSelector('h1:text-is("企业概况")');
    await press('印染', 'Space');
    await press('针织物染整', 'Space');
    await settled();
  });

  it('takes the figures of the year', async () => {
    await press('年度数据', 'Enter');
    await page.waitForSelector('.fact-row');
    const year = Number(/\d{4}/.exec(await page.locator('h1').innerText())?.[0]);
    await press('添加一类产品', 'Enter');
    const figures: [string, string][] = [
      ['产量', '3,200,000'],
      [`自来水取水量 ${year}`, '210,000'],
      [`处理后回用水量 ${year}`, '60000'],
      [`用电量（含自发自用） ${year}`, '5,600,000'],
    ];
    for (const [name, figure] of figures) {
      await tabTo(name);
      await page.keyboard.type(figure);
    }
    await page.keyboard.press('Tab');
    await expect.poll(() => page.locator('.aside').innerText()).toContain('单位产品取水量');
    await settled();
  });

  it('answers every question of all four topics', async () => {
    await press('问卷', 'Enter');
    await page.waitForSelector('.card');
    let last = '';
    for (;;) {
      await page.keyboard.press('n');
      const card = page.locator('.card.active');
      await card.waitFor();
      const id = (await card.getAttribute('id')) ?? '';
      if (id === last) break;
      last = id;
      await answer(id);
    }
    await settled();
    const open = async () => {
      const texts = await page.locator('.section-list a small:not(.done)').allInnerTexts();
      return texts.filter((text) => text !== '—');
    };
    await expect.poll(open).toEqual([]);
  });

  /** Digits for ladders, options and gates; Tab and Space for ticks; Tab, the figure and Enter for figures. */
  async function answer(id: string): Promise<void> {
    const kind = await page.evaluate(
      `(() => { const card = document.getElementById(${JSON.stringify(id)});
        if (card.querySelector('.option')) return card.querySelectorAll('.option').length === 3 ? 'gate' : 'rungs';
        if (card.querySelector('.ticks')) return 'ticks';
        return card.querySelector('input[type=text]') ? 'figure' : 'known'; })()`,
    );
    if (kind === 'known') return;
    if (kind === 'gate') await page.keyboard.press('2');
    if (kind === 'rungs') await page.keyboard.press('2');
    if (kind === 'ticks') {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
    }
    if (kind === 'figure') {
      await page.keyboard.press('Tab');
      await page.keyboard.type('12');
      await page.keyboard.press('Enter');
    }
    await page.waitForSelector(`#${id}.answered`);
  }

  it('comes to what the command line makes of the exported dossier', async () => {
    await press('报告', 'Enter');
    await page.waitForSelector('h1:text-is("报告")');
    await tabTo('导出企业档案');
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    const file = join(folder, 'mill.json');
    await download.saveAs(file);
    runCli([file, '--out', join(folder, 'out'), '--formats', 'json'], folder);
    result = Result.parse(JSON.parse(readFileSync(join(folder, 'out', 'result.json'), 'utf8')));
    const completeness = TOPICS.map((topic) => result.packs[topic]?.counts.unknown);
    expect(completeness).toEqual([0, 0, 0, 0]);

    await press('诊断结果', 'Enter');
    await page.waitForSelector('.tile');
    expect(await page.locator('.tile strong').allInnerTexts()).toEqual(
      TOPICS.map((topic) => shownScore(result.packs[topic]?.score ?? null)),
    );
    for (const topic of TOPICS) {
      await page.locator(`#tab-${topic}`).focus();
      await page.keyboard.press('Enter');
      await page.locator(`.trace table[data-pack="${topic}"]`).waitFor({ state: 'attached' });
      const cells = await page.locator('.trace tbody tr td:nth-child(5)').allTextContents();
      expect(cells).toEqual(result.packs[topic]?.trace.map((line) => shownScore(line.contribution)));
    }
  });

  it('prints what it showed', async () => {
    await press('报告', 'Enter');
    await page.waitForSelector('h1:text-is("报告")');
    await press(buttonOf('pdf'), 'Enter');
    await page.waitForSelector('text=保存诊断报告');
    await tabTo('保存诊断报告');
    const [report] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    const file = join(folder, 'report.pdf');
    await report.saveAs(file);
    const printed = runTool('pdftotext', [file, '-']).replaceAll(/\s/g, '');
    expect(printed).toContain(NAME);
    expect(printed).toContain(`数据校验码${result.inputHash.slice(0, 12)}`);
    const save = page.getByRole('button', { name: '保存附件册' });
    const [annexes] = await Promise.all([page.waitForEvent('download'), save.click()]);
    await annexes.saveAs(join(folder, 'annexes.pdf'));
    const checked = runTool('pdftotext', [join(folder, 'annexes.pdf'), '-']).replaceAll(/\s/g, '');
    expect(checked).toContain(result.inputHash);
    for (const topic of TOPICS) {
      expect(printed).toContain(`${shippedPacks[topic].name['zh-CN']}得`);
      expect(printed).toContain(shownScore(result.packs[topic]?.score ?? null));
    }
  });

  it.each([
    { format: 'docx', name: 'report.docx' },
    { format: 'xlsx', name: 'workbook.xlsx' },
    { format: 'pptx', name: 'deck.pptx' },
  ] as const)('gives $name the bytes that the command line writes', async ({ format, name }) => {
    await press(buttonOf(format), 'Enter');
    const save = page.getByRole('button', { name: `保存${texts[`file-${name}`]['zh-CN']}` });
    const [saved] = await Promise.all([page.waitForEvent('download'), save.click()]);
    await saved.saveAs(join(folder, name));
    expect(saved.suggestedFilename().endsWith(`.${format}`)).toBe(true);
    runCli([join(folder, 'mill.json'), '--out', join(folder, 'out'), '--formats', format], folder);
    const written = readFileSync(join(folder, 'out', name));
    expect(Buffer.from(marked(readFileSync(join(folder, name)))).equals(written)).toBe(true);
  });

  // The dark look changes colours and nothing else.
  it.each([
    { look: 'light', examined: {}, tabsExamined: 9 },
    { look: 'dark', examined: { rules: ['color-contrast'] }, tabsExamined: 3 },
  ])('has no serious finding of axe on any step and tab, in the $look', async ({ look, examined, tabsExamined }) => {
    const found: string[] = [];
    await page.evaluate(`localStorage.setItem('zhizhen-settings', '{"theme":"${look}"}')`);
    await page.reload();
    for (const [step, shown] of Object.entries(SHOWN)) {
      await page.getByRole('navigation', { name: '诊断步骤' }).getByRole('link', { name: step }).click();
      await page.waitForSelector(shown);
      if (step !== '诊断结果') found.push(...(await seriousFindings(page, examined)));
      if (step === '年度数据') found.push(...(await findingsOfParts(examined)));
    }
    const tabs = await page.getByRole('tab').all();
    expect(tabs.length).toBe(9);
    for (const [i, tab] of tabs.slice(0, tabsExamined).entries()) {
      await tab.click();
      // What is around the tabs is the same with each.
      found.push(...(await seriousFindings(page, i === 0 ? examined : { ...examined, within: '#tab-panel' })));
    }
    expect(found).toEqual([]);
  });

  /** Of the machines and systems, which are pages beside the figures of the year; ends on the figures. */
  async function findingsOfParts(examined: Parameters<typeof seriousFindings>[1]): Promise<string[]> {
    const found: string[] = [];
    const parts = page.getByRole('navigation', { name: '年度数据的几个部分' });
    for (const [part, shown] of [
      ['设备台账', '.register-table'],
      ['信息系统', '.register:not(:has(.register-table))'],
    ] as const) {
      await parts.getByRole('link', { name: part }).click();
      await page.waitForSelector(shown);
      found.push(...(await seriousFindings(page, { ...examined, within: 'main' })));
    }
    await parts.getByRole('link', { name: '年度数值' }).click();
    await page.waitForSelector('.fact-row');
    return found;
  }

  it('had no error, no violation of its policy and no request elsewhere', () => {
    expect(host.troubles).toEqual([]);
  });
});

/** Runs in the page: what a screen reader would call the control that has the focus. */
function nameOfFocus(): string {
  const focus = document.activeElement;
  const control = focus as (HTMLInputElement & { labels: NodeListOf<HTMLElement> | null }) | null;
  const label = control?.labels?.[0];
  const text = focus?.getAttribute('aria-label') ?? label?.querySelector('.field-label, span')?.textContent ?? '';
  return text === '' ? (focus?.textContent ?? '') : text;
}
