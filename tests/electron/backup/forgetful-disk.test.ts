import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { mirrorStore } from '#electron/host/backup/mirror.ts';
import type * as files from '#electron/host/files/write-atomically.ts';
import { copyText } from '#tests/support/copied-mills.ts';

/** No disk here forgets on demand: after the real write its file is changed. */
vi.mock('#electron/host/files/write-atomically.ts', async (original) => {
  const real = await original<typeof files>();
  return {
    ...real,
    writeAtomically: async (path: string, content: string) => {
      await real.writeAtomically(path, content);
      await writeFile(path, content.replace('名称', '\0\0'));
    },
  };
});

const root = mkdtempSync(join(tmpdir(), 'zhizhen-forgetful-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('a disk that does not give back what it was given', () => {
  it('has taken no copy', async () => {
    const mirror = mirrorStore({ folder: root, now: () => Date.now() });
    const copy = (name: string) =>
      mirror.mirrorDossier({ id: 'ent-1', dossier: copyText(1, '', { id: 'ent-1', name }) });
    expect(await copy('名称')).toEqual({ kind: 'trouble', trouble: 'damaged' });
    expect(await copy('另一家')).toMatchObject({ kind: 'done' });
  });
});
