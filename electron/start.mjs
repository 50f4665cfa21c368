import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { serve } from './browser-host/static-server.mjs';
import { buildWindow } from './build-window.mjs';
import { compiled } from './cli/compile.mjs';

/** Opens the program in a browser on this machine. */
const { values } = parseArgs({
  options: {
    browser: { type: 'boolean', default: false },
    port: { type: 'string', default: '4173' },
    'no-open': { type: 'boolean', default: false },
    data: { type: 'string' },
  },
});
const folder = await buildWindow({ say: () => console.error('正在构建… building…') });
const { desktopServer } = await import(await compiled('desktop-server'));
const { address } = await serve(folder, Number(values.port), desktopServer(values.data));
console.log(address);
if (!values['no-open']) open(address);

function open(url) {
  const [command, ...args] =
    process.platform === 'win32'
      ? ['cmd', '/c', 'start', '', url]
      : [process.platform === 'darwin' ? 'open' : 'xdg-open', url];
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
