import { spawn } from 'node:child_process';
import { dirname } from 'node:path';

/** Shows a file in its folder with the program of the system for that. */
export function reveal(path: string): void {
  const [command, ...args] =
    process.platform === 'win32'
      ? ['explorer.exe', `/select,${path}`]
      : process.platform === 'darwin'
        ? ['open', '-R', path]
        : ['xdg-open', dirname(path)];
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
