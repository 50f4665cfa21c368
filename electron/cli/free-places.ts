import { lstat, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fewAtOnce } from '../contract/few-at-once.ts';
import { whileHeld } from '../host/files/while-held.ts';
import { isOwn } from './own-mark.ts';
import { WriteFailure, type WriteObstacle } from './write-failure.ts';

/**
 * Makes sure that no output takes the place of an input, nor of anything that this program did not write or that was
 * changed since, and that none goes through a link. Files are known by what they are on the disk, so that another spelling,
 * capitals or a second name make no difference. `root` is the folder that the caller named, which may be a link.
 * @throws WriteFailure with every obstacle, before anything is done
 */
export async function insistOnFreePlaces(
  root: string,
  outputs: readonly string[],
  inputs: readonly string[],
): Promise<void> {
  const read = new Set((await fewAtOnce(inputs, identitiesOf)).flat());
  const folders = [...new Set(outputs.map((path) => dirname(path)))];
  const found = [
    ...(await fewAtOnce(folders, (folder) => obstacleOfFolder(folder, folder === root))),
    ...(await fewAtOnce(outputs, (path) => obstacleOfFile(path, read))),
  ].filter((obstacle) => obstacle !== null);
  if (found.length > 0) throw new WriteFailure(found);
}

async function obstacleOfFolder(path: string, mayBeLink: boolean): Promise<WriteObstacle | null> {
  const found = await (mayBeLink ? stat(path) : lstat(path)).catch(() => null);
  return found === null || found.isDirectory() ? null : { code: 'not-a-folder', path };
}

async function obstacleOfFile(path: string, read: ReadonlySet<string>): Promise<WriteObstacle | null> {
  const found = await lstat(path, { bigint: true }).catch(() => null);
  if (found === null) return null;
  if (read.has(identityOf(found))) return { code: 'overwrites-input', path };
  if (!found.isFile()) return { code: 'not-ours', path };
  const isOurs = await whileHeld(() => isOwn(path)).catch(() => null);
  if (isOurs === null) return { code: 'not-checked', path };
  return isOurs ? null : { code: 'not-ours', path };
}

/** Of the file and of the link to it, if the path is one; none where nothing is there. */
async function identitiesOf(path: string): Promise<string[]> {
  const found = await Promise.all([stat, lstat].map((look) => look(path, { bigint: true }).catch(() => null)));
  return found.flatMap((entry) => (entry === null ? [] : [identityOf(entry)]));
}

function identityOf({ dev, ino }: { readonly dev: bigint; readonly ino: bigint }): string {
  return `${dev}:${ino}`;
}
