import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { OfficeFiles } from '../../contract/desktop-api.ts';

const MOST_BYTES = 20 * 1024 * 1024;
const FILES = { cover: 'cover.docx', logo: 'logo.jpg' } as const;

/** An office's own cover and logo; a file that cannot be read, or is larger than 20 MB, comes without bytes. */
export async function readOfficeFolder(folder: string): Promise<OfficeFiles> {
  const [cover, logo] = await Promise.all([FILES.cover, FILES.logo].map((name) => bytesOf(join(folder, name))));
  return { ...(cover === undefined ? {} : { cover }), ...(logo === undefined ? {} : { logo }) };
}

/** Undefined where there is no such file. */
async function bytesOf(path: string): Promise<Uint8Array | undefined> {
  try {
    const { size } = await stat(path);
    return size > MOST_BYTES ? new Uint8Array() : new Uint8Array(await readFile(path));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' || code === 'ENOTDIR' ? undefined : new Uint8Array();
  }
}
