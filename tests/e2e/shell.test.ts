import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyText } from '#tests/support/copied-mills.ts';
import type { Shell } from '#tests/support/shell.ts';
import { SHELLS } from '#tests/support/shells.ts';

for (const { name: place, missing, build, start } of SHELLS)
  describe.skipIf(missing !== null)(`the desktop program in ${place}`, () => {
    const data = mkdtempSync(join(tmpdir(), 'zhizhen-shell-'));
    const packed = join(data, '交接 包.zhizhen');
    let shell: Shell;
    let page: Page;
    let mirror = '';
    beforeAll(async () => {
      await build();
      shell = await start({ data });
      page = shell.page;
      await page.evaluate(() => {
        const told = { times: 0 };
        Object.assign(globalThis, { told });
        window.desktop?.onPackageGiven(() => (told.times += 1));
      });
      const about = await page.evaluate(() => window.desktop?.about());
      mirror = about?.kind === 'done' ? (about.value.mirrorFolder ?? '') : '';
    });
    afterAll(async () => {
      await shell.stop();
      rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    });

    it('opens the window from its own scheme, confined', async () => {
      await page.getByRole('heading', { name: '企业' }).first().waitFor();
      const { preferences } = await shell.setUp();
      expect(preferences).toMatchObject({
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

    it('keeps a copy of every dossier outside the profile, by the real handlers', async () => {
      await page.getByRole('button', { name: '打开三家示例企业' }).click();
      const listed = () => page.evaluate(() => window.desktop?.listMirror());
      const whole = { newest: [{}] };
      await expect.poll(listed).toMatchObject({ kind: 'done', value: { entries: [whole, whole, whole] } });
      expect(mirror.startsWith(data)).toBe(true);
      expect(mirror).not.toContain('profile');
    });

    it('saves and opens files where the user says, and gives the page no path', async () => {
      const save = () =>
        page.evaluate(() =>
          window.desktop?.saveFile({ name: '报告:一.pdf', bytes: new Uint8Array([37, 80, 68, 70]), kind: 'report' }),
        );
      const path = join(data, '报告.pdf');
      await shell.choose({});
      expect(await save()).toEqual({ kind: 'cancelled' });
      await shell.choose({ save: path });
      const saved = await save();
      expect(readFileSync(path, 'latin1')).toBe('%PDF');
      if (saved?.kind !== 'done') throw new Error('not saved');
      expect(JSON.stringify(saved)).not.toContain(data);
      await page.evaluate((ticket) => window.desktop?.revealSaved({ ticket }), saved.value.ticket);
      expect(await shell.revealed()).toEqual([path]);
      await shell.choose({ save: join(path, '不是文件夹', 'x.pdf') });
      expect(await save()).toMatchObject({ kind: 'trouble' });
      await shell.choose({ open: [path] });
      const opened = await page.evaluate(() => window.desktop?.openFiles({ kind: 'report', many: false }));
      expect(opened).toMatchObject({ kind: 'done', value: [{ name: '报告.pdf' }] });
    });

    it('imports the files that the user chooses, one after the other', async () => {
      const files = ['甲.json', '乙.json'].map((name) => join(data, name));
      for (const file of files) writeFileSync(file, '{}');
      await shell.choose({ open: files });
      await page.getByRole('button', { name: '导入档案' }).click();
      for (const file of files) {
        const dialog = page.getByRole('dialog');
        await dialog.getByText(basename(file)).first().waitFor();
        await dialog.getByRole('button', { name: '关闭' }).click();
      }
      await page.getByRole('dialog').waitFor({ state: 'detached' });
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

    it('asks nothing of any network, even where the policy of the page would let it', async () => {
      const other = await shell.foreignPage();
      const before = (await shell.asked()).cancelled.length;
      const failed = await other.evaluate(async () => {
        const asked = await Promise.allSettled(
          ['https://example.com/a', 'http://127.0.0.1:9/b'].map((url) => fetch(url, { mode: 'no-cors' })),
        );
        return asked.map(({ status }) => status);
      });
      expect(failed).toEqual(['rejected', 'rejected']);
      const { cancelled } = await shell.asked();
      expect(cancelled.slice(before).sort()).toEqual(['http://127.0.0.1:9/b', 'https://example.com/a']);
      await other.close();
    });

    it('answers no page but its own, whatever channel that calls', async () => {
      const other = await shell.foreignPage();
      const answers = await other.evaluate(
        async (dossier) => {
          const desktop = window.desktop;
          return [
            await desktop?.listMirror(),
            await desktop?.about(),
            await desktop?.mirrorDossier({ id: 'x', dossier }),
            await desktop?.openPackage({ again: true, passphrase: '' }),
          ];
        },
        copyText(1, '', { id: 'x' }),
      );
      for (const outcome of answers) expect(outcome).toEqual({ kind: 'trouble', trouble: 'refused' });
      await other.close();
    });

    it('has no permission in force that shows more than the window', async () => {
      const states = await page.evaluate(() =>
        Promise.all(
          (['geolocation', 'notifications', 'camera', 'microphone', 'midi'] as const).map(
            async (name) => (await navigator.permissions.query({ name })).state,
          ),
        ),
      );
      expect(states).not.toContain('granted');
    });

    it('ends at once where another of it runs, which then comes to the front', async () => {
      expect(await shell.endsStartedAgain()).toBe(true);
      expect(await shell.isInFront()).toBe(true);
    });

    it('takes nothing but a package from a second start', async () => {
      const folder = join(data, '文件夹.zhizhen');
      mkdirSync(folder);
      writeFileSync(join(data, '档案.json'), '{}');
      for (const path of [folder, join(data, '档案.json'), join(data, '没有.zhizhen'), '--flag'])
        expect(await shell.endsStartedAgain([path])).toBe(true);
      expect(await opened(page)).toEqual({ kind: 'trouble', trouble: 'not-found' });
      expect(await timesTold(page)).toBe(0);
    });

    it('opens the package of a second start, and gives the page no path', async () => {
      await shell.choose({ save: packed });
      const made = await page.evaluate(() =>
        window.desktop?.packDossier({
          name: '交接',
          dossier: '{"id":"mill-1"}',
          evidence: [],
          passphrase: '',
          isDeidentified: false,
          madeAt: '2026-11-24',
          maker: '第三组',
        }),
      );
      expect(made?.kind).toBe('done');
      expect(await shell.endsStartedAgain([packed])).toBe(true);
      await expect.poll(() => timesTold(page)).toBe(1);
      const outcome = await opened(page);
      expect(outcome).toMatchObject({ kind: 'done', value: { dossier: '{"id":"mill-1"}', maker: '第三组' } });
      expect(JSON.stringify(outcome)).not.toContain('交接 包');
    });

    it('writes what waits before it closes', async () => {
      // What the page shows of the package goes.
      await page.reload();
      await page.evaluate(() => location.assign('#/enterprises/demo-garment/profile'));
      const name = page.getByLabel('企业名称');
      await name.fill('改名后关闭的服装公司');
      await name.press('Tab');
      await shell.close();
      const copies = readdirSync(mirror, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name: file }) => readFileSync(join(parentPath, file), 'utf8'));
      expect(copies.join()).toContain('改名后关闭的服装公司');
    });

    it('opens the package with which it is started, once the page listens', async () => {
      const given = await start({ data: join(data, '另一处'), args: [packed] });
      try {
        await given.page.evaluate(() => window.desktop?.onPackageGiven(() => {}));
        await expect.poll(() => opened(given.page)).toMatchObject({ kind: 'done', value: { maker: '第三组' } });
      } finally {
        await given.stop();
      }
    });
  });

const opened = (page: Page) => page.evaluate(() => window.desktop?.openPackage({ again: true, passphrase: '' }));

const timesTold = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { readonly told: { readonly times: number } }).told.times);
