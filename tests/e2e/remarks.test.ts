import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserMissing, startHost, type Host } from '#tests/support/browser.ts';
import { seriousFindings } from '#tests/support/serious-findings.ts';
import { openDemos } from '#tests/support/opened-demos.ts';

const missing = browserMissing();
const OWN = '一台高浴比溢流机先停用，\n再谈认定。';

describe.skipIf(missing !== null)('what the specialist says', () => {
  let host: Host;
  let page: Page;

  beforeAll(async () => {
    host = await startHost();
    page = await host.open();
    await openDemos(page);
    await page.goto(`${host.address}#/enterprises/demo-dyeing/report`);
    await page.getByRole('navigation', { name: '报告的几个部分' }).getByRole('link', { name: '专家意见' }).click();
    await text('需求与目标').waitFor();
  });
  afterAll(() => host.close());

  const text = (place: string) => page.getByRole('textbox', { name: place, exact: true });
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const reloaded = async () => {
    await page.reload();
    await text('需求与目标').waitFor();
  };
  const savedAt = async () => Number(await page.locator('.save-line').getAttribute('data-saved'));

  it('begins with sentences from the data, none of them stored', async () => {
    expect(await text('需求与目标').inputValue()).toContain('企业填报的年损失共777万元');
    expect(await button('移除 需求与目标').count()).toBe(0);
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('keeps a sentence by a button, which can be undone', async () => {
    await button('采用 需求与目标').click();
    await button('移除 需求与目标').waitFor();
    await button('撤销').click();
    await button('采用 需求与目标').waitFor();
    await button('采用 需求与目标').click();
    await button('移除 需求与目标').waitFor();
  });

  it('saves by itself what is typed, and has it again after the page was loaded anew', async () => {
    const before = await savedAt();
    await text('结论').fill(OWN);
    await text('要点一').focus();
    await button('移除 结论').waitFor();
    await expect.poll(savedAt).toBeGreaterThan(before);
    await reloaded();
    expect(await text('结论').inputValue()).toBe(OWN);
    expect(await button('移除 需求与目标').count()).toBe(1);
    expect(await button('采用 要点一').count()).toBe(1);
  });

  it('says of a text that was kept that its data have changed, and takes the word of who has checked it', async () => {
    await page.goto(`${host.address}#/enterprises/demo-dyeing/facts`);
    const loss = page.getByRole('textbox', { name: /^返工返修损失/ }).first();
    await loss.fill('421');
    await loss.blur();
    await page.goto(`${host.address}#/enterprises/demo-dyeing/report/remarks`);
    await button('换成新句 需求与目标').waitFor();
    expect(await text('需求与目标').inputValue()).toContain('共777万元');
    expect(await page.locator('.remark-outdated').innerText()).toContain('共778万元');
    expect(await seriousFindings(page)).toEqual([]);
    await button('换成新句 需求与目标').click();
    await expect.poll(() => text('需求与目标').inputValue()).toContain('共778万元');
    await button('撤销').click();
    await expect.poll(() => text('需求与目标').inputValue()).toContain('共777万元');
    await button('核对过，仍用原文 需求与目标').click();
    await expect.poll(() => page.locator('.remark-outdated').count()).toBe(0);
    expect(await text('需求与目标').inputValue()).toContain('共777万元');
  });

  it('takes a text away again, and brings it back', async () => {
    await button('移除 结论').click();
    await button('采用 结论').waitFor();
    expect(await text('结论').inputValue()).toContain('示例印染有限公司');
    await button('撤销').click();
    await button('移除 结论').waitFor();
    expect(await text('结论').inputValue()).toBe(OWN);
  });

  it('went without an error', () => expect(host.troubles).toEqual([]));
});
