import { statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MOST_BYTES } from '#electron/contract/desktop-api.ts';
import { fileCalls } from '#electron/host/files/save-and-open.ts';
import { savedFiles } from '#electron/host/files/saved-files.ts';
import { temporaryFolder } from '#tests/support/cli.ts';
import { systemMissing } from '#tests/support/systems.ts';
import { withUmask } from '#tests/support/umask.ts';

function opening(paths: readonly string[]) {
  const dialogs = {
    chooseSavePath: () => Promise.resolve(null),
    chooseOpenPaths: () => Promise.resolve(paths),
    reveal: () => {},
  };
  return fileCalls(dialogs, savedFiles()).openFiles({ kind: 'dossier', many: true });
}

describe('files that the user opens', () => {
  it('come whole, under their names', async () => {
    const path = join(temporaryFolder(), '小.json');
    writeFileSync(path, '{}');
    const opened = await opening([path]);
    expect(opened).toEqual({ kind: 'done', value: [{ name: '小.json', bytes: new TextEncoder().encode('{}') }] });
  });

  it('are refused where they are too large together', async () => {
    const folder = temporaryFolder();
    const half = ['甲.json', '乙.json'].map((name) => join(folder, name));
    for (const path of half) {
      writeFileSync(path, '');
      truncateSync(path, MOST_BYTES / 2 + 1);
    }
    expect(await opening(half)).toEqual({ kind: 'trouble', trouble: 'too-large' });
    expect((await opening(half.slice(1))).kind).toBe('done');
  });

  it('are none where the dialog was closed', async () => {
    expect(await opening([])).toEqual({ kind: 'cancelled' });
  });
});

describe.skipIf(systemMissing('posix') !== null)('a file that the user saves where he says', () => {
  it('is open to whom his umask opens it', async () => {
    const path = join(temporaryFolder(), '报告.pdf');
    const dialogs = {
      chooseSavePath: () => Promise.resolve(path),
      chooseOpenPaths: () => Promise.resolve([]),
      reveal: () => {},
    };
    const { saveFile } = fileCalls(dialogs, savedFiles());
    await withUmask(0o027, () => saveFile({ name: '报告.pdf', bytes: new Uint8Array([1]), kind: 'report' }));
    expect(statSync(path).mode & 0o777).toBe(0o640);
  });
});
