import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { serve } from './browser-host/static-server.mjs';
import { buildShell } from './build-shell.mjs';
import { buildWindow } from './build-window.mjs';
import { compiled } from './cli/compile.mjs';
import { electronRuntime } from './electron-runtime.mjs';
import { runProgram } from './run-program.mjs';

const PROJECT = fileURLToPath(new URL('../', import.meta.url));

/** Opens the program: in Electron where a runtime is or can be had and starts, else in a browser on this machine. */
const { values } = parseArgs({
  options: {
    browser: { type: 'boolean', default: false },
    port: { type: 'string', default: '4173' },
    'no-open': { type: 'boolean', default: false },
    data: { type: 'string' },
  },
});
const isBrowserWanted = values.browser || values['no-open'];
const runtime = isBrowserWanted ? null : await electronRuntime();
const folder = await buildWindow({ say: () => console.error('正在构建… building…') });
if (runtime !== null) {
  await buildShell();
  const { code, failure } = await runProgram(runtime, [PROJECT]);
  if (failure === null) process.exit(code);
  console.error(`Electron 无法启动（${failure}），改用浏览器打开。 Electron does not start; opening in a browser.`);
} else if (!isBrowserWanted) {
  console.error('没有可用的 Electron，改用浏览器打开。 No Electron runtime here; opening in a browser.');
}
await openInBrowser();

async function openInBrowser() {
  const { desktopServer } = await import(await compiled('desktop-server'));
  const { address } = await serve(folder, Number(values.port), desktopServer(values.data));
  console.log(address);
  // Ended from the terminal it still removes the package that a page gave it.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit());
  if (!values['no-open']) open(address);
}

function open(url) {
  const [command, ...args] =
    process.platform === 'win32'
      ? ['cmd', '/c', 'start', '', url]
      : [process.platform === 'darwin' ? 'open' : 'xdg-open', url];
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
