import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM, CHROMIUM_FLAGS } from '../support/chromium.mjs';
import { bundleForBrowser } from '../window/bundle.mjs';

const PAGE = '<!doctype html><script type="module" src="./seed.js"></script>';

/** Writes so many enterprises into the database that an origin has in a profile; nobody need serve that origin. */
export async function seedProfile(profile, origin, enterprises) {
  const place = mkdtempSync(join(tmpdir(), 'zhizhen-bench-'));
  await bundleForBrowser('seed-page.mjs', join(place, 'seed.js'));
  const script = readFileSync(join(place, 'seed.js'));
  rmSync(place, { recursive: true });
  const context = await chromium.launchPersistentContext(profile, { executablePath: CHROMIUM, args: CHROMIUM_FLAGS });
  await context.route(`${origin}seed.html`, (route) => route.fulfill({ contentType: 'text/html', body: PAGE }));
  await context.route(`${origin}seed.js`, (route) => route.fulfill({ contentType: 'text/javascript', body: script }));
  const page = await context.newPage();
  await page.goto(`${origin}seed.html`);
  await page.evaluate((count) => globalThis.seed(count), enterprises);
  await context.close();
}
