import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildShell } from './build-shell.mjs';
import { buildWindow } from './build-window.mjs';
import { compiled } from './cli/compile.mjs';
import { electronRuntime } from './electron-runtime.mjs';
import { runProgram } from './run-program.mjs';
import { StartFailure } from './start-failure.mjs';
import { sayStart } from './start-words.mjs';

const PROJECT = fileURLToPath(new URL('../', import.meta.url));
const HIGHEST_PORT = 65535;

/**
 * Opens the program: in Electron where a runtime is or can be had and starts, else in a browser on this machine. Ends the
 * process where nothing is left to serve. @throws where it cannot be opened (`reasonOf` says why)
 */
export async function startProgram(args) {
  const { values } = parseArgs({
    args,
    options: {
      browser: { type: 'boolean', default: false },
      port: { type: 'string', default: '4173' },
      'no-open': { type: 'boolean', default: false },
      data: { type: 'string' },
    },
  });
  const port = portOf(values.port);
  const isBrowserWanted = values.browser || values['no-open'];
  const runtime = isBrowserWanted ? null : await electronRuntime();
  const window = await buildWindow({ say: () => sayStart('building') });
  if (runtime !== null) {
    await buildShell();
    const { code, failure } = await runProgram(runtime, [PROJECT]);
    if (failure === null) process.exit(code);
    sayStart('electron-failed', { failure });
  } else if (!isBrowserWanted) {
    sayStart('no-electron');
  }
  await openInBrowser({ window, port, data: values.data, isOpening: !values['no-open'] });
}

/** 0 lets the system choose, which only tests want: every start would be another address. */
function portOf(text) {
  if (!/^\d{1,5}$/.test(text) || Number(text) > HIGHEST_PORT) throw new StartFailure('wrong-port', { port: text });
  return Number(text);
}

async function openInBrowser(options) {
  const { startBrowserHost } = await import(await compiled('browser-host'));
  const close = await startBrowserHost({
    ...options,
    now: () => Date.now(),
    give: (address) => console.log(address),
    say: sayStart,
  });
  if (close === null) process.exit(0);
  // Ended from the terminal it still removes the packages that pages gave it.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit());
}
