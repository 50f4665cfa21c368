import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { effort } from '../support/effort.mjs';
import { bundleForBrowser } from './bundle.mjs';
import { heapOf } from './heap.mjs';
import { servePlain } from './plain-server.mjs';
import { press } from './press.mjs';

const HTML = `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><link rel="stylesheet" href="./page.css">
<div id="root"></div><script type="module" src="./page.js"></script>`;
const QUESTION = '[data-name].sd-question';
const NEXT = '.sd-navigation__next-btn';
const ROUNDS = effort(3, 1);

/** The questions of the packs put up by SurveyJS alone, which neither scores nor saves: the same clock on the same presses. */
export async function plainSurvey(browser, place, answers, say) {
  const folder = join(place, 'plain-survey');
  mkdirSync(folder);
  writeFileSync(join(folder, 'index.html'), HTML);
  await bundleForBrowser('plain-survey-page.mjs', join(folder, 'page.js'));
  const { address, close } = await servePlain(folder);
  const onePage = await measure(browser, `${address}index.html?one-page`, answers, say);
  const pages = await measure(browser, `${address}index.html`, answers, say);
  close();
  return { onePage, pages, gzip: gzipSync(readFileSync(join(folder, 'page.js'))).length };
}

async function measure(browser, address, count, say) {
  const times = { opened: [], rendered: [], answered: [], turned: [] };
  let page;
  for (let round = 1; round <= ROUNDS; round += 1) {
    say(`SurveyJS alone, round ${round} of ${ROUNDS}`);
    await page?.close();
    page = await browser.newPage();
    await page.goto(address);
    const { opened, start, questions } = await page.evaluate(opening, QUESTION);
    times.questions = questions;
    times.opened.push(opened);
    times.rendered.push(opened - start);
  }
  const before = await heapOf(page);
  while (times.answered.length < count) {
    for (const { option, chosen } of (await page.evaluate(otherItems)).slice(0, count - times.answered.length))
      times.answered.push((await press(page, option, { some: chosen })).paint);
    if ((await page.locator(NEXT).count()) === 0) continue;
    const [first] = await page.evaluate(namesOf, QUESTION);
    times.turned.push((await press(page, NEXT, { some: QUESTION, gone: `[data-name="${first}"]` })).paint);
  }
  const after = await heapOf(page);
  await page.close();
  return { ...times, before, after };
}

/** Runs in the page: when all questions of the page were painted, since the navigation, and when their script started. */
async function opening(question) {
  const { start, questions } = globalThis.plain;
  const opened = await globalThis.clock.painted({ some: question, count: questions() });
  return { opened, start, questions: questions() };
}

/** Runs in the page: of every question with radio buttons, the one after the chosen, and what is there when it is chosen. */
function otherItems() {
  return [...document.querySelectorAll('[data-name]:has(input[type=radio])')].map((question) => {
    const inputs = [...question.querySelectorAll('input')];
    const { value } = inputs[(inputs.findIndex((input) => input.checked) + 1) % inputs.length];
    const name = `[data-name="${question.dataset.name}"]`;
    return {
      option: `${name} label:has(input[value="${value}"])`,
      chosen: `${name} .sd-item--checked input[value="${value}"]`,
    };
  });
}

/** Runs in the page. */
function namesOf(question) {
  return [...document.querySelectorAll(question)].map((element) => element.dataset.name);
}
