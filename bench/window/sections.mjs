import { effort } from '../support/effort.mjs';
import { askingSections, CARD } from './places.mjs';
import { press } from './press.mjs';

const PASSES = effort(2, 1);
const PRESSES = effort(20, 3);

/** Every section of the mill in turn: from the press on its link to its cards painted. */
export async function switchSections(page, say) {
  const sections = await askingSections(page);
  const times = [];
  for (let pass = 1; pass <= PASSES; pass += 1) {
    say(`sections, pass ${pass} of ${PASSES}`);
    for (const section of sections.toReversed()) times.push((await openSection(page, section)).paint);
  }
  return times;
}

/** Presses on the title of the page, which does nothing: what the clock itself takes. */
export async function nothingPressed(page) {
  const times = [];
  while (times.length < PRESSES) times.push((await press(page, 'h1', { some: 'h1' })).paint);
  return times;
}

/** Null where the section is open already. */
export async function openSection(page, section) {
  const goal = await goalOf(page, section);
  return goal === null ? null : press(page, section.link, goal);
}

/** The same without mouse and clock. */
export async function turnTo(page, section) {
  const goal = await goalOf(page, section);
  if (goal !== null)
    await page.evaluate(([link, wanted]) => globalThis.clock.click(link, wanted), [section.link, goal]);
}

async function goalOf(page, { link, asked }) {
  if ((await page.locator(link).getAttribute('aria-current')) !== null) return null;
  const before = await page.locator(CARD).first().getAttribute('id');
  return { some: CARD, count: asked, gone: `#${before}` };
}
