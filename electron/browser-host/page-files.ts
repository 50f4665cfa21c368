import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, rmSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join, parse } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { MOST_PACKAGE } from '../host/hand-over/limits.ts';

/** A page has no dialog that writes a large file: packages go into one folder, under a name that nothing has yet. */
export function freePath(folder: string, name: string): string {
  mkdirSync(folder, { recursive: true });
  const { name: stem, ext } = parse(name);
  for (let i = 1; ; i += 1) {
    const path = join(folder, i === 1 ? name : `${stem} (${i})${ext}`);
    if (!existsSync(path)) return path;
  }
}

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

/** Files that the page gives to be read here; the last one is kept until the next comes or the program ends. */
export function givenFiles() {
  let last: string | null = null;
  const forget = () => {
    if (last !== null) rmSync(last, { force: true });
    last = null;
  };
  process.on('exit', forget);
  return {
    /** The path under which a file now stands; null where it is larger than any package may be. */
    take: async (request: IncomingMessage): Promise<string | null> => {
      forget();
      const path = join(tmpdir(), `${randomUUID()}.zhizhen`);
      last = path;
      let size = 0;
      await pipeline(
        request,
        async function* (parts: AsyncIterable<Buffer>) {
          for await (const part of parts) {
            size += part.byteLength;
            if (size > MOST_PACKAGE) return;
            yield part;
          }
        },
        createWriteStream(path, { mode: 0o600 }),
      );
      if (size <= MOST_PACKAGE) return path;
      forget();
      return null;
    },
  };
}
