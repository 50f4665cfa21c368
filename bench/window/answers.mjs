import { askingSections } from './places.mjs';
import { press } from './press.mjs';
import { openSection, turnTo } from './sections.mjs';

/** Presses an option that is not chosen in card after card, section after section; times to painted and to saved. */
export async function answerByMouse(page, count, say) {
  const times = [];
  while (times.length < count) {
    for (const section of await askingSections(page)) {
      say(`answer ${times.length} of ${count}`);
      await openSection(page, section);
      for (const { option, chosen } of await page.evaluate(otherOptions)) {
        if (times.length === count) return times;
        times.push(await press(page, option, { some: chosen }, { saves: true }));
      }
    }
  }
  return times;
}

/** The same without mouse and clock, until `count` answers were given and written, all sections again and again. */
export async function answerOn(page, count) {
  let left = count;
  while (left > 0) {
    for (const section of await askingSections(page)) {
      if (left === 0) return;
      await turnTo(page, section);
      const options = (await page.evaluate(otherOptions)).slice(0, left);
      await page.evaluate(answerAll, options);
      left -= options.length;
    }
  }
}

/** Runs in the page: of every card with options, the one after the chosen, and what is there when it is chosen. */
function otherOptions() {
  return [...document.querySelectorAll('.card')].flatMap((card) => {
    const inputs = [...card.querySelectorAll('.option input')];
    if (inputs.length === 0) return [];
    const { value } = inputs[(inputs.findIndex((input) => input.checked) + 1) % inputs.length];
    return [
      {
        option: `#${card.id} .option:has(input[value="${value}"])`,
        chosen: `#${card.id} .option.chosen input[value="${value}"]`,
      },
    ];
  });
}

/** Runs in the page: each answer waits until the one before is in the document, the last one until all are written. */
async function answerAll(options) {
  const { click, saved } = globalThis.clock;
  let moment;
  for (const { option, chosen } of options) {
    moment = Date.now();
    await click(`${option} input`, { some: chosen });
    await new Promise(requestAnimationFrame);
  }
  if (moment !== undefined) await saved(moment);
}
