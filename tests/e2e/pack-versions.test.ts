import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Dossier } from '#assessments/schema/dossier.ts';
import { Result } from '#assessments/schema/result.ts';
import { desktopServer } from '#electron/browser-host/desktop-server.ts';
import { mirrorStore } from '#electron/host/backup/mirror.ts';
import { mirrorText } from '#renderer/storage/mirror-text.ts';
import { browserMissing, startHost, type Host } from '#tests/support/browser.ts';
import { PROJECT, runCli } from '#tests/support/cli.ts';
import { ALL_TOPICS, AS_OF, dossierJson } from '#tests/support/dossiers.ts';
import { addNextCloud } from '#tests/support/next-cloud-pack.ts';

const missing = browserMissing();
const WAIT = { timeout: 20_000 };
const SOURCES = ['assessments', 'electron', 'renderer', 'seeds', 'types', 'package.json', 'package-lock.json'];
const SETTINGS = ['vite.config.ts', 'tsconfig.json', 'tsconfig.base.json'];
const ANSWERS = {
  'CL-VAL-01': { self: { rung: 2 } },
  'CL-VAL-02': { self: { rung: 3 } },
  'CL-VAL-03': { self: { rung: 4 } },
  'CL-VAL-05': { self: { rung: 1 }, note: '别处带来' },
};
const mill = (id: string, cloud: string, answers: Record<string, unknown> = ANSWERS) =>
  Dossier.parse(dossierJson({ id, name: `${id}厂`, answers, packs: { ...ALL_TOPICS, 'cloud-adoption': cloud } }));

