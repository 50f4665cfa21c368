import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { compiled } from '../../electron/cli/compile.mjs';
import { buildShell } from '../../electron/build-shell.mjs';
import { buildWindow } from '../../electron/build-window.mjs';
import { effort } from '../support/effort.mjs';
import { median } from '../support/median.mjs';
import { PROJECT } from '../support/places.mjs';
import { rounded, tableLines } from '../support/table.mjs';
import { seedProfile } from './seed-profile.mjs';

const ONCE = fileURLToPath(new URL('start-once.mjs', import.meta.url));
/** Beside build/renderer, where main looks for the window. */
const SHELL = join(PROJECT, 'build', 'bench-shell');
const ROUNDS = effort(7, 1);
const ENTERPRISES = 30;
/** After two starts Chromium keeps the compiled scripts. */
const STARTS_TO_WARM = effort(2, 1);
const BLANK = 'blank page';

/** From the start of the process to the list of enterprises and to a click on one answered, beside Chromium alone. */
export async function measureStart(say) {
  await buildWindow();
  await compiled('browser-host');
  await buildShell({
    outdir: SHELL,
    electron: join(PROJECT, 'tests/e2e/stand-in/electron-main.ts'),
    external: ['playwright-core'],
  });
  const place = mkdtempSync(join(tmpdir(), 'zhizhen-bench-'));
  try {
    const players = await readyPlayers(place, say);
    for (let round = 1; round <= ROUNDS; round += 1) {
      say(`starts, round ${round} of ${ROUNDS}`);
      for (const player of players) player.runs.push(await player.start());
    }
    const rows = rowsOf(players);
    return { rows, lines: linesOf(rows) };
  } finally {
    rmSync(place, { recursive: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** Each way to start, on a profile that has nothing but the enterprises, and on one that was started on before. */
async function readyPlayers(place, say) {
  const port = await freePort();
  const origins = {
    [BLANK]: null,
    'browser host': `http://127.0.0.1:${port}/`,
    'stand-in': 'https://zhizhen.stand-in/',
  };
  const players = [];
  for (const [way, origin] of Object.entries(origins)) {
    say(`profile of the ${way}`);
    const kept = join(place, way, 'kept');
    const warm = { way, port, profile: join(place, way, 'warm'), data: join(place, way, '家') };
    if (origin !== null) {
      await seedProfile(warm.profile, origin, ENTERPRISES);
      cpSync(join(warm.profile, 'Default', 'IndexedDB'), join(kept, 'Default', 'IndexedDB'), { recursive: true });
      await startOnce(warm, () => copied(warm.data));
    }
    for (let start = 0; start < STARTS_TO_WARM; start += 1) await startOnce(warm);
    const cold = { ...warm, profile: join(place, way, 'cold') };
    const startCold = () => {
      rmSync(cold.profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
      if (origin !== null) cpSync(kept, cold.profile, { recursive: true });
      return startOnce(cold);
    };
    players.push({ way, state: 'cold', runs: [], start: startCold });
    players.push({ way, state: 'warm', runs: [], start: () => startOnce(warm) });
  }
  return players;
}

async function startOnce(setup, before = async () => {}) {
  const startedAt = Date.now();
  const settings = { ...setup, enterprises: ENTERPRISES, main: join(SHELL, 'main.mjs') };
  const child = fork(ONCE, [JSON.stringify(settings)], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const ended = once(child, 'exit');
  const [seen, signal] = await Promise.race([once(child, 'message'), ended]);
  if (!seen?.shownAt) throw new Error(`the ${setup.way} ended with ${seen ?? signal}`);
  await before();
  child.send('stop');
  await ended;
  const shown = seen.shownAt - startedAt;
  return { ready: seen.readyAt - startedAt, shown, click: seen.clickMs, interactive: shown + seen.clickMs };
}

/** The program copies every enterprise a few seconds after it first saw it; later starts find the copies. */
async function copied(data) {
  const titles = () => readdirSync(data, { recursive: true }).filter((name) => name.endsWith('enterprise.json'));
  while (titles().length < ENTERPRISES) await wait(500);
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

function rowsOf(players) {
  const rows = players.map(({ way, state, runs }) => {
    const figures = ['ready', 'shown', 'click', 'interactive'];
    const medians = figures.map((figure) => [figure, median(runs.map((run) => run[figure]))]);
    return { way, state, runs: runs.length, ...Object.fromEntries(medians) };
  });
  const blankOf = (state) => rows.find((row) => row.way === BLANK && row.state === state).interactive;
  return rows.map((row) => ({ ...row, ratio: row.interactive / blankOf(row.state) }));
}

function linesOf(rows) {
  return tableLines(
    [
      `start, ${ENTERPRISES} enterprises, ms`,
      'runs',
      'before Chromium',
      'list',
      'click',
      'interactive',
      'x blank page',
    ],
    rows.map(({ way, state, runs, ready, shown, click, interactive, ratio }) => [
      `${way}, ${state}`,
      runs,
      ...[ready, shown, click, interactive].map((ms) => rounded(ms)),
      rounded(ratio, 2),
    ]),
  );
}
