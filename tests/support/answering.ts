import type { Page } from 'playwright-core';

export const QUESTION = 'IM-ORG-02';
/** The question in a demo enterprise, as what follows the address of the window. */
export const QUESTION_PLACE = `#/enterprises/demo-garment/questions/intelligent-manufacturing/ORG/${QUESTION}`;

/** Gives the next rung as the answer; settles once the window says that it is saved. */
export async function answerNext(page: Page): Promise<number> {
  const rung = nextRung(await chosenRung(page));
  await saved(page, () => choose(page, rung));
  return rung;
}

/** Changes something; settles once the window says that it has saved since. */
export async function saved(page: Page, change: () => Promise<void>): Promise<void> {
  const before = (await page.locator('.save-line').getAttribute('data-saved')) ?? '0';
  await change();
  await page.waitForFunction(
    (moment) => Number(document.querySelector('.save-line')?.getAttribute('data-saved')) > Number(moment),
    before,
  );
}

export function nextRung(rung: number): number {
  return (rung % 5) + 1;
}

/** Clicks a rung wherever the page is scrolled to. */
export function choose(page: Page, rung: number): Promise<void> {
  return page.locator(`#card-${QUESTION} input[value="${rung}"]`).dispatchEvent('click');
}

export async function chosenRung(page: Page): Promise<number> {
  const chosen = page.locator(`#card-${QUESTION} input:checked[type=radio]`);
  await chosen.waitFor({ state: 'attached' });
  return Number(await chosen.getAttribute('value'));
}
