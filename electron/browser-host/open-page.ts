import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** A program that opens pages and has not ended by then shows one, in milliseconds. */
const LONGEST_WAIT_MS = 3000;

/**
 * A page that leads on to an address. The browser is given this file instead of the address, as every user of the computer
 * can read what programs are started with, and nobody else can read the file.
 */
export function leadingPage(address: string): string {
  return `<!doctype html>
<html lang="zh-CN">
  <meta charset="utf-8" />
  <meta name="referrer" content="no-referrer" />
  <meta http-equiv="refresh" content="0; url=${address}" />
  <title>织诊 ZhiZhen</title>
  <p><a href="${address}">织诊 ZhiZhen</a></p>
</html>
`;
}

/** Opens a file with the browser of the system; false where that failed. */
export async function openPage(path: string): Promise<boolean> {
  const [command, ...args] =
    process.platform === 'win32'
      ? ['rundll32', 'url.dll,FileProtocolHandler', path]
      : [process.platform === 'darwin' ? 'open' : 'xdg-open', path];
  const opener = spawn(command, args, { stdio: 'ignore', detached: true });
  const ended = once(opener, 'exit', { signal: AbortSignal.timeout(LONGEST_WAIT_MS) });
  opener.unref();
  return ended.then(
    ([code]) => code === 0,
    (error: Error) => error.name === 'AbortError',
  );
}
