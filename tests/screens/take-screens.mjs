import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { buildWindow } from '../../electron/build-window.mjs';
import { compiled } from '../../electron/cli/compile.mjs';
import { CHROMIUM, FLAGS } from '../support/chromium.mjs';
import { attachPhoto, chooseFiles, SHELL_PLACES } from './shell-places.mjs';

/**
 * Takes a picture of every screen in every look into out/screens, for people to look at. Names of looks and places keep to
 * these: `npm run screens -- [look…] [place…]`.
 */
const LOOKS = {
  zh: {},
  en: { settings: { language: 'en' } },
  dark: { settings: { theme: 'dark' } },
  narrow: { width: 420 },
  largest: { settings: { textSize: 'largest' } },
};
const DEMO = 'demo-dyeing';
const PLACES = {
  facts: 'facts',
  'facts-machines': 'facts/machines',
  'facts-systems': 'facts/systems',
  profile: 'profile',
  'questions-ladder': 'questions/intelligent-manufacturing/ORG/IM-ORG-02',
  'questions-sme': 'questions/sme-digital-level/BASE/MIIT-01',
  'questions-gate': 'questions/water-efficiency/GATE/W-M01',
  'questions-green': 'questions/green-factory/energy/G-Q12',
  results: 'results',
  'results-im': 'results/intelligent-manufacturing',
  'results-water': 'results/water-efficiency',
  'results-compare': 'results/compare',
  'results-answers': 'results/answers',
  'results-method': 'results/method',
  report: 'report',
  'report-remarks': 'report/remarks',
  plan: 'plan',
};
/** What is opened on the plan, each on a page of its own. */
const ON_PLAN = {
  'plan-request': (page) => page.locator('.plan-request > summary').click(),
  'plan-timeline': (page) => page.locator('.toolbar .shelves button').last().click(),
  'plan-measure': (page) => page.locator('.phase .plan-row button').first().click(),
  'plan-policies': (page) => page.locator('.toolbar > button').click(),
  'plan-others': async (page) => {
    await page.locator('.other-measures > summary').click();
    await page.locator('.other-measures .plan-row').first().locator('button').nth(1).click();
  },
  'plan-readiness': async (page) => {
    await page.locator('.plan-request > summary').click();
    await page.locator('.plan-request select').last().selectOption('dyeing-norms');
    await page.locator('.readiness details[open]').waitFor();
  },
};
/** Longer than the window; shown whole. */
const WHOLE = ['facts-machines', 'plan', 'plan-request', 'plan-timeline', 'plan-readiness', 'mill-empty-plan'];

const folder = join(import.meta.dirname, '..', '..', 'out', 'screens');
mkdirSync(folder, { recursive: true });
const wanted = process.argv.slice(2);
const looks = wanted.filter((name) => name in LOOKS);
const places = wanted.filter((name) => !(name in LOOKS));
const isWanted = (place) => places.length === 0 || places.includes(place);
const { startBrowserHost } = await import(await compiled('browser-host'));
const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
try {
  for (const [name, look] of Object.entries(LOOKS)) {
    if (looks.length === 0 || looks.includes(name)) await withHost((keyed, data) => takeLook(name, look, keyed, data));
  }
} finally {
  await browser.close();
}

/** Serves the window with a host of its own, which keeps evidence and copies in a folder that goes afterwards. */
async function withHost(work) {
  const data = mkdtempSync(join(tmpdir(), 'zhizhen-screens-'));
  let keyed = '';
  const close = await startBrowserHost({
    window: await buildWindow(),
    port: 0,
    data,
    isOpening: false,
    now: () => Date.now(),
    give: (address) => (keyed = address),
    say: (id) => console.error(id),
  });
  try {
    await work(keyed, data);
  } finally {
    close();
    rmSync(data, { recursive: true, force: true });
  }
}

