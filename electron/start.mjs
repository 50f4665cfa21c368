import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { serve } from './browser-host/static-server.mjs';
import { buildWindow } from './build-window.mjs';

/** Opens the program in a browser on this machine. */
const { values } = parseArgs({
  options: {
    browser: { type: 'boolean', default: false },
    port: { type: 'string', default: '4173' },
    'no-open': { type: 'boolean', default: false },
  },
});
const folder = await buildWindow({ say: () => console.error('正在构建… building…') });
const { address } = await serve(folder, Number(values.port));
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
