import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { evidenceStore } from '#electron/host/files/evidence-store.ts';
import { sha256 } from '#tests/support/swept-stores.ts';

const root = mkdtempSync(join(tmpdir(), 'zhizhen-evidence-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let made = 0;
function storeWith({ free = 1e12 } = {}) {
  const folder = join(root, String((made += 1)));
  const store = evidenceStore({
    folder,
    free: () => Promise.resolve(free),
    now: () => Date.now(),
    copies: () => Promise.reject(new Error('nothing is swept here')),
  });
  return { store, folder };
}
const bytes = (text: string) => new TextEncoder().encode(text);
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());

describe('the evidence store', () => {
  it('keeps a file once under its hash and gives it back', async () => {
    const { store, folder } = storeWith();
    const kept = await store.keepEvidence({ name: '水表照片.jpg', bytes: bytes('照片') });
    expect(kept).toEqual({ kind: 'done', value: { sha256: sha256('照片'), bytes: 6 } });
    await store.keepEvidence({ name: '另一个名字.jpg', bytes: bytes('照片') });
    expect(filesIn(folder)).toHaveLength(1);
    expect(await store.readEvidence({ sha256: sha256('照片') })).toEqual({ kind: 'done', value: bytes('照片') });
  });

  it('says of a changed file that it is damaged, and mends it when the file is given again', async () => {
    const { store, folder } = storeWith();
    await store.keepEvidence({ name: 'a', bytes: bytes('账单') });
    writeFileSync(join(folder, sha256('账单').slice(0, 2), sha256('账单')), '改过');
    expect(await store.readEvidence({ sha256: sha256('账单') })).toEqual({ kind: 'trouble', trouble: 'damaged' });
    await store.keepEvidence({ name: 'a', bytes: bytes('账单') });
    expect(await store.readEvidence({ sha256: sha256('账单') })).toMatchObject({ kind: 'done' });
  });

  it('takes nothing where less than 500 MB would be left, and writes nothing then', async () => {
    const { store, folder } = storeWith({ free: 500 * 1024 * 1024 });
    expect(await store.keepEvidence({ name: 'a', bytes: bytes('x') })).toEqual({
      kind: 'trouble',
      trouble: 'disk-low',
    });
    expect(() => readdirSync(folder)).toThrow('ENOENT');
  });

  it('takes no file without bytes', async () => {
    const { store, folder } = storeWith();
    const empty = { kind: 'trouble', trouble: 'empty-file' };
    expect(await store.keepEvidence({ name: '空.pdf', bytes: new Uint8Array() })).toEqual(empty);
    expect(() => readdirSync(folder)).toThrow('ENOENT');
  });

  it('counts as kept only what is whole, and is mended by the stream of a package', async () => {
    const { store, folder } = storeWith();
    await store.keepEvidence({ name: 'a', bytes: bytes('账单') });
    const place = join(folder, sha256('账单').slice(0, 2), sha256('账单'));
    expect(await store.streams.isWhole(sha256('账单'))).toBe(true);
    writeFileSync(place, '账章');
    expect(await store.streams.sizeOf(sha256('账单'))).toBe(6);
    expect(await store.streams.isWhole(sha256('账单'))).toBe(false);
    // eslint-disable-next-line @typescript-eslint/require-await -- bytes at hand, as a stream
    const stream = async function* () {
      yield bytes('账单');
    };
    expect(await store.streams.keep(sha256('账单'), 6, stream())).toMatchObject({ kind: 'done' });
    expect(readFileSync(place, 'utf8')).toBe('账单');
    expect(await store.streams.isWhole(sha256('别的'))).toBe(false);
  });

  describe('of a file that lies in the bin', () => {
    const binned = async () => {
      const { store, folder } = storeWith();
      await store.keepEvidence({ name: 'a', bytes: bytes('照片') });
      const place = join(folder, sha256('照片').slice(0, 2), sha256('照片'));
      const inBin = join(folder, '待清理', '2026-11-30', sha256('照片'));
      mkdirSync(dirname(inBin), { recursive: true });
      renameSync(place, inBin);
      return { store, folder, place, inBin };
    };

    it.each<[string, (store: ReturnType<typeof evidenceStore>) => Promise<unknown>]>([
      ['read', (store) => store.readEvidence({ sha256: sha256('照片') })],
      ['asked for its size', (store) => store.streams.sizeOf(sha256('照片'))],
      ['asked whether it is whole', (store) => store.streams.isWhole(sha256('照片'))],
      ['given again', (store) => store.keepEvidence({ name: 'a', bytes: bytes('照片') })],
      ['put back with all', (store) => store.putBackEvidence()],
    ])('brings it back to its place when it is %s', async (_, ask) => {
      const { store, folder, place } = await binned();
      await ask(store);
      expect(filesIn(folder).map(({ name }) => name)).toEqual([sha256('照片')]);
      expect(readFileSync(place, 'utf8')).toBe('照片');
    });

    it('never puts a damaged one over a whole one', async () => {
      const { store, place, inBin, folder } = await binned();
      writeFileSync(inBin, '照口');
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, '照片');
      expect(await store.putBackEvidence()).toEqual({ kind: 'done', value: { broughtBack: 1 } });
      expect(readFileSync(place, 'utf8')).toBe('照片');
      expect(filesIn(folder)).toHaveLength(1);
    });

    it('mends a damaged one at its place by the whole one', async () => {
      const { store, place } = await binned();
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, '照口');
      expect(await store.readEvidence({ sha256: sha256('照片') })).toEqual({ kind: 'done', value: bytes('照片') });
    });

    it('lists it with its size and the day before which nothing goes', async () => {
      const { store, folder } = await binned();
      expect(await store.listEvidenceBin()).toMatchObject({
        kind: 'done',
        value: { folder: join(folder, '待清理'), days: [{ cameOn: '2026-11-30', files: 1, bytes: 6 }] },
      });
      await store.putBackEvidence();
      expect(await store.listEvidenceBin()).toMatchObject({ kind: 'done', value: { days: [] } });
    });

    it('still reads what stands at its place where the bin itself cannot be read', async () => {
      const { store, folder } = storeWith();
      await store.keepEvidence({ name: 'a', bytes: bytes('照片') });
      writeFileSync(join(folder, '待清理'), 'no folder');
      expect(await store.readEvidence({ sha256: sha256('照片') })).toMatchObject({ kind: 'done' });
      await expect(store.listEvidenceBin()).rejects.toThrow('ENOTDIR');
    });
  });

  it('keeps a stream only under the hash that it has', async () => {
    const { store, folder } = storeWith();
    // eslint-disable-next-line @typescript-eslint/require-await -- bytes at hand, as a stream
    const stream = async function* () {
      yield bytes('照');
      yield bytes('片');
    };
    expect(await store.streams.keep(sha256('别的'), 6, stream())).toEqual({ kind: 'trouble', trouble: 'damaged' });
    expect(filesIn(folder)).toEqual([]);
    expect(await store.streams.keep(sha256('照片'), 6, stream())).toMatchObject({ kind: 'done' });
    expect(await store.streams.sizeOf(sha256('照片'))).toBe(6);
    expect(await store.streams.sizeOf(sha256('别的'))).toBeNull();
  });
});
