import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '#electron/browser-host/static-server.mjs';
import { buildWindow } from '#electron/build-window.mjs';
import { answerNext, choose, chosenRung, nextRung, QUESTION, QUESTION_PLACE } from '#tests/support/answering.ts';
import { randomStream } from '#tests/support/random-stream.ts';
import { browserMissing, startProfile } from '#tests/support/browser.ts';
import { KILLS, LONGEST } from '#tests/support/kills.ts';

describe.skipIf(browserMissing() !== null)('a kill of the window', () => {
  const profile = mkdtempSync(join(tmpdir(), 'zhizhen-window-'));
  let server: Awaited<ReturnType<typeof serve>>;
  let chromium: Awaited<ReturnType<typeof startProfile>>;
  beforeAll(async () => {
    server = await serve(await buildWindow(), 0);
    chromium = await startProfile(profile);
    await chromium.page.goto(server.address);
    await chromium.page.getByRole('button', { name: '打开三家示例企业' }).click();
    await chromium.page.getByRole('link', { name: '示例服装有限公司' }).waitFor();
  });
  afterAll(async () => {
    await chromium.kill();
    server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });

  it(
    `while answers are given loses none that was said to be saved, ${KILLS} times`,
    async () => {
      const random = randomStream(Date.now());
      let acknowledged = 0;
      for (let kill = 0; kill < KILLS; kill += 1) {
        const { page } = chromium;
        await page.goto(server.address + QUESTION_PLACE);
        await page.locator(`#card-${QUESTION}.active`).waitFor();
        const journal: number[] = [];
        for (let i = 0; i < 3 + Math.floor(5 * random()); i += 1) journal.push(await answerNext(page));
        const last = journal.at(-1) ?? 0;
        const next = nextRung(last);
        const asked = choose(page, next);
        await wait(30 * random());
        await Promise.all([chromium.kill(), asked.catch(() => {})]);
        acknowledged += journal.length;

        chromium = await startProfile(profile);
        await chromium.page.goto(server.address + QUESTION_PLACE);
        expect([last, next]).toContain(await chosenRung(chromium.page));
      }
      process.stdout.write(
        `kill -9 of the window: ${KILLS} of ${KILLS}, ${acknowledged} answers acknowledged, none lost\n`,
      );
    },
    LONGEST,
  );
});
