import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { CARD, HOME_ROWS, MILL } from './places.mjs';

/** A walk through the window: where one goes and what is there then. */
const WALK = [
  { when: 'first screen', path: '', goal: HOME_ROWS },
  { when: 'profile', path: 'profile', goal: '.steps' },
  { when: 'facts', path: 'facts', goal: '.aside' },
  { when: 'questionnaire', path: 'questions', goal: CARD },
  { when: 'results', path: 'results', goal: '.tile' },
  { when: 'report page', path: 'report', goal: 'main button.primary' },
];
const REPORT_PAINTED = 'main a[download], main button:has-text("保存报告")';

/** Every file of the built window with its size and the step of a walk that first asks for it; null where none does. */
export async function chunksByStep(browser, { address, folder }, say) {
  say('walk through the window');
  let step;
  const asked = new Map();
  const note = (request) => {
    const name = request
      .url()
      .slice(address.length)
      .replace(/[?#].*/, '');
    if (!asked.has(name)) asked.set(name, step);
  };
  browser.on('request', note);
  const page = await browser.newPage();
  for (const { when, path, goal } of WALK) {
    step = when;
    await page.goto(path === '' ? address : `${address}#/enterprises/${MILL}/${path}`);
    await page.waitForSelector(goal);
    await page.waitForLoadState('networkidle');
  }
  step = 'report made';
  await page.locator(WALK.at(-1).goal).first().click();
  await page.waitForSelector(REPORT_PAINTED, { timeout: 60_000 });
  browser.off('request', note);
  await page.close();
  const steps = [...WALK.map(({ when }) => when), step];
  return filesBelow(folder)
    .map((name) => ({ name, when: asked.get(name) ?? null, ...sizesOf(join(folder, name)) }))
    .sort((a, b) => orderOf(steps, a) - orderOf(steps, b) || b.gzip - a.gzip);
}

function orderOf(steps, { when }) {
  return when === null ? steps.length : steps.indexOf(when);
}

function filesBelow(folder) {
  return [
    'no-eval.js',
    ...['assets', 'data'].flatMap((name) =>
      readdirSync(join(folder, name), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(folder, join(entry.parentPath, entry.name))),
    ),
  ];
}

function sizesOf(file) {
  const bytes = readFileSync(file);
  return { bytes: bytes.length, gzip: gzipSync(bytes).length };
}
