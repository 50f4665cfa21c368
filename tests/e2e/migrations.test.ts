import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATA_VERSION } from '#electron/contract/data-version.ts';
import { MIGRATIONS } from '#renderer/storage/migrations/migrations.ts';
import { browserMissing, startHost, type Host } from '#tests/support/browser.ts';
import { forgetDatabase } from '#tests/support/forget-database.ts';
import { PROJECT } from '#tests/support/cli.ts';

interface Fixture {
  /** As the browser counts them. */
  readonly version: number;
  readonly tables: Readonly<
    Record<
      string,
      { readonly keyPath: string | string[] | null; readonly autoIncrement: boolean; readonly rows: object[] }
    >
  >;
}

const FOLDER = join(PROJECT, 'tests/fixtures/databases');
const fixtures = readdirSync(FOLDER).map((name): [string, Fixture] => [
  name,
  JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Fixture,
]);
const missing = browserMissing();

describe('the steps of the database', () => {
  it('are numbered without a gap up to the version of the program', () => {
    expect(MIGRATIONS.map(({ number }) => number)).toEqual(Array.from({ length: DATA_VERSION }, (_, i) => i + 1));
  });

  it('have a file each, and a database from before each but the first', () => {
    const files = readdirSync(join(PROJECT, 'renderer/storage/migrations')).filter((name) => /^\d{4}-/.test(name));
    expect(files.map((name) => Number(name.slice(0, 4)))).toEqual(MIGRATIONS.map(({ number }) => number));
    const before = new Set(fixtures.map(([, { version }]) => version / 10));
    for (let version = 1; version < DATA_VERSION; version += 1) expect(before).toContain(version);
  });
});

describe.skipIf(missing !== null)('a database of an earlier program', () => {
  let host: Host;
  beforeAll(async () => {
    host = await startHost();
  });
  afterAll(() => host.close());

  const blankPage = async () => {
    const page = await host.context.newPage();
    await forgetDatabase(page, host.address);
    return page;
  };

  it.each(fixtures)('%s opens with all that it held, at the version of this program', async (_, fixture) => {
    const page = await blankPage();
    await fill(page, fixture);
    await page.goto(host.address);
    for (const row of fixture.tables['enterprises']?.rows ?? [])
      await page
        .getByRole('link', { name: (row as { base: { enterprise: { name: string } } }).base.enterprise.name })
        .waitFor();
    await page.goto(`${host.address}blank`);
    const after = await contents(page);
    expect(after.version).toBe(10 * DATA_VERSION);
    for (const [name, { rows }] of Object.entries(fixture.tables))
      expect(after.tables[name]?.map(withoutSummary), name).toEqual(rows.map(withoutSummary));
    expect(Object.keys(after.tables).sort()).toEqual(['answers', 'diagnoses', 'enterprises', 'moments', 'setAside']);
    await page.close();
  });

  it('of a later program is refused with a word, and stays as it is', async () => {
    const page = await blankPage();
    const [, latest] = fixtures.at(-1) ?? [];
    if (latest === undefined) throw new Error('no fixture');
    const later = { ...latest, version: 10 * (DATA_VERSION + 1) };
    await fill(page, later);
    await page.goto(host.address);
    await page.getByText('由更新版本的织诊写入').waitFor();
    expect(await page.getByRole('button').count()).toBe(0);
    await page.goto(`${host.address}blank`);
    const after = await contents(page);
    expect(after.version).toBe(later.version);
    for (const [name, { rows }] of Object.entries(later.tables)) expect(after.tables[name], name).toEqual(rows);
    await page.close();
  });

  it('that another window holds is left alone until that window lets go', async () => {
    const page = await blankPage();
    const [, first] = fixtures[0] ?? [];
    if (first === undefined) throw new Error('no fixture');
    await fill(page, first);
    await page.evaluate(() =>
      new Promise((resolve) => {
        const held = indexedDB.open('zhizhen');
        held.onsuccess = () => {
          held.result.onversionchange = () => Object.assign(window, { isAsked: true });
          resolve(Object.assign(window, { held: held.result }));
        };
      }).then(() => {}),
    );
    const other = await host.open();
    await page.waitForFunction(() => 'isAsked' in window, undefined, { polling: 100 });
    await other.locator('.waiting').waitFor();
    expect(await page.evaluate(async () => (await indexedDB.databases())[0]?.version)).toBe(first.version);
    await page.close();
    await other.getByRole('link', { name: '示例' }).first().waitFor();
    await other.close();
  });
});

function fill(page: Page, fixture: Fixture): Promise<void> {
  return page.evaluate(
    ({ version, tables }) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('zhizhen', version);
        opening.onupgradeneeded = () => {
          for (const [name, { keyPath, autoIncrement }] of Object.entries(tables))
            opening.result.createObjectStore(name, { keyPath, autoIncrement });
        };
        opening.onerror = () => reject(new Error('not opened'));
        opening.onsuccess = () => {
          const filled = opening.result.transaction(Object.keys(tables), 'readwrite');
          for (const [name, { rows }] of Object.entries(tables))
            for (const row of rows) filled.objectStore(name).put(row);
          filled.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    fixture,
  );
}

/** A row without what the list tells of its scores, which is told anew by the method and packs of this program. */
function withoutSummary(row: unknown): unknown {
  const { summary: _summary, ...rest } = row as { readonly summary?: unknown };
  return rest;
}

function contents(page: Page): Promise<{ version: number; tables: Record<string, unknown[]> }> {
  return page.evaluate(
    () =>
      new Promise<{ version: number; tables: Record<string, unknown[]> }>((resolve, reject) => {
        const opening = indexedDB.open('zhizhen');
        opening.onerror = () => reject(new Error('not opened'));
        opening.onsuccess = () => {
          const { result } = opening;
          const names = [...result.objectStoreNames];
          const reading = result.transaction(names, 'readonly');
          const tables: Record<string, unknown[]> = {};
          for (const name of names) {
            const all = reading.objectStore(name).getAll();
            all.onsuccess = () => {
              tables[name] = all.result as unknown[];
            };
          }
          reading.oncomplete = () => {
            result.close();
            resolve({ version: result.version, tables });
          };
        };
      }),
  );
}
