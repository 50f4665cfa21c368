/** Where things are in the window. */
export const MILL = 'demo-dyeing';
export const HOME_ROWS = 'table.enterprises tbody tr[aria-rowindex]';
/** The list with its first rows, which are more than a screenful; the others are drawn when they come into view. */
export const LIST_IN_VIEW = { some: HOME_ROWS };
export const CARD = '.card';

/** A new page with the questionnaire of the demo mill, and the milliseconds from the navigation to its cards painted. */
export async function openQuestionnaire(browser, address) {
  const page = await browser.newPage();
  await page.goto(`${address}#/enterprises/${MILL}/questions`);
  const ms = await page.evaluate((some) => globalThis.clock.painted({ some }), CARD);
  return { page, ms };
}

/** The sections that ask this mill something: a selector of their link and the number of their questions. */
export function askingSections(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('.sections a')]
      .map((link) => ({
        link: `.sections a[href="${link.getAttribute('href')}"]`,
        asked: Number(link.querySelector('small').textContent.split('/')[1]),
      }))
      .filter(({ asked }) => asked > 0),
  );
}
