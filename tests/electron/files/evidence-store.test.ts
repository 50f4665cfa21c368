import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { evidenceStore } from '#electron/host/files/evidence-store.ts';

const DAY = 24 * 3600 * 1000;
const root = mkdtempSync(join(tmpdir(), 'zhizhen-evidence-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let made = 0;
function storeWith({ free = 1e12, at = Date.now(), elsewhere = new Set<string>() } = {}) {
  const folder = join(root, String((made += 1)));
  let now = at;
  const store = evidenceStore({
    folder,
    free: () => Promise.resolve(free),
    now: () => now,
    namedElsewhere: () => Promise.resolve(elsewhere),
  });
  return { store, folder, passTime: (ms: number) => (now += ms) };
}
const bytes = (text: string) => new TextEncoder().encode(text);
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
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

  it('sweeps what no dossier names and what a crash left, a day later and not before', async () => {
    const { store, folder, passTime } = storeWith();
    for (const name of ['甲', '乙']) await store.keepEvidence({ name, bytes: bytes(name) });
    writeFileSync(join(folder, sha256('甲').slice(0, 2), `${sha256('丙')}.unfinished`), '半');
    const referenced = [sha256('甲')];
    expect(await store.sweepEvidence({ referenced })).toEqual({ kind: 'done', value: { removed: 0 } });
    passTime(-2 * DAY);
    expect(await store.sweepEvidence({ referenced })).toEqual({ kind: 'done', value: { removed: 0 } });
    passTime(4 * DAY);
    expect(await store.sweepEvidence({ referenced })).toEqual({ kind: 'done', value: { removed: 2 } });
    expect(await store.readEvidence({ sha256: sha256('甲') })).toMatchObject({ kind: 'done' });
  });

  it('does not sweep what was given again a moment ago', async () => {
    const { store, passTime } = storeWith();
    await store.keepEvidence({ name: 'a', bytes: bytes('旧') });
    passTime(3 * DAY);
    await store.keepEvidence({ name: 'a', bytes: bytes('旧') });
    expect(await store.sweepEvidence({ referenced: [] })).toEqual({ kind: 'done', value: { removed: 0 } });
  });

  it('does not sweep what a copy of the mirror names', async () => {
    const { store, passTime } = storeWith({ elsewhere: new Set([sha256('旧')]) });
    for (const name of ['旧', '新']) await store.keepEvidence({ name, bytes: bytes(name) });
    passTime(3 * DAY);
    expect(await store.sweepEvidence({ referenced: [] })).toEqual({ kind: 'done', value: { removed: 1 } });
    expect(await store.readEvidence({ sha256: sha256('旧') })).toMatchObject({ kind: 'done' });
  });

  it('loses no file that is given while it is swept, whatever the order', async () => {
    const { store, passTime } = storeWith();
    for (let round = 0; round < 30; round += 1) {
      const name = `第${round}件`;
      await store.keepEvidence({ name, bytes: bytes(name) });
      passTime(3 * DAY);
      const sweep = store.sweepEvidence({ referenced: [] });
      for (let turn = 0; turn < round; turn += 1) await Promise.resolve();
      const kept = await store.keepEvidence({ name, bytes: bytes(name) });
      await sweep;
      expect(kept).toMatchObject({ kind: 'done' });
      expect(await store.readEvidence({ sha256: sha256(name) }), name).toMatchObject({ kind: 'done' });
    }
  });

  it('brings back what a crash left taken aside, and keeps it where it is named', async () => {
    const { store, folder, passTime } = storeWith();
    await store.keepEvidence({ name: 'a', bytes: bytes('甲') });
    const place = join(folder, sha256('甲').slice(0, 2), sha256('甲'));
    renameSync(place, `${place}.0000.swept`);
    passTime(3 * DAY);
    await store.sweepEvidence({ referenced: [sha256('甲')] });
    expect(await store.readEvidence({ sha256: sha256('甲') })).toMatchObject({ kind: 'done' });
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