async function takeLook(name, { settings = {}, width = 1366 }, keyed, data) {
  const [address] = keyed.split('#');
  const context = await browser.newContext({ viewport: { width, height: 768 } });
  await context.addInitScript((kept) => localStorage.setItem('zhizhen-settings', kept), JSON.stringify(settings));
  const page = await context.newPage();
  const shoot = async (place) => {
    if (!isWanted(place)) return;
    if (WHOLE.includes(place)) await page.evaluate(() => scrollTo(0, 0));
    await page.waitForTimeout(400);
    await page.screenshot({ path: join(folder, `${name}-${place}.png`), fullPage: WHOLE.includes(place) });
  };
  await page.goto(address);
  await page.locator('.welcome').first().waitFor();
  await shoot('shut-out');
  await page.goto('about:blank');
  await page.goto(keyed);
  await page.locator('.home .welcome').waitFor();
  await shoot('empty');
  await page.locator('.welcome button:not(.primary)').click();
  await page.locator('.enterprises').waitFor();
  await importFile(page, longMill());
  await importFile(page, emptyMill());
  await shoot('enterprises');
  for (const [place, path] of Object.entries(PLACES)) {
    if (!isWanted(place)) continue;
    await page.goto(`${address}#/enterprises/${DEMO}/${path}`);
    await page.locator('main.page').waitFor();
    await shoot(place);
  }
  for (const [place, open] of Object.entries(ON_PLAN)) {
    if (!isWanted(place)) continue;
    await page.goto(`${address}#/enterprises/${DEMO}/report`);
    await page.goto(`${address}#/enterprises/${DEMO}/plan`);
    await page.locator('.phase').first().waitFor();
    await open(page);
    await shoot(place);
  }
  for (const id of ['mill-long', 'mill-empty']) {
    for (const step of ['profile', 'questions', 'results', 'plan', 'report']) {
      if (!isWanted(`${id}-${step}`)) continue;
      await page.goto(`${address}#/enterprises/${id}/${step}`);
      await page.locator('main.page').waitFor();
      await shoot(`${id}-${step}`);
    }
  }
  /** A place of the demo enterprise, the list for an empty one, a page without a program for null. */
  const at = async (place) => {
    await page.goto('about:blank');
    if (place === null) return page.goto(`${address}blank`);
    await page.goto(`${address}${place === '' ? '' : `#/enterprises/${DEMO}/${place}`}`);
    await page.locator('main.page').waitFor();
  };
  if (Object.keys(SHELL_PLACES).some(isWanted)) await attachPhoto(page, at);
  for (const [place, open] of Object.entries(SHELL_PLACES)) {
    if (!isWanted(place)) continue;
    await open(page, at, demoMill(), data);
    await shoot(place);
  }
  await context.close();
}

async function importFile(page, dossier) {
  await chooseFiles(page, [dossier]);
  await page.locator('dialog button.primary').click();
  await page.locator('dialog').waitFor({ state: 'detached' });
}

function demoMill() {
  return JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'seeds', 'demo', `${DEMO}.json`), 'utf8'));
}

function longMill() {
  const demo = demoMill();
  const name = '山东鲁北滨海高新技术产业开发区新型绿色智能纺织印染服装家纺产业园第一联合股份有限公司滨州分公司';
  const note = '这是现场核实时写下的一段很长的备注，说明设备、人员、制度和记录的情况，以及下一步要补什么。'.repeat(6);
  const [first] = demo.diagnoses;
  const answers = Object.fromEntries(
    Object.entries(first.answers).map(([id, answer]) => [id, { ...answer, note, verified: answer.self }]),
  );
  return {
    ...demo,
    id: 'mill-long',
    enterprise: { ...demo.enterprise, name },
    diagnoses: [
      { ...first, id: 'round-1', openedOn: '2025-03-02' },
      { ...first, answers },
    ],
  };
}

function emptyMill() {
  return {
    format: 'zhizhen-dossier',
    version: 1,
    id: 'mill-empty',
    enterprise: { name: '空白厂', subSectors: [], processes: [] },
    facts: {},
    diagnoses: [],
  };
}
