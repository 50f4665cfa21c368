import { effort } from '../support/effort.mjs';
import { LIST_IN_VIEW, openQuestionnaire } from './places.mjs';

const ROUNDS = effort(5, 1);

/** From the navigation to the rows in view painted, in a browser just started and in a new page of it; and to the questionnaire. */
export async function firstScreen({ address, browse }, say) {
  const times = { browser: [], page: [], questionnaire: [] };
  for (let round = 1; round <= ROUNDS; round += 1) {
    say(`first screen, round ${round} of ${ROUNDS}`);
    const browser = await browse();
    times.browser.push(await paintedIn(browser.pages()[0], address));
    await browser.pages()[0].goto('about:blank');
    const page = await browser.newPage();
    times.page.push(await paintedIn(page, address));
    await page.close();
    times.questionnaire.push((await openQuestionnaire(browser, address)).ms);
    await browser.close();
  }
  return times;
}

async function paintedIn(page, address) {
  await page.goto(address);
  return page.evaluate((wanted) => globalThis.clock.painted(wanted), LIST_IN_VIEW);
}
