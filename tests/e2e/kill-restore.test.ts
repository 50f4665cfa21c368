import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PACK_IDS } from '#assessments/schema/ids.ts';
import { desktopServer } from '#electron/browser-host/desktop-server.ts';
import { serve } from '#electron/browser-host/static-server.mjs';
import { mirrorStore } from '#electron/host/backup/mirror.ts';
import { buildWindow } from '#electron/build-window.mjs';
import { randomStream } from '#tests/support/random-stream.ts';
import { browserMissing, startProfile } from '#tests/support/browser.ts';
import { copyMills } from '#tests/support/copied-mills.ts';
import { KILLS, LONGEST } from '#tests/support/kills.ts';

const missing = browserMissing();

/** So many that they are written in two transactions. */
const MILLS = 60;
/** Answers have a row for each pack, and one for what no pack knows. */
const ROWS_OF_EACH = { enterprises: 1, diagnoses: 1, answers: PACK_IDS.length + 1 } as const;

describe.skipIf(missing !== null)('a kill in the middle of a restore', () => {
  const root = mkdtempSync(join(tmpdir(), 'zhizhen-restore-'));
  const data = join(root, 'data');
  let server: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    await copyMills(mirrorStore({ folder: join(data, '自动备份'), now: () => Date.now() }), MILLS);
    server = await serve(await buildWindow(), 0, desktopServer(data));
  });
  afterAll(() => {
    server.close();
    rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });

  it(
    `brings each back whole or not at all, and offers again what it did not bring, ${KILLS} times`,
    async () => {
      const random = randomStream(Date.now());
      let brought = 0;
      let inPart = 0;
      for (let kill = 0; kill < KILLS; kill += 1) {
        const profile = join(root, `profile-${kill}`);
        let chromium = await startProfile(profile);
        await chromium.page.goto(server.address);
        await chromium.page.getByRole('button', { name: '从备份恢复' }).click({ noWaitAfter: true });
        await wait(1500 * random());
        await chromium.kill();

        chromium = await startProfile(profile);
        await chromium.page.goto(server.address);
        const again = chromium.page.getByRole('button', { name: '从备份恢复' });
        await again.or(chromium.page.getByRole('table')).first().waitFor();
        const before = await heldIn(chromium.page);
        if (before < MILLS) {
          await again.click();
          await chromium.page.getByText(`已恢复${MILLS - before}家企业。`).waitFor();
        }
        expect(await heldIn(chromium.page)).toBe(MILLS);
        brought += before;
        if (before > 0 && before < MILLS) inPart += 1;
        await chromium.kill();
      }
      process.stdout.write(
        `kill -9 in a restore of ${MILLS}: ${KILLS} of ${KILLS}, ${inPart} of them in part, ${brought} brought back before, none half\n`,
      );
    },
    LONGEST,
  );
});

/** How many enterprises the database holds, each of them whole. */
async function heldIn(page: Page): Promise<number> {
  const counts = await page.evaluate(
    (tables) =>
      new Promise<Record<string, Record<string, number>>>((resolve) => {
        const opening = indexedDB.open('zhizhen');
        opening.onsuccess = () => {
          const transaction = opening.result.transaction(tables);
          const found: Record<string, Record<string, number>> = {};
          for (const table of tables) {
            const all = transaction.objectStore(table).getAll();
            all.onsuccess = () => {
              const ofTable: Record<string, number> = {};
              for (const row of all.result as { id: string; enterpriseId?: string }[]) {
                const id = row.enterpriseId ?? row.id;
                ofTable[id] = (ofTable[id] ?? 0) + 1;
              }
              found[table] = ofTable;
            };
          }
          transaction.oncomplete = () => {
            opening.result.close();
            resolve(found);
          };
        };
      }),
    Object.keys(ROWS_OF_EACH),
  );
  const ids = Object.keys(counts['enterprises'] ?? {});
  for (const [table, rows] of Object.entries(ROWS_OF_EACH))
    expect(counts[table], table).toEqual(Object.fromEntries(ids.map((id) => [id, rows])));
  return ids.length;
}
