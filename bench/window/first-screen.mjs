import { openQuestionnaire, HOME_ROWS } from './places.mjs';

const ROUNDS = 5;
/** Rows that fit the window. */
const SCREENFUL = 15;

/** From the navigation to the last row of the list painted, in a browser just started and in a new page of it; to the rows in view; and to the questionnaire. */
export async function firstScreen({ address, browse }, enterprises, say) {
  const goal = { some: HOME_ROWS, count: enterprises };
  const screenful = { some: `${HOME_ROWS}:nth-child(${SCREENFUL})` };
  const times = { browser: [], page: [], screenful: [], questionnaire: [] };
  for (let round = 1; round <= ROUNDS; round += 1) {
    say(`first screen, round ${round} of ${ROUNDS}`);
    const browser = await browse();
    times.browser.push(await paintedIn(browser.pages()[0], address, goal));
    await browser.pages()[0].goto('about:blank');
    const page = await browser.newPage();
    times.page.push(await paintedIn(page, address, goal));
    await page.close();
    const other = await browser.newPage();
    times.screenful.push(await paintedIn(other, address, screenful));
    await other.close();
    times.questionnaire.push((await openQuestionnaire(browser, address)).ms);
    await browser.close();
  }
  return times;
}

async function paintedIn(page, address, goal) {
  await page.goto(address);
  return page.evaluate((wanted) => globalThis.clock.painted(wanted), goal);
}
