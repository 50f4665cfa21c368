import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerNext, choose, chosenRung, nextRung, QUESTION, QUESTION_PLACE } from '#tests/support/answering.ts';
import { randomStream } from '#tests/support/random-stream.ts';
import { browserMissing } from '#tests/support/browser.ts';
import { KILLS, LONGEST } from '#tests/support/kills.ts';
import { killOn } from '#tests/support/processes.ts';
import { buildStandIn, startStandIn } from '#tests/support/stand-in.ts';
import { systemMissing } from '#tests/support/systems.ts';
import type { Control } from './stand-in/state.ts';

/** The third within a minute is not loaded again. */
const KILLS_A_START = 2;
/** A process held ready for the next page would be killed as well, and may be taken before Chromium knows that it is dead. */
const NONE_SPARE = '--disable-features=SpareRendererForSitePerProcess';

describe.skipIf((browserMissing() ?? systemMissing('linux')) !== null)('a kill of the renderer', () => {
  const data = mkdtempSync(join(tmpdir(), 'zhizhen-renderer-'));
  const profile = join(data, 'profile');
  beforeAll(buildStandIn);
  afterAll(() => rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));

  /** The program with the question shown. */
  async function startedAtQuestion(isFirst: boolean): Promise<Control> {
    const { control, page: opened } = await startStandIn({
      userData: profile,
      home: join(data, '家'),
      switches: [NONE_SPARE],
    });
    const page = await opened();
    if (isFirst) await page.getByRole('button', { name: '打开三家示例企业' }).click();
    await page.getByRole('link', { name: '示例服装有限公司' }).waitFor();
    await page.evaluate((place) => {
      location.hash = place;
    }, QUESTION_PLACE);
    return control;
  }

  it(
    `loses no answer that was said to be saved, and the window comes back where it was, ${KILLS} times`,
    async () => {
      const random = randomStream(Date.now());
      let acknowledged = 0;
      let control = await startedAtQuestion(true);
      const page = () => control.windows[0]?.webContents.page as Page;
      const card = () => page().locator(`#card-${QUESTION}.active`);
      for (let kill = 0; kill < KILLS; kill += 1) {
        if (kill > 0 && kill % KILLS_A_START === 0) {
          await control.stop();
          control = await startedAtQuestion(false);
        }
        await card().waitFor();
        let last = 0;
        for (let i = 0; i < 2 + Math.floor(3 * random()); i += 1) {
          last = await answerNext(page());
          acknowledged += 1;
        }
        const killed = page();
        const asked = choose(killed, nextRung(last)).catch(() => {});
        killOn(profile, '--type=renderer');
        await asked;
        await expect.poll(() => page() !== killed).toBe(true);
        await card().waitFor();
        expect([last, nextRung(last)]).toContain(await chosenRung(page()));
        expect(control.errorBoxes).toEqual([]);
      }
      await control.stop();
      process.stdout.write(
        `kill -9 of the renderer: ${KILLS} of ${KILLS}, ${acknowledged} answers acknowledged, none lost\n`,
      );
    },
    LONGEST,
  );
});
