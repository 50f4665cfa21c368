import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desktopServer } from '#electron/browser-host/desktop-server.ts';
import { serve } from '#electron/browser-host/static-server.mjs';
import { mirrorStore } from '#electron/host/backup/mirror.ts';
import { buildWindow } from '#electron/build-window.mjs';
import { mirrorText } from '#renderer/storage/mirror-text.ts';
import { randomStream } from '#tests/support/arbitrary-problems.ts';
import { browserMissing, startProfile } from '#tests/support/browser.ts';
import { demoMills } from '#tests/support/demo-mills.ts';
import { KILLS, LONGEST } from '#tests/support/kills.ts';

const missing = browserMissing();

describe.skipIf(missing !== null)('a kill in the middle of a restore', () => {
  const root = mkdtempSync(join(tmpdir(), 'zhizhen-restore-'));
  const data = join(root, 'data');
  let server: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    const mirror = mirrorStore({ folder: join(data, '自动备份'), now: () => Date.now() });
    for (const { dossier } of demoMills())
      await mirror.mirrorDossier({ id: dossier.id, name: dossier.enterprise.name, dossier: mirrorText(dossier) });
    server = await serve(await buildWindow(), 0, desktopServer(data));
  });
  afterAll(() => {
    server.close();
    rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });

  it(
    `brings back all or nothing, and offers again what it did not bring, ${KILLS} times`,
    async () => {
      const random = randomStream(Date.now());
      const all = demoMills().length;
      let brought = 0;
      for (let kill = 0; kill < KILLS; kill += 1) {
        const profile = join(root, `profile-${kill}`);
        let chromium = await startProfile(profile);
        await chromium.page.goto(server.address);
        await chromium.page.getByRole('button', { name: '从备份恢复' }).click({ noWaitAfter: true });
        await wait(600 * random());
        await chromium.kill();

        chromium = await startProfile(profile);
        await chromium.page.goto(server.address);
        const again = chromium.page.getByRole('button', { name: '从备份恢复' });
        const table = chromium.page.getByRole('table');
        await again.or(table).first().waitFor();
        const rows = await heldIn(chromium.page);
        expect([0, all], `${rows} of ${all}`).toContain(rows);
        if (rows === 0) {
          await again.click();
          await chromium.page.getByText(`已恢复${all}家企业。`).waitFor();
        } else brought += 1;
        expect(await heldIn(chromium.page)).toBe(all);
        await chromium.kill();
      }
      process.stdout.write(
        `kill -9 in a restore: ${KILLS} of ${KILLS}, ${brought} brought back before, none in part\n`,
      );
    },
    LONGEST,
  );
});

function heldIn(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open('zhizhen');
        opening.onsuccess = () => {
          const counted = opening.result.transaction('enterprises').objectStore('enterprises').count();
          counted.onsuccess = () => {
            opening.result.close();
            resolve(counted.result);
          };
        };
      }),
  );
}