/** The program as it would be with a cloud pack 1.1.0: a copy of the project to which the version was added by the recipe. */
describe.skipIf(missing !== null)('a program with a newer version of a pack', () => {
  const copy = mkdtempSync(join(tmpdir(), 'zhizhen-versions-'));
  const data = join(copy, '织诊');
  const mirror = mirrorStore({ folder: join(data, '自动备份'), now: () => Date.now() });
  let host: Host;
  beforeAll(async () => {
    for (const name of [...SOURCES, ...SETTINGS]) cpSync(join(PROJECT, name), join(copy, name), { recursive: true });
    symlinkSync(join(PROJECT, 'node_modules'), join(copy, 'node_modules'), 'dir');
    await addNextCloud(copy);
    const { buildWindow } = (await import(pathToFileURL(join(copy, 'electron/build-window.mjs')).href)) as {
      buildWindow: () => Promise<string>;
    };
    host = await startHost(desktopServer(data), await buildWindow());
  });
  afterAll(async () => {
    await host.close();
    rmSync(copy, { recursive: true, force: true });
  });

  it('scores dossiers of both versions on the command line, those of the older one byte for byte as before', () => {
    const { 'CL-VAL-05': _unknownHere, ...known } = ANSWERS;
    const [folder, before, after] = ['mills', 'before', 'after'].map((name) => join(copy, name)) as [
      string,
      string,
      string,
    ];
    mkdirSync(folder);
    writeFileSync(join(folder, 'older.json'), JSON.stringify(mill('mill-older', '1.0.0', known)));
    const options = ['--formats', 'json,xlsx', '--as-of', AS_OF];
    expect(runCli([join(folder, 'older.json'), '--out', join(before, 'mill-older'), ...options], copy).exit).toBe(0);
    writeFileSync(join(folder, 'newer.json'), JSON.stringify(mill('mill-newer', '1.1.0')));
    const launch = join(copy, 'electron/cli/launch.mjs');
    const run = spawnSync(process.execPath, [launch, folder, '--out', after, ...options], {
      cwd: copy,
      encoding: 'utf8',
    });
    expect(run.stderr).toBe('');
    expect(run.status).toBe(0);
    for (const name of ['result.json', 'workbook.xlsx'])
      expect(readFileSync(join(after, 'mill-older', name))).toEqual(readFileSync(join(before, 'mill-older', name)));
    const newer = Result.parse(JSON.parse(readFileSync(join(after, 'mill-newer/result.json'), 'utf8')));
    const cloud = newer.packs['cloud-adoption'];
    expect(cloud?.version).toBe('1.1.0');
    const asked = cloud?.trace.map(({ question }) => question).filter((id) => id.startsWith('CL-VAL'));
    expect(asked).toEqual(['CL-VAL-01', 'CL-VAL-04', 'CL-VAL-05']);
  });

  const copied = async () => {
    const read = await mirror.readMirror({ id: 'mill-round', sha256: null });
    return read.kind === 'done' ? Dossier.parse(JSON.parse(read.value)) : null;
  };

  it('brings back a copy from before, keeps what its version does not ask, and moves it on in a round of its own', async () => {
    const before = mill('mill-round', '1.0.0');
    await mirror.mirrorDossier({ id: before.id, dossier: mirrorText(before) });
    const page = await host.open();
    await page.getByRole('button', { name: '从备份恢复' }).click();
    await page.getByRole('link', { name: 'mill-round厂' }).waitFor();
    await page.goto(`${host.address}#/enterprises/mill-round/questions/cloud-adoption/VAL`);
    await page.locator('#card-CL-VAL-03').waitFor();
    await page.getByText('本轮的题包（1.0.0版）没有这些题').click();
    await page.getByText('CL-VAL-05 上云以后，由谁来看这些系统用得好不好？').waitFor();
    await page.locator('#card-CL-VAL-01').click();
    await page.keyboard.press('3');
    const roundsCopied = async () => (await copied())?.diagnoses.map(({ packs, answers }) => [packs, answers]);
    const older = { ...before.diagnoses[0]?.answers, 'CL-VAL-01': { self: { rung: 3 } } };
    await expect.poll(roundsCopied, WAIT).toEqual([[before.diagnoses[0]?.packs, older]]);

    await page.goto(`${host.address}#/enterprises/mill-round/results/compare`);
    await page.getByText('题包有新版本：上云 1.0.0 → 1.1.0。').waitFor();
    await page.getByRole('button', { name: '查看变化，开始新一轮…' }).click();
    await page.getByText('CL-VAL-03 → CL-VAL-04').waitFor();
    for (const text of ['不变的24题', '有改动的1题', '新增的1题', '取消的1题']) await page.getByText(text).waitFor();
    await page.getByRole('button', { name: '用新版本开始新一轮' }).click();
    await page.getByRole('button', { name: '开始新一轮诊断' }).waitFor();
    const flag = '上云题包1.1.0版改了这一题，请确认答案';
    await expect.poll(roundsCopied, WAIT).toEqual([
      [before.diagnoses[0]?.packs, older],
      [
        { ...ALL_TOPICS, 'cloud-adoption': '1.1.0' },
        {
          'CL-VAL-01': { self: { rung: 3 }, flag },
          'CL-VAL-04': ANSWERS['CL-VAL-03'],
          'CL-VAL-05': { ...ANSWERS['CL-VAL-05'], flag },
        },
      ],
    ]);
    await page.goto(`${host.address}#/enterprises/mill-round/questions/cloud-adoption/VAL`);
    await page.locator('#card-CL-VAL-05').waitFor();
    await page.getByText(flag).first().waitFor();
    await page.close();
  });

  it('scores a row of the list anew that was scored by another method', async () => {
    const page = await host.open();
    const row = page.getByRole('row', { name: 'mill-round厂' });
    await row.waitFor();
    const shown = await row.innerText();
    await scoredByAnother(page);
    await page.reload();
    await expect.poll(() => row.innerText(), WAIT).toBe(shown);
    await page.close();
    expect(host.troubles).toEqual([]);
  });
});

/** Leaves rows behind as an earlier method wrote them. */
async function scoredByAnother(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('zhizhen');
        opening.onsuccess = () => {
          const database = opening.result;
          const changing = database.transaction('enterprises', 'readwrite');
          const rows = changing.objectStore('enterprises');
          rows.openCursor().onsuccess = ({ target }) => {
            const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result;
            if (cursor === null) return;
            const { summary, ...row } = cursor.value as { summary: { scoredWith: object } };
            const scoredWith = { ...summary.scoredWith, method: '0.9' };
            cursor.update({ ...row, summary: { ...summary, answered: 0, scoredWith } });
            cursor.continue();
          };
          changing.oncomplete = () => {
            database.close();
            resolve();
          };
          changing.onerror = () => reject(new Error('the rows were not changed'));
        };
      }),
  );
}
