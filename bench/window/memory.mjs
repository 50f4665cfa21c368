import { effort } from '../support/effort.mjs';
import { answerByMouse, answerOn } from './answers.mjs';
import { heapOf } from './heap.mjs';
import { CARD, HOME_ROWS, LIST_IN_VIEW } from './places.mjs';

const BY_MOUSE = effort(100, 5);
const ANSWERS = effort([300, 600, 1200], [10]);
const OPENED = effort(50, 2);
const EVERY = effort(10, 1);

/** One session of a thousand answers and more, the first of them timed; what the page holds on the way. */
export async function answerForAnHour(page, say) {
  const held = [{ name: 'no answer', ...(await heapOf(page)) }];
  const times = await answerByMouse(page, BY_MOUSE, say);
  let given = BY_MOUSE;
  for (const count of ANSWERS) {
    say(`answers up to ${count}`);
    await answerOn(page, count - given);
    given = count;
    held.push({ name: `${count} answers`, ...(await heapOf(page)) });
  }
  return { times, held };
}

/** Enterprises opened from the list, looked at as far as the questionnaire and left again; what the page holds then. */
export async function openAndLeave(page, address, say) {
  await page.goto(address);
  await page.evaluate((goal) => globalThis.clock.painted(goal), LIST_IN_VIEW);
  const held = [{ name: 'list, none opened', ...(await heapOf(page)) }];
  for (let opened = 1; opened <= OPENED; opened += 1) {
    await click(page, `${HOME_ROWS}[aria-rowindex="${2 + (opened % 25)}"] a`, { some: '.steps' });
    await click(page, '.steps a[href$="/questions"]', { some: CARD });
    await click(page, '.bar-home', LIST_IN_VIEW);
    if (opened % EVERY !== 0) continue;
    say(`${opened} of ${OPENED} opened`);
    held.push({ name: `${opened} opened and left`, ...(await heapOf(page)) });
  }
  return held;
}

function click(page, selector, goal) {
  return page.evaluate(([target, wanted]) => globalThis.clock.click(target, wanted), [selector, goal]);
}
