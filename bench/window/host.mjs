import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM, CHROMIUM_FLAGS } from '../support/chromium.mjs';
import { serve } from '../../electron/browser-host/static-server.mjs';
import { buildWindow } from '../../electron/build-window.mjs';
import { bundleForBrowser } from './bundle.mjs';
import { pageClock } from './page-clock.mjs';

const SEED_PAGE = '<!doctype html><script src="./no-eval.js"></script><script type="module" src="./seed.js"></script>';

/**
 * The built window on an address of its own, a copy, so that a build meanwhile does not disturb; and a browser profile.
 * `seed` gives that profile so many enterprises and no others, `browse` a browser just started on it.
 */
export async function startHost() {
  const place = mkdtempSync(join(tmpdir(), 'zhizhen-bench-'));
  const folder = join(place, 'window');
  cpSync(await buildWindow(), folder, { recursive: true });
  writeFileSync(join(folder, 'seed.html'), SEED_PAGE);
  await bundleForBrowser('seed-page.mjs', join(folder, 'seed.js'));
  const { address, close } = await serve(folder, 0);
  const browse = () => startBrowser(join(place, 'profile'));
  return {
    place,
    folder,
    address,
    browse,
    seed: async (enterprises) => {
      const browser = await browse();
      const page = browser.pages()[0];
      await page.goto(`${address}seed.html`);
      await page.evaluate((count) => globalThis.seed(count), enterprises);
      await browser.close();
    },
    close: () => {
      close();
      rmSync(place, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

async function startBrowser(profile) {
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: CHROMIUM,
    args: CHROMIUM_FLAGS,
    viewport: { width: 1366, height: 768 },
  });
  await browser.addInitScript(pageClock);
  return browser;
}
