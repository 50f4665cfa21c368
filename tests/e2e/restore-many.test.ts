import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desktopServer } from '#electron/browser-host/desktop-server.ts';
import { mirrorStore } from '#electron/host/backup/mirror.ts';
import { browserMissing, startHost, type Host } from '#tests/support/browser.ts';
import { copyMills } from '#tests/support/copied-mills.ts';
import { longOrShort } from '#tests/support/long-form.ts';

const missing = browserMissing();
const MILLS = longOrShort(3000, 200);
/** In milliseconds: 100 for each. */
const LONGEST = 60_000 + 100 * MILLS;

describe.skipIf(missing !== null)('many enterprises of which only the copies are left', () => {
  const data = mkdtempSync(join(tmpdir(), 'zhizhen-many-'));
  let host: Host;
  beforeAll(async () => {
    await copyMills(mirrorStore({ folder: join(data, '自动备份'), now: () => Date.now() }), MILLS);
    host = await startHost(desktopServer(data));
  }, LONGEST);
  afterAll(async () => {
    await host.close();
    rmSync(data, { recursive: true, force: true });
  });

  it(
    `are the first thing that is seen, and all ${MILLS} come back, whether or not it was stopped between`,
    async () => {
      const page = await host.open('#/enterprises/mill-1/profile');
      await page
        .getByRole('heading', { name: `有${MILLS}家企业，备份里的内容比本机数据库多` })
        .waitFor({ timeout: LONGEST });
      expect(await page.locator('main').evaluate((main) => main.firstElementChild?.textContent)).toContain(
        '从备份恢复',
      );
      await page.getByRole('button', { name: '从备份恢复' }).click();
      await page.getByRole('button', { name: '停止' }).click();
      const first = page.getByText(/^已恢复\d+家企业。$/);
      await first.waitFor({ timeout: LONGEST });
      const some = Number(/\d+/.exec(await first.innerText())?.[0]);
      expect(some).toBeGreaterThan(0);
      expect(some).toBeLessThan(MILLS);
      await page.getByRole('button', { name: '从备份恢复' }).click();
      await page.getByText(`已恢复${MILLS}家企业。`).waitFor({ timeout: LONGEST });
      expect(await page.getByRole('button', { name: '从备份恢复' }).count()).toBe(0);
      expect(await page.getByText('已损坏').count()).toBe(0);
      expect(host.troubles).toEqual([]);
    },
    LONGEST,
  );
});
