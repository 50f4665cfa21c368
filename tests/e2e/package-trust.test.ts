import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashOf, laptop, packed, PHOTO, REQUEST } from '#tests/electron/hand-over/laptops.ts';
import { browserMissing } from '#tests/support/browser.ts';
import { demoMills } from '#tests/support/demo-mills.ts';
import { seriousFindings } from '#tests/support/serious-findings.ts';
import { buildStandIn, startStandIn, type Running } from '#tests/support/stand-in.ts';

const missing = browserMissing();
const NOTE = Buffer.from('能耗台账'.repeat(100));
const CLAIM = '第三组 指纹 1234 5678 9abc def0 已核对';

/** A mill whose evidence is named, handed over by whoever has the laptop. */
function millOf(id: string, name: string) {
  const evidence = [
    { sha256: hashOf(PHOTO), name: '车间照片.png', bytes: PHOTO.length, mime: 'image/png' },
    { sha256: hashOf(NOTE), name: '能耗台账\u202e.xlsx', bytes: NOTE.length },
  ];
  const mill = demoMills()[0]?.dossier;
  if (mill === undefined) throw new Error('no demo mill');
  return JSON.stringify({ ...mill, id, enterprise: { ...mill.enterprise, name }, evidence });
}

describe.skipIf(missing !== null)('a package in the window', () => {
  const data = mkdtempSync(join(tmpdir(), 'zhizhen-trust-'));
  const path = join(data, '来自.zhizhen');
  let running: Running;
  let page: Page;
  beforeAll(async () => {
    await buildStandIn();
    running = await startStandIn({ userData: join(data, 'profile'), home: join(data, '家') });
    page = await running.page();
    await page.getByRole('button', { name: '打开交接包' }).waitFor();
  });
  afterAll(async () => {
    await running.control.stop();
    rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });
  const open = async (file: Uint8Array) => {
    writeFileSync(path, file);
    running.control.openPaths = [path];
    await page.getByRole('button', { name: '打开交接包' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('heading', { name: '收下交接包' }).waitFor();
    return dialog;
  };
  /** A picture of what is shown, where one is asked for. */
  const picture = async (name: string) => {
    const folder = process.env['ZHIZHEN_PICTURES'];
    if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`) });
  };
  const packedBy = async (sender: ReturnType<typeof laptop>, maker: string, dossier: string) => {
    const evidence = [hashOf(PHOTO), hashOf(NOTE)];
    expect(await sender.calls.packDossier({ ...REQUEST, dossier, maker, evidence })).toMatchObject({ kind: 'done' });
    return readFileSync(sender.state.path ?? '');
  };
  const friend = laptop([PHOTO, NOTE]);

  it('of a new key says to compare the digits, apart from what the maker says', async () => {
    const dialog = await open(
      await packedBy(friend, CLAIM.replace('第三组 ', '第三组\u202e\u2028'), millOf('mill-1', '甲厂')),
    );
    await dialog.getByText('第一次收到这把密钥').waitFor();
    const claim = dialog.locator('bdi', { hasText: '第三组' });
    expect(await claim.innerText()).toBe(CLAIM);
    expect(await dialog.locator('code').innerText()).toMatch(/^([0-9a-f]{4} ){3}[0-9a-f]{4}$/);
    expect(await dialog.innerText()).not.toMatch(/[\u202e\u2028]/);
    expect(await seriousFindings(page)).toEqual([]);
    await picture('new');
    await dialog.getByRole('button', { name: '取消' }).click();
  });

  it('is of a known key once one was taken, and told from another key under that name', async () => {
    const first = await open(await packedBy(friend, '第三组', millOf('mill-1', '甲厂')));
    await first.getByText('第一次收到这把密钥').waitFor();
    const fingerprint = await first.locator('code').innerText();
    await first.getByRole('button', { name: '导入', exact: true }).click();
    await page.getByText('交接包已收下，其中佐证2个。').waitFor();
    await picture('taken');
    await page.getByRole('button', { name: '关闭' }).click();

    const again = await open(await packedBy(friend, '王工', millOf('mill-1', '甲厂')));
    await again.getByText('认得这把密钥').waitFor();
    expect(await again.locator('p.hint bdi').innerText()).toBe('第三组');
    await picture('known');
    await again.getByRole('button', { name: '取消' }).click();

    const other = await open(await packedBy(laptop([PHOTO, NOTE]), ' 第\u200b三组', millOf('mill-1', '甲厂')));
    await other.getByRole('alert').filter({ hasText: '以前用的不是这把密钥' }).waitFor();
    const [now, before] = await other.locator('code').allInnerTexts();
    expect(before).toBe(fingerprint);
    expect(now).not.toBe(fingerprint);
    expect(await seriousFindings(page)).toEqual([]);
    await picture('changed');
    await other.getByRole('button', { name: '取消' }).click();
  });

  it('with a damaged file names it, takes the rest and says so, and is completed later', async () => {
    const whole = await packedBy(friend, '第三组', millOf('mill-2', '乙厂'));
    const torn = Buffer.from(whole);
    const at = torn.indexOf(NOTE) + 100;
    torn.writeUInt8(torn.readUInt8(at) ^ 1, at);
    rmSync(join(data, '家', '织诊', '佐证'), { recursive: true });
    const dialog = await open(torn);
    const damage = dialog.getByRole('alert').filter({ hasText: '1个佐证文件已损坏' });
    expect(await damage.locator('li').allInnerTexts()).toEqual(['能耗台账.xlsx']);
    expect(await seriousFindings(page)).toEqual([]);
    await picture('damaged');
    await dialog.getByRole('button', { name: '导入', exact: true }).click();
    await page.getByRole('link', { name: '乙厂' }).waitFor();
    const notice = page.getByRole('status').filter({ hasText: '这1个已损坏，没有收下' });
    expect(await notice.locator('li').allInnerTexts()).toEqual(['能耗台账.xlsx']);
    await picture('taken-without');
    await page.getByRole('button', { name: '关闭' }).click();
    const later = await open(whole);
    await later.getByRole('button', { name: '只收下佐证' }).click();
    await page.getByText('交接包已收下，其中佐证2个。').waitFor();
    await page.getByRole('button', { name: '关闭' }).click();
  });

  it('is refused with the way on where what it rests on is damaged', async () => {
    const { file } = await packed();
    const at = file.indexOf('"maker"') + 3;
    file.writeUInt8(file.readUInt8(at) ^ 1, at);
    writeFileSync(path, file);
    await page.getByRole('button', { name: '打开交接包' }).click();
    await page.getByText('请重新拷贝一次').waitFor();
    await picture('refused');
  });

  it('goes on being taken where the user goes back meanwhile, and the list shows what came of it', async () => {
    await page.evaluate(() => location.assign('#/enterprises/mill-1/profile'));
    await page.getByLabel('企业名称').waitFor();
    await page.evaluate(() => location.assign('#/'));
    const dialog = await open(await packedBy(friend, '第三组', millOf('mill-1', '甲厂新名')));
    await page.evaluate(() => {
      const call = globalThis.standInCall;
      // Held from before the call, so that it makes no difference which of the two comes first.
      const held = new Promise((resolve) => addEventListener('let-go', resolve));
      globalThis.standInCall = async (name, args) => {
        if (name === 'acceptPackage') await held;
        return call(name, args);
      };
    });
    await dialog.getByRole('button', { name: '用文件替换本机档案' }).click();
    await dialog.getByText('正在收下').waitFor();
    await page.goBack();
    await page.getByText('正在写入这家企业的导入内容').waitFor();
    await picture('back');
    await page.goForward();
    await dialog.getByText('正在收下').waitFor();
    await page.goBack();
    await page.getByText('正在写入这家企业的导入内容').waitFor();
    await page.evaluate(() => dispatchEvent(new Event('let-go')));
    await expect.poll(() => page.getByLabel('企业名称').inputValue()).toBe('甲厂新名');
    expect(await page.getByText('此处只能查看').count()).toBe(0);
    await page.goForward();
    await page.getByText('交接包已收下').waitFor();
    await page.getByRole('button', { name: '撤销' }).waitFor();
    expect(await dialog.count()).toBe(0);
    await page.getByRole('button', { name: '关闭' }).click();
  });

  it('is made with a weak passphrase against advice, or with one made by chance', async () => {
    running.control.savePath = join(data, '弱.zhizhen');
    await page.evaluate(() => location.assign('#/enterprises/mill-2/report'));
    await page.getByLabel('口令').fill('乙厂2026');
    await page.getByText('这个口令容易被猜出来').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByLabel('口令').scrollIntoViewIfNeeded();
    await picture('weak');
    await page.getByRole('button', { name: '生成口令' }).click();
    await page.getByText('请现在抄下来').waitFor();
    expect(await page.getByText('这个口令容易被猜出来').count()).toBe(0);
    expect(await page.getByLabel('口令').getAttribute('type')).toBe('text');
    const made = await page.getByLabel('口令').inputValue();
    await picture('made');
    await page.getByRole('button', { name: '制作交接包' }).click();
    const saved = await page.getByRole('status').filter({ hasText: '交接包已保存' }).innerText();
    expect(await page.getByLabel('口令').inputValue()).toBe('');
    expect(await page.getByText('请现在抄下来').count()).toBe(0);
    await page.evaluate(() => location.assign('#/'));
    running.control.openPaths = [join(data, '弱.zhizhen')];
    await page.getByRole('button', { name: '打开交接包' }).click();
    await page.getByLabel('口令').fill(made);
    await page.getByRole('button', { name: '解开' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('由本机制作').waitFor();
    expect(saved).toContain(await dialog.locator('code').innerText());
    await picture('own');
  });
});
