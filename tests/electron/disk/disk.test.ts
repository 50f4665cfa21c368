import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Outcome } from '#electron/contract/outcomes.ts';
import { answer } from '#electron/host/calls/answer.ts';
import { handlersOf } from '#electron/host/calls/handler-table.ts';
import { copyText } from '#tests/support/copied-mills.ts';
import { roomyStores } from '#tests/support/roomy-stores.ts';
import { mountMissing, quietly } from '#tests/support/mounted.ts';

const missing = mountMissing('tmpfs');
const root = mkdtempSync(join(tmpdir(), 'zhizhen-disk-'));
const disk = join(root, 'disk');
mkdirSync(disk);
afterAll(() => rmSync(root, { recursive: true, force: true }));

const unused = () => Promise.reject(new Error('not asked for here'));
const handlers = handlersOf({
  about: unused,
  files: { saveFile: unused, openFiles: unused, revealSaved: unused },
  readOffice: unused,
  ...roomyStores(disk),
  packages: { packDossier: unused, openPackage: unused, acceptPackage: unused },
});
const copy = (dossier: string) => answer(handlers, 'mirrorDossier', { id: 'ent-1', dossier });
const read = () => answer(handlers, 'readMirror', { id: 'ent-1', sha256: null }) as Promise<Outcome<string>>;
const keep = (bytes: Uint8Array) => answer(handlers, 'keepEvidence', { name: 'a', bytes });
const unfinished = () =>
  readdirSync(disk, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.unfinished'));

describe.skipIf(missing !== null)('a disk of 2 MB', () => {
  beforeEach(() => quietly('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk]));
  afterEach(() => quietly('umount', [disk]));

  it('that fills up loses no copy that was acknowledged, says so, and takes more once there is room', async () => {
    const dossier = (i: number) => copyText(i, randomBytes(100_000).toString('hex'));
    let last = '';
    let refused: Outcome<unknown> | null = null;
    for (let i = 0; i < 20 && refused === null; i += 1) {
      const text = dossier(i);
      const outcome = await copy(text);
      if (outcome.kind === 'done') last = text;
      else refused = outcome;
    }
    expect(refused).toEqual({ kind: 'trouble', trouble: 'disk-full' });
    expect(await keep(new Uint8Array(1_000_000))).toEqual({ kind: 'trouble', trouble: 'disk-full' });
    expect(unfinished()).toEqual([]);
    expect(await read()).toEqual({ kind: 'done', value: last });
    quietly('mount', ['-o', 'remount,size=4m', disk]);
    expect(await copy(copyText(99, 'after'))).toMatchObject({ kind: 'done' });
    expect(await keep(new Uint8Array(1_000_000))).toMatchObject({ kind: 'done' });
  });

  it.each(['with copies on it', 'that is empty'])(
    'that is only read, %s, is said to be so and is still read',
    async (state) => {
      const hasCopies = state === 'with copies on it';
      if (hasCopies) await copy(copyText(1));
      quietly('mount', ['-o', 'remount,ro', disk]);
      expect(await copy(copyText(2))).toEqual({ kind: 'trouble', trouble: 'read-only' });
      expect(await keep(new Uint8Array(10))).toEqual({ kind: 'trouble', trouble: 'read-only' });
      if (hasCopies) expect(await read()).toEqual({ kind: 'done', value: copyText(1) });
    },
  );
});
