import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { areTooLarge, type DesktopApi, type FileKind, type NamedFile } from '../../contract/desktop-api.ts';
import { CANCELLED, done, trouble } from '../../contract/outcomes.ts';
import { safeFileName } from '../../contract/safe-file-name.ts';
import { AS_UMASK_SAYS } from './rights.ts';
import type { SavedFiles } from './saved-files.ts';
import { writeAtomically } from './write-atomically.ts';

/** Hand-over packages are chosen and saved by their own calls. */
export type DialogKind = FileKind | 'package';

/** How the user is asked for a place; null or empty where he closed the dialog. */
export interface Dialogs {
  readonly chooseSavePath: (suggested: string, kind: DialogKind) => Promise<string | null>;
  readonly chooseOpenPaths: (kind: DialogKind, many: boolean) => Promise<readonly string[]>;
  readonly reveal: (path: string) => void;
}

/** Files that the user keeps and gives. Paths stay on this side; the page has tickets. */
export function fileCalls(
  dialogs: Dialogs,
  saved: SavedFiles,
): Pick<DesktopApi, 'saveFile' | 'openFiles' | 'revealSaved'> {
  return {
    saveFile: async ({ name, bytes, kind }) => {
      const path = await dialogs.chooseSavePath(safeFileName(name), kind);
      if (path === null) return CANCELLED;
      await writeAtomically(path, bytes, AS_UMASK_SAYS);
      return done({ ticket: saved.ticketOf(path) });
    },
    openFiles: async ({ kind, many }) => {
      const paths = await dialogs.chooseOpenPaths(kind, many);
      if (paths.length === 0) return CANCELLED;
      const sizes = await Promise.all(paths.map(async (path) => (await stat(path)).size));
      if (areTooLarge(sizes)) return trouble('too-large');
      const files: NamedFile[] = [];
      for (const path of paths) files.push({ name: basename(path), bytes: new Uint8Array(await readFile(path)) });
      return done(files);
    },
    revealSaved: ({ ticket }) => {
      const path = saved.pathOf(ticket);
      if (path === undefined) return Promise.resolve(trouble('not-found'));
      dialogs.reveal(path);
      return Promise.resolve(done(null));
    },
  };
}
