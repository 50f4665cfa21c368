import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserMissing } from '#tests/support/browser.ts';
import { buildStandIn, startStandIn, type Running } from '#tests/support/stand-in.ts';

const missing = browserMissing();
const FOREIGN = [
  'https://example.com/',
  'http://127.0.0.1:9/',
  'file:///etc/passwd',
  'app://other/',
  'ftp://example.com/',
  'https://zhizhen.example/',
];

describe.skipIf(missing !== null)('the desktop program in the stand-in', () => {
  const data = mkdtempSync(join(tmpdir(), 'zhizhen-shell-'));
  let running: Running;
  let page: Page;
  beforeAll(async () => {
    await buildStandIn();
    running = await startStandIn({ userData: join(data, 'profile'), documents: join(data, '文档') });
    page = await running.page();
  });
  afterAll(async () => {
    await running.control.stop();
    rmSync(data, { recursive: true, force: true });
  });

  it('opens the window from its own scheme, confined', async () => {
    await page.getByRole('heading', { name: '企业' }).first().waitFor();
    expect(running.control.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
    ]);
    expect(running.control.windows[0]?.options.webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    });
    const headers = await page.evaluate(async () => Object.fromEntries((await fetch('/')).headers));
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it('keeps a copy of every dossier beside the documents, by the real handlers', async () => {
    await page.getByRole('button', { name: '打开三家示例企业' }).click();
    const mirror = join(data, '文档', '织诊', '自动备份');
    const copies = () => {
      try {
        return readdirSync(mirror).length;
      } catch {
        return 0;
      }
    };
    await expect.poll(copies, { timeout: 20_000 }).toBe(3);
    const listed = await page.evaluate(() => window.desktop?.listMirror());
    expect(listed).toMatchObject({ kind: 'done', value: [{}, {}, {}] });
  });

  it('saves and opens files where the user says, and gives the page no path', async () => {
    const save = () =>
      page.evaluate(() =>
        window.desktop?.saveFile({ name: '报告:一.pdf', bytes: new Uint8Array([37, 80, 68, 70]), kind: 'report' }),
      );
    expect(await save()).toEqual({ kind: 'cancelled' });
    running.control.savePath = join(data, '报告.pdf');
    const saved = await save();
    expect(readFileSync(join(data, '报告.pdf'), 'latin1')).toBe('%PDF');
    if (saved?.kind !== 'done') throw new Error('not saved');
    expect(JSON.stringify(saved)).not.toContain(data);
    await page.evaluate((ticket) => window.desktop?.revealSaved({ ticket }), saved.value.ticket);
    expect(running.control.revealed).toEqual([join(data, '报告.pdf')]);
    running.control.savePath = join(data, '报告.pdf', '不是文件夹', 'x.pdf');
    expect(await save()).toMatchObject({ kind: 'trouble' });
    running.control.openPaths = [join(data, '报告.pdf')];
    const opened = await page.evaluate(() => window.desktop?.openFiles({ kind: 'report', many: false }));
    expect(opened).toMatchObject({ kind: 'done', value: [{ name: '报告.pdf' }] });
  });

  it('refuses arguments of another form and never rejects', async () => {
    const outcomes = await page.evaluate(async () => {
      const desktop = window.desktop as unknown as Record<string, (request: unknown) => Promise<unknown>>;
      const answers: unknown[] = [];
      for (const name of ['saveFile', 'keepEvidence', 'readEvidence', 'mirrorDossier', 'readMirror', 'packDossier'])
        for (const request of [undefined, null, 7, {}, { id: '../..' }]) answers.push(await desktop[name]?.(request));
      return answers;
    });
    expect(outcomes).toHaveLength(30);
    for (const outcome of outcomes) expect(outcome).toEqual({ kind: 'trouble', trouble: 'refused' });
  });

  it.each(FOREIGN)('does not navigate to %s', async (address) => {
    const before = page.url();
    await page.evaluate((url) => {
      location.href = url;
    }, address);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    expect(page.url()).toBe(before);
    await page.getByRole('heading', { name: '企业' }).first().waitFor();
  });

  it('opens no other window', async () => {
    const pages = page.context().pages().length;
    await page.evaluate(() => void window.open('https://example.com/'));
    await expect.poll(() => page.context().pages().length).toBe(pages);
  });

  it('asks nothing of any network, even where the policy of the page would let it', async () => {
    const other = await page.context().newPage();
    await other.route('https://plain.example/', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
    await other.goto('https://plain.example/');
    const before = running.control.cancelled.length;
    const failed = await other.evaluate(async () => {
      const asked = await Promise.allSettled(
        ['https://example.com/a', 'http://127.0.0.1:9/b'].map((url) => fetch(url, { mode: 'no-cors' })),
      );
      return asked.map(({ status }) => status);
    });
    expect(failed).toEqual(['rejected', 'rejected']);
    expect(running.control.cancelled.slice(before)).toEqual(['https://example.com/a', 'http://127.0.0.1:9/b']);
    await other.close();
  });

  it('answers no page but its own, whatever channel that calls', async () => {
    const other = await page.context().newPage();
    await other.route('https://plain.example/', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
    await other.goto('https://plain.example/');
    const answers = await other.evaluate(async () => {
      const desktop = window.desktop;
      return [
        await desktop?.listMirror(),
        await desktop?.about(),
        await desktop?.mirrorDossier({ id: 'x', name: 'x', dossier: '{}' }),
      ];
    });
    for (const outcome of answers) expect(outcome).toEqual({ kind: 'trouble', trouble: 'refused' });
    await other.close();
  });

  it('gives no permission but storage that stays', async () => {
    const { permissions } = running.control;
    const names = ['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'usb', 'fullscreen'];
    const asked = (name: string) => {
      let isGiven: boolean | undefined;
      permissions.ask(null, name, (isYes) => {
        isGiven = isYes;
      });
      return isGiven;
    };
    for (const name of names) {
      expect(asked(name), `asked for ${name}`).toBe(false);
      expect(permissions.check(null, name), `looked up ${name}`).toBe(false);
    }
    expect(permissions.device()).toBe(false);
    expect([asked('persistent-storage'), permissions.check(null, 'persistent-storage')]).toEqual([true, true]);
    const states = await page.evaluate(() =>
      Promise.all(
        (['geolocation', 'notifications', 'camera', 'microphone', 'midi'] as const).map(
          async (name) => (await navigator.permissions.query({ name })).state,
        ),
      ),
    );
    expect(states).not.toContain('granted');
  });

  it('writes what waits before it closes', async () => {
    await page.evaluate(() => location.assign('#/enterprises/demo-garment/profile'));
    const name = page.getByLabel('企业名称');
    await name.fill('改名后关闭的服装公司');
    await name.press('Tab');
    const window = running.control.windows[0];
    window?.close();
    await expect.poll(() => window?.isClosed, { timeout: 10_000 }).toBe(true);
    const mirror = join(data, '文档', '织诊', '自动备份');
    const titles = readdirSync(mirror).map((place) => readFileSync(join(mirror, place, 'enterprise.json'), 'utf8'));
    expect(titles.join()).toContain('改名后关闭的服装公司');
  });

  it('ends at once where another of it runs, which then comes to the front', async () => {
    const second = await startStandIn({ isFirstInstance: false });
    expect(second.control.quits).toBe(1);
    expect(second.control.windows).toEqual([]);
  });
});
