import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dialog } from 'electron';
import { z } from 'zod';
import { DATA_VERSION } from '../contract/data-version.ts';
import { writeAtomically } from '../host/files/write-atomically.ts';

const Stamp = z.looseObject({ data: z.int().min(1) });

/**
 * Holds the data of the profile against this program before any window can touch it: false, with a word to the user, where
 * a newer program wrote it; else the profile is stamped with this program's version. An unreadable stamp is written anew,
 * for the database refuses newer data once more by itself.
 */
export async function claimData(profile: string, program: string): Promise<boolean> {
  const path = join(profile, 'data-version.json');
  const before = await stampedVersion(path);
  if (before > DATA_VERSION) {
    dialog.showErrorBox(
      '数据来自更新的版本 Newer data',
      '这台电脑上的数据由更新版本的织诊写入。请先升级程序再打开；数据没有改动。\n\n' +
        'The data on this computer was written by a newer version. Update the program first; nothing was changed.',
    );
    return false;
  }
  if (before < DATA_VERSION) await writeAtomically(path, `${JSON.stringify({ data: DATA_VERSION, program })}\n`);
  return true;
}

async function stampedVersion(path: string): Promise<number> {
  try {
    return Stamp.parse(JSON.parse(await readFile(path, 'utf8'))).data;
  } catch {
    return 0;
  }
}
