import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { CHROMIUM, CHROMIUM_FLAGS } from '../support/chromium.mjs';
import { PROJECT } from '../support/places.mjs';
import { pageClock } from '../window/page-clock.mjs';
import { HOME_ROWS } from '../window/places.mjs';
import { press } from '../window/press.mjs';

/** One start in a process of its own, which says when what was seen, in milliseconds since 1970. */
const { way, profile, data, port, enterprises, main } = JSON.parse(process.argv[2]);
const { page, readyAt, stop } = await { 'blank page': blank, 'browser host': browserHost, 'stand-in': standIn }[way]();
await page.evaluate(pageClock);
if (way === 'blank page') {
  await page.evaluate(() => globalThis.clock.twoFrames());
  process.send({ readyAt, shownAt: Date.now(), clickMs: 0 });
} else {
  await page.evaluate((goal) => globalThis.clock.painted(goal), { some: HOME_ROWS, count: enterprises });
  const shownAt = Date.now();
  const { paint } = await press(page, `${HOME_ROWS}[aria-rowindex="6"] a`, { some: '.steps' });
  process.send({ readyAt, shownAt, clickMs: paint });
}
await once(process, 'message');
await stop();
process.disconnect();

/** Chromium alone. */
async function blank() {
  const readyAt = Date.now();
  const context = await launched();
  return { page: context.pages()[0], readyAt, stop: () => context.close() };
}

/** The program as `npm start` runs it where there is no Electron. */
async function browserHost() {
  const args = [join(PROJECT, 'electron', 'start.mjs'), '--no-open', '--port', String(port), '--data', data];
  const server = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [said] = await once(server.stdout, 'data');
  const readyAt = Date.now();
  const context = await launched();
  const [page] = context.pages();
  await page.goto(String(said).trim());
  return {
    page,
    readyAt,
    stop: async () => {
      await context.close();
      server.kill();
    },
  };
}

/** The real main in the stand-in for Electron; ready means that it asked for its window. */
async function standIn() {
  const appEvents = new EventEmitter();
  const begun = once(appEvents, 'stand-in-begun');
  globalThis.standIn = { userData: profile, home: data, appEvents };
  process.argv = [process.execPath, main];
  await import(pathToFileURL(main).href);
  await begun;
  const readyAt = Date.now();
  const page = await globalThis.standIn.windows[0].ready;
  return { page, readyAt, stop: () => globalThis.standIn.stop() };
}

function launched() {
  return chromium.launchPersistentContext(profile, {
    executablePath: CHROMIUM,
    args: CHROMIUM_FLAGS,
    viewport: { width: 1366, height: 768 },
  });
}
