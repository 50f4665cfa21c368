import { EventEmitter, once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { answerNext, chosenRung, QUESTION, QUESTION_PLACE, saved } from '#tests/support/answering.ts';
import { PATIENCE_MS } from '#tests/support/chromium.mjs';
import { BEGUN, type Control } from '../stand-in/state.ts';

/**
 * Runs the real main with its window, answers one question and attaches files to it without end, and says on standard
 * output what the window has acknowledged: `found <rung> <names of files>` at the start, then `answer <rung>` and
 * `file <name>`.
 */
const [, , main = '', data = '', round = ''] = process.argv;
const say = (line: string) => process.stdout.write(`${line}\n`);

const appEvents = new EventEmitter();
const begun = once(appEvents, BEGUN);
globalThis.standIn = { userData: join(data, 'profile'), home: join(data, '家'), appEvents };
process.argv = [process.execPath, main];
await import(pathToFileURL(main).href);
await begun;
const page = await (globalThis.standIn as Control).windows[0]?.ready;
if (page === undefined) throw new Error('no window was opened');
page.setDefaultTimeout(PATIENCE_MS);

const demos = page.getByRole('button', { name: '打开三家示例企业' });
const mill = page.getByRole('link', { name: '示例服装有限公司' });
await demos.or(mill).first().waitFor();
if (!(await mill.isVisible())) await demos.click();
await mill.waitFor();
await page.evaluate((place) => {
  location.hash = place;
}, QUESTION_PLACE);
const card = page.locator(`#card-${QUESTION}.active`);
const files = card.locator('.evidence li');
await card.waitFor();
const rung = await chosenRung(page);
const chooser = card.locator('input[type=file]');
say(`found ${rung} ${(await files.allInnerTexts()).join(' ').replaceAll('\n', ' ')}`);

for (let step = 0; ; step += 1) {
  say(`answer ${await answerNext(page)}`);
  const name = `${round}-${step}.txt`;
  const file = { name, mimeType: 'text/plain', buffer: Buffer.from(name) };
  if (!(await chooser.isVisible())) await card.getByRole('button', { name: '佐证' }).click();
  await saved(page, () => chooser.setInputFiles(file));
  await files.filter({ hasText: name }).waitFor();
  say(`file ${name}`);
}
