import { effort } from '../support/effort.mjs';
import { median } from '../support/median.mjs';
import { quantile } from '../support/quantile.mjs';
import { rounded, tableLines } from '../support/table.mjs';
import { chunksByStep } from './chunks.mjs';
import { firstScreen } from './first-screen.mjs';
import { startHost } from './host.mjs';
import { answerForAnHour, openAndLeave } from './memory.mjs';
import { openQuestionnaire } from './places.mjs';
import { plainSurvey } from './plain-survey.mjs';
import { nothingPressed, switchSections } from './sections.mjs';

/** Enterprises of a list, and the milliseconds in which it must be in view. */
const LISTS = [
  { enterprises: effort(500, 20), mostMs: 1000 },
  { enterprises: effort(5000, 50), mostMs: 2000 },
];
const PLAIN_ANSWERS = effort(60, 5);
const FIRST_SCREEN_KB = 320;
const REPAINT_MS = 50;

/** The built window in a real browser, beside a plain SurveyJS page with the same questions. */
export async function measureWindow(say) {
  const [{ enterprises }] = LISTS;
  const host = await startHost();
  try {
    const lists = [];
    for (const list of LISTS) {
      say(`${list.enterprises} enterprises written`);
      await host.seed(list.enterprises);
      lists.push({ ...list, times: await firstScreen(host, say) });
    }
    await host.seed(enterprises);
    const browser = await host.browse();
    const chunks = await chunksByStep(browser, host, say);
    const { page } = await openQuestionnaire(browser, host.address);
    const nothing = await nothingPressed(page);
    const switched = await switchSections(page, say);
    await page.close();
    const session = (await openQuestionnaire(browser, host.address)).page;
    const answered = await answerForAnHour(session, say);
    await session.close();
    const plain = await plainSurvey(browser, host.place, PLAIN_ANSWERS, say);
    const left = await openAndLeave(await browser.newPage(), host.address, say);
    await browser.close();
    const rows = [
      { title: 'milliseconds', rows: timesOf({ lists, nothing, switched, answered, plain }) },
      { title: 'first screen, scripts', rows: [scriptsOf(chunks, plain)] },
      { title: 'memory', rows: [...answered.held, ...left, ...plainHeld(plain)] },
      { title: 'files', rows: chunks },
    ];
    return { title: `The window, ${enterprises} enterprises`, rows, lines: linesOf(rows) };
  } finally {
    host.close();
  }
}

function timesOf({ lists, nothing, switched, answered, plain }) {
  const { onePage, pages } = plain;
  return [
    ...lists.flatMap(({ enterprises, mostMs, times }) => [
      timed(`list of ${enterprises} in view, browser just started`, times.browser, { median: mostMs }),
      timed('  new page', times.page, { median: mostMs }),
      timed('  questionnaire, new page', times.questionnaire),
    ]),
    timed('press that changes nothing', nothing),
    timed('next section painted', switched),
    timed('answer painted', paints(answered.times), { p95: REPAINT_MS }),
    timed('answer saved', saves(answered.times)),
    timed(`SurveyJS alone, one page of ${onePage.questions}: new page`, onePage.opened),
    timed('  of this its own script', onePage.rendered),
    timed('  answer painted', onePage.answered),
    timed('SurveyJS alone, page per section: new page', pages.opened),
    timed('  next section painted', pages.turned),
    timed('  answer painted', pages.answered),
  ];
}

const paints = (times) => times.map(({ paint }) => paint);
const saves = (times) => times.map(({ save }) => save);

function timed(name, times, target = null) {
  const row = {
    name,
    runs: times.length,
    median: median(times),
    p95: quantile(times, 0.95),
    slowest: Math.max(...times),
  };
  if (target === null) return { ...row, target: null, met: null };
  const [[figure, most]] = Object.entries(target);
  return { ...row, target: `${figure} < ${most}`, met: row[figure] < most };
}

/** Scripts that the first screen asks for, compressed; SurveyJS alone is one script. */
function scriptsOf(chunks, plain) {
  const first = chunks.filter(({ name, when }) => when === 'first screen' && name.endsWith('.js'));
  const kB = first.reduce((sum, { gzip }) => sum + gzip, 0) / 1000;
  return { kB, target: FIRST_SCREEN_KB, met: kB < FIRST_SCREEN_KB, plainKB: plain.gzip / 1000 };
}

function plainHeld({ onePage, pages }) {
  return [
    { name: 'SurveyJS alone, one page', ...onePage.before },
    { name: `  ${PLAIN_ANSWERS} answers`, ...onePage.after },
    { name: 'SurveyJS alone, page per section', ...pages.before },
    { name: `  ${PLAIN_ANSWERS} answers`, ...pages.after },
  ];
}

function linesOf([{ rows: times }, { rows: scripts }, { rows: held }, { rows: files }]) {
  const [{ kB, target, met, plainKB }] = scripts;
  return [
    ...tableLines(
      ['milliseconds', 'runs', 'median', 'p95', 'slowest', 'target', ''],
      times.map((row) => [
        row.name,
        row.runs,
        ...[row.median, row.p95, row.slowest].map((ms) => rounded(ms)),
        row.target ?? '',
        verdict(row.met),
      ]),
    ),
    '',
    `scripts of the first screen ${rounded(kB)} kB gzip, target < ${target}, ${verdict(met)}; SurveyJS alone ${rounded(plainKB)} kB`,
    '',
    ...tableLines(
      ['held after garbage collection', 'MB', 'nodes', 'listeners'],
      held.map(({ name, heapMB, nodes, listeners }) => [name, rounded(heapMB, 1), nodes, listeners]),
    ),
    '',
    ...tableLines(
      ['file', 'kB', 'kB gzip', 'first asked for'],
      files.map(({ name, bytes, gzip, when }) => [
        name,
        rounded(bytes / 1000),
        rounded(gzip / 1000, 1),
        when ?? 'not on the walk',
      ]),
    ),
  ];
}

function verdict(met) {
  return met === null ? '' : met ? 'met' : 'missed';
}
