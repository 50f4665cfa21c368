import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** A short name for the state of some sources, by time and size, so that nothing is built twice. */
export async function sourceFingerprint(project, folders, files) {
  const hash = createHash('sha256').update(process.version);
  const paths = files.map((name) => join(project, name));
  for (const folder of folders) {
    const entries = await readdir(join(project, folder), { recursive: true, withFileTypes: true });
    paths.push(...entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)));
  }
  for (const path of paths.sort()) {
    const { mtimeMs, size } = await stat(path);
    hash.update(`${relative(project, path)}\0${mtimeMs}\0${size}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}
