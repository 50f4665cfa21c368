import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Dossier } from '#assessments/schema/dossier.ts';
import { revisionOf } from '#assessments/schema/revision.ts';
import { desktopServer } from '#electron/browser-host/desktop-server.ts';
import { mirrorStore } from '#electron/host/backup/mirror.ts';
import { mirrorText } from '#renderer/storage/mirror-text.ts';
import { browserMissing, startHost, type Host } from '#tests/support/browser.ts';
import { demoMills } from '#tests/support/demo-mills.ts';

const missing = browserMissing();
const GARMENT = demoMills().find(({ dossier }) => dossier.id === 'demo-garment')?.dossier ?? expect.fail('no garment');

describe.skipIf(missing !== null)('what the copies hold', () => {
  const data = mkdtempSync(join(tmpdir(), 'zhizhen-copies-'));
  const folder = join(data, '自动备份');
  const mirror = mirrorStore({ folder, now: () => Date.now() });
  let host: Host;
  beforeAll(async () => {
    host = await startHost(desktopServer(data));
  });
  afterAll(async () => {
    await host.close();
    rmSync(data, { recursive: true, force: true });
  });

  const copied = async () => {
    const read = await mirror.readMirror({ id: GARMENT.id, sha256: null });
    return read.kind === 'done' ? Dossier.parse(JSON.parse(read.value)) : null;
  };
  const copy = async (name: string, revision: number) => {
    const dossier = { ...GARMENT, revision, enterprise: { ...GARMENT.enterprise, name } };
    expect(await mirror.mirrorDossier({ id: dossier.id, dossier: mirrorText(dossier) })).toMatchObject({
      kind: 'done',
    });
  };

  it('is offered where the database went back, whatever the lengths, and is the newest until it is restored', async () => {
    const page = await host.open();
    await page.getByRole('button', { name: '打开三家示例企业' }).click();
    await expect.poll(copied).not.toBeNull();
    await copy('后来', 5);
    await page.reload();
    await page.getByText('本机数据库里的内容比备份旧').waitFor();
    expect((await copied())?.enterprise.name).toBe('后来');
    await page.getByRole('button', { name: '从备份恢复' }).click();
    await page.getByText('已恢复1家企业。').waitFor();
    await page.getByRole('link', { name: '后来' }).waitFor();
    await expect.poll(async () => revisionOf((await copied()) ?? {})).toBe(6);
    await page.close();
  });

  it('is laid side by side where both reached one revision, and what is here goes first once it is kept', async () => {
    await copy('另一处的修改', 6);
    const page = await host.open();
    await page.getByRole('heading', { name: '有1家企业，本机与备份各有不同的修改' }).waitFor();
    expect(await page.getByRole('button', { name: '从备份恢复' }).count()).toBe(0);
    await page.getByRole('button', { name: '比较' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('另一处的修改').first().waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '都保留本机的内容' }).click();
    await page.getByRole('heading', { name: '有1家企业，本机与备份各有不同的修改' }).waitFor({ state: 'detached' });
    await expect.poll(async () => revisionOf((await copied()) ?? {})).toBe(7);
    expect((await copied())?.enterprise.name).toBe('后来');
    await page.close();
  });

  it('is said to be unreadable where no copy of an enterprise is whole, with folder and the way on', async () => {
    const place = join(folder, '0123456789abcdef');
    mkdirSync(place);
    writeFileSync(join(place, '备份.json'), '\0\0');
    const page = await host.open();
    await page.getByRole('heading', { name: '有1家企业的自动备份都读不出来' }).waitFor();
    await page.getByText(place).waitFor();
    await page.getByText('这些文件没有改动').waitFor();
    expect(await page.getByRole('button', { name: '从备份恢复' }).count()).toBe(0);
    await page.close();
    expect(host.troubles).toEqual([]);
  });
});
