import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, type WebContents } from 'electron';
import { PACKAGE_AWAITED, PACKAGE_GIVEN } from '../contract/channels.ts';
import { isOwnSender } from './ipc/own-sender.ts';

/** Who opens packages; the path of a given one goes there and nowhere else. */
export interface PackageTaker {
  readonly giveFile: (path: string) => void;
}

/**
 * Takes packages that the user opens from outside: from the arguments of this start, from those of a second one, and on
 * macOS from an event, which may come before anything else. The window is told that there is one as soon as it listens.
 * @returns who is to be told the taker, once there is one
 */
export function awaitPackages(argv: readonly string[]): (taker: PackageTaker) => void {
  let given = packageAmong(argv, process.cwd());
  let taker: PackageTaker | null = null;
  let listener: WebContents | null = null;
  const handOver = () => {
    if (given === null || taker === null || listener === null || listener.isDestroyed()) return;
    taker.giveFile(given);
    given = null;
    listener.send(PACKAGE_GIVEN);
  };
  const take = (args: readonly string[], folder: string) => {
    given = packageAmong(args, folder) ?? given;
    handOver();
  };
  app.on('second-instance', (_event, args, folder) => take(args, folder));
  app.on('open-file', (event, path) => {
    event.preventDefault();
    take([path], '/');
  });
  app.on('web-contents-created', (_event, contents) => {
    contents.ipc.on(PACKAGE_AWAITED, ({ senderFrame }) => {
      if (!isOwnSender(senderFrame)) return;
      listener = contents;
      handOver();
    });
  });
  return (found) => {
    taker = found;
    handOver();
  };
}

/** The last argument that names an existing package file, with its whole path. Linux desktops give addresses (`file:`). */
function packageAmong(args: readonly string[], folder: string): string | null {
  for (const arg of args.toReversed()) {
    try {
      const path = arg.startsWith('file:') ? fileURLToPath(arg) : resolve(folder, arg);
      if (/\.zhizhen$/i.test(path) && statSync(path).isFile()) return path;
    } catch {
      // No file, or none that can be looked at.
    }
  }
  return null;
}
