import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readCopyName } from '#electron/host/backup/copy-name.ts';
import { mirrorStore } from '#electron/host/backup/mirror.ts';
import { copyText } from '#tests/support/copied-mills.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const START = Date.UTC(2026, 10, 25, 8);
const root = mkdtempSync(join(tmpdir(), 'zhizhen-mirror-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let made = 0;
function mirrorAt(start = START) {
  const folder = join(root, String((made += 1)));
  let now = start;
  const store = mirrorStore({ folder, now: () => now });
  const write = (dossier: string, id = 'ent-1') => store.mirrorDossier({ id, dossier });
  const place = () => join(folder, readdirSync(folder)[0] ?? '');
  /** By their revisions. */
  const copies = () =>
    readdirSync(place())
      .filter((name) => readCopyName(name) !== null)
      .sort((a, b) => (readCopyName(a)?.revision ?? 0) - (readCopyName(b)?.revision ?? 0));
  const listed = async () => {
    const listing = await store.listMirror();
    return listing.kind === 'done' ? listing.value : expect.fail(JSON.stringify(listing));
  };
  const newest = async (id = 'ent-1') => {
    const read = await store.readMirror({ id, sha256: null });
    return read.kind === 'done' ? read.value : read;
  };
  return { folder, store, write, place, copies, listed, newest, passTime: (ms: number) => (now += ms) };
}

describe('the mirror', () => {
  it('writes a copy that can be read back, and none where nothing changed', async () => {
    const { store, write, copies, listed, newest, passTime } = mirrorAt();
    expect(await write(copyText(1))).toEqual({ kind: 'done', value: { at: START } });
    passTime(MINUTE);
    expect(await write(copyText(1))).toEqual({ kind: 'done', value: { at: START } });
    expect(copies()).toHaveLength(1);
    const first = (await listed()).entries[0]?.newest[0]?.sha256 ?? null;
    await write(copyText(2));
    expect(await newest()).toBe(copyText(2));
    expect(await store.readMirror({ id: 'ent-1', sha256: first })).toEqual({ kind: 'done', value: copyText(1) });
    expect(await listed()).toEqual({
      entries: [
        {
          id: 'ent-1',
          name: '滨州某某纺织',
          newest: [expect.objectContaining({ revision: 2, at: START + MINUTE, bytes: Buffer.byteLength(copyText(2)) })],
          damaged: 0,
        },
      ],
      unreadable: [],
    });
  });

  it('takes no dossier of another id, and nothing that is none', async () => {
    const { write, listed } = mirrorAt();
    for (const text of [copyText(1, '', { id: 'ent-2' }), '{}', '[1]', 'null', '{"id":"ent-1"', '{"id":1}'])
      expect(await write(text)).toEqual({ kind: 'trouble', trouble: 'refused' });
    expect(await listed()).toEqual({ entries: [], unreadable: [] });
  });

  it('writes a copy again where the one of the same contents is damaged', async () => {
    const { write, place, copies, newest, passTime } = mirrorAt();
    await write(copyText(1));
    writeFileSync(join(place(), copies()[0] ?? ''), copyText(9));
    passTime(1);
    await write(copyText(1));
    expect(await newest()).toBe(copyText(1));
  });

  it('gives the copy of the latest revision that is whole, however many later ones are damaged without being shorter', async () => {
    const { store, write, place, copies, listed, newest } = mirrorAt();
    for (const revision of [1, 2, 3]) await write(copyText(revision));
    for (const name of copies().slice(1)) writeFileSync(join(place(), name), copyText(7));
    expect(await newest()).toBe(copyText(1));
    expect(await listed()).toMatchObject({ entries: [{ newest: [{ revision: 1 }], damaged: 2 }], unreadable: [] });
    expect(await newest('ent-2')).toEqual({ kind: 'trouble', trouble: 'not-found' });
    const sha256 = readCopyName(copies()[1] ?? '')?.sha256 ?? null;
    expect(await store.readMirror({ id: 'ent-1', sha256 })).toEqual({ kind: 'trouble', trouble: 'damaged' });
  });

  it('orders copies by their revisions, whatever the clock said', async () => {
    const { write, copies, newest, listed, passTime } = mirrorAt();
    await write(copyText(1));
    passTime(12_000 * DAY);
    await write(copyText(2));
    passTime(-12_003 * DAY);
    await write(copyText(3));
    expect(await newest()).toBe(copyText(3));
    expect(await listed()).toMatchObject({ entries: [{ newest: [{ revision: 3, at: START - 3 * DAY }] }] });
    expect(copies()).toHaveLength(3);
  });

  it('keeps a state that went back beside the later one, which stays the newest', async () => {
    const { write, newest, copies, passTime } = mirrorAt();
    for (let revision = 1; revision <= 30; revision += 1) await write(copyText(revision, 'one way'));
    passTime(MINUTE);
    await write(copyText(4, 'other'));
    expect(await newest()).toBe(copyText(30, 'one way'));
    expect(copies().map((name) => readCopyName(name)?.at)).toContain(START + MINUTE);
  });

  it('lists every copy of the latest revision where it was reached twice', async () => {
    const { write, listed } = mirrorAt();
    for (const content of ['', 'one', 'another']) await write(copyText(content === '' ? 1 : 2, content));
    const [entry] = (await listed()).entries;
    expect(entry?.newest.map(({ revision }) => revision)).toEqual([2, 2]);
  });

  it('writes copies asked for at once in the order asked', async () => {
    const { write, copies, newest } = mirrorAt();
    await Promise.all(Array.from({ length: 9 }, (_, i) => write(copyText(i))));
    expect(copies()).toHaveLength(9);
    expect(await newest()).toBe(copyText(8));
  });

  it('lists an enterprise of any name and id, and none twice', async () => {
    const { write, listed } = mirrorAt();
    const ids = ['../../etc', 'CON', '企业 1', 'a'.repeat(200)];
    for (const id of ids) await write(copyText(1, '', { id, name: '名'.repeat(1500) }), id);
    const { entries } = await listed();
    expect(entries.map(({ id }) => id).sort()).toEqual([...ids].sort());
    expect(entries.map(({ name }) => name.length)).toEqual([1500, 1500, 1500, 1500]);
  });
});

describe('copies that were moved, renamed or damaged', () => {
  it('are known by what is in them where their folder was renamed or lies deeper', async () => {
    const { folder, write, place, listed, newest } = mirrorAt();
    await write(copyText(1));
    renameSync(place(), join(folder, '印染厂（旧）'));
    mkdirSync(join(folder, '自动备份'));
    renameSync(join(folder, '印染厂（旧）'), join(folder, '自动备份', '印染厂'));
    expect(await listed()).toMatchObject({ entries: [{ id: 'ent-1', newest: [{ revision: 1 }] }], unreadable: [] });
    expect(await newest()).toBe(copyText(1));
    await write(copyText(2));
    expect(await listed()).toMatchObject({ entries: [{ newest: [{ revision: 2 }] }] });
  });

  it('are listed once where their folder was copied beside itself', async () => {
    const { write, place, listed } = mirrorAt();
    await write(copyText(1));
    cpSync(place(), `${place()} - 副本`, { recursive: true });
    const { entries } = await listed();
    expect(entries).toHaveLength(1);
    expect(entries[0]?.newest).toHaveLength(1);
  });

  it.each([
    ['by a sync program', (name: string) => name.replace('.json', ' (1).json')],
    ['by hand', () => '备份.json'],
    ['to another ending', () => '备份.json.bak'],
    ['so that the name says another revision', (name: string) => name.replace('.r2.', '.r1.')],
  ])('are known by what is in them where they were renamed %s', async (_, renamed) => {
    const { store, write, place, copies, listed } = mirrorAt();
    await write(copyText(1));
    await write(copyText(2));
    const name = copies()[1] ?? '';
    renameSync(join(place(), name), join(place(), renamed(name)));
    const { entries } = await listed();
    expect(entries).toMatchObject([{ id: 'ent-1', newest: [{ revision: 2 }] }]);
    const sha256 = entries[0]?.newest[0]?.sha256 ?? null;
    expect(await store.readMirror({ id: 'ent-1', sha256 })).toEqual({ kind: 'done', value: copyText(2) });
  });

  it('do not count where they were renamed and are not what was written', async () => {
    const { write, place, copies, listed } = mirrorAt();
    await write(copyText(1));
    await write(copyText(2));
    const path = join(place(), copies()[1] ?? '');
    renameSync(path, path.replace('.json', ' (1).json'));
    writeFileSync(path.replace('.json', ' (1).json'), copyText(3));
    expect(await listed()).toMatchObject({ entries: [{ newest: [{ revision: 1 }] }] });
    rmSync(join(place(), copies()[0] ?? ''));
    expect(await listed()).toMatchObject({ entries: [], unreadable: [{ copies: 1 }] });
  });

  it('are found where they were moved after they were listed', async () => {
    const { folder, store, write, place, listed } = mirrorAt();
    await write(copyText(1));
    const sha256 = (await listed()).entries[0]?.newest[0]?.sha256 ?? null;
    renameSync(place(), join(folder, 'moved'));
    expect(await store.readMirror({ id: 'ent-1', sha256 })).toEqual({ kind: 'done', value: copyText(1) });
  });

  it('are said where none can be read: how many, where, since when and whose', async () => {
    const { write, place, copies, listed, passTime } = mirrorAt();
    for (const revision of [1, 2]) {
      await write(copyText(revision, 'long enough to lose something'));
      passTime(MINUTE);
    }
    for (const name of copies()) truncateSync(join(place(), name), 130);
    writeFileSync(join(place(), '备份.json'), '');
    const { entries, unreadable } = await listed();
    expect(entries).toEqual([]);
    const { mill } = readCopyName(copies()[0] ?? '') ?? {};
    expect(unreadable).toMatchObject([{ mill, name: '滨州某某纺织', folder: place(), copies: 3 }]);
    expect(unreadable[0]?.at).toBeGreaterThanOrEqual(START + MINUTE);
  });

  it('are said where their names are gone too', async () => {
    const { folder, listed } = mirrorAt();
    mkdirSync(join(folder, '印染厂'), { recursive: true });
    writeFileSync(join(folder, '印染厂', '1.json'), '\0\0\0');
    expect(await listed()).toMatchObject({ unreadable: [{ name: '', folder: join(folder, '印染厂'), copies: 1 }] });
  });

  it('do not hide those of another enterprise', async () => {
    const { write, place, copies, listed } = mirrorAt();
    await write(copyText(1));
    writeFileSync(join(place(), copies()[0] ?? ''), 'x');
    await write(copyText(1, '', { id: 'ent-2' }), 'ent-2');
    expect(await listed()).toMatchObject({ entries: [{ id: 'ent-2' }], unreadable: [{ copies: 1 }] });
  });

  it('are none where a crash left something half written or a file is none of the mirror', async () => {
    const { folder, write, place, listed } = mirrorAt();
    await write(copyText(1));
    writeFileSync(join(place(), '2026-11-25T09-00-00.000Z.r9.unfinished'), copyText(9));
    writeFileSync(join(place(), 'Thumbs.db'), 'x');
    writeFileSync(join(folder, 'desktop.ini'), 'x');
    writeFileSync(join(folder, 'settings.json'), '{"a":1}');
    expect(await listed()).toMatchObject({ entries: [{ newest: [{ revision: 1 }], damaged: 0 }], unreadable: [] });
  });

  it('are none where there is no folder, and it is not made by looking', async () => {
    const { folder, listed } = mirrorAt();
    expect(await listed()).toEqual({ entries: [], unreadable: [] });
    expect(() => readdirSync(folder)).toThrow('ENOENT');
  });
});

describe('an enterprise that was erased', () => {
  it('is forgotten with every copy wherever it lies, and no other is', async () => {
    const { folder, store, write, place, newest, listed } = mirrorAt();
    await write(copyText(1));
    const own = place();
    cpSync(own, join(folder, 'elsewhere'), { recursive: true });
    writeFileSync(join(own, 'x.unfinished'), copyText(1));
    await write(copyText(1, '', { id: 'ent-2' }), 'ent-2');
    const [other = ''] = readdirSync(folder).filter(
      (name) => ![own, join(folder, 'elsewhere')].includes(join(folder, name)),
    );
    const [file = ''] = readdirSync(join(folder, other));
    renameSync(join(folder, other, file), join(own, file));
    rmSync(join(folder, other), { recursive: true });

    expect(await store.forgetMirror({ id: 'ent-1' })).toEqual({ kind: 'done', value: null });
    expect(await newest()).toEqual({ kind: 'trouble', trouble: 'not-found' });
    expect(await listed()).toMatchObject({ entries: [{ id: 'ent-2' }], unreadable: [] });
    expect(readdirSync(own)).toEqual([file]);
    expect(() => readdirSync(join(folder, 'elsewhere'))).toThrow('ENOENT');
    expect(readFileSync(join(own, file), 'utf8')).not.toContain('ent-1');
    expect(await store.forgetMirror({ id: 'never' })).toEqual({ kind: 'done', value: null });
  });

  it('is not copied again by a copy that was asked for before', async () => {
    const { store, write, listed } = mirrorAt();
    const copied = write(copyText(1));
    await store.forgetMirror({ id: 'ent-1' });
    await copied;
    expect(await listed()).toEqual({ entries: [], unreadable: [] });
  });
});

describe('what stays of the copies', () => {
  it('is the last ten and the last of each of thirty days', async () => {
    const { write, copies, passTime } = mirrorAt();
    let revision = 0;
    for (let day = 0; day < 40; day += 1) {
      for (let i = 0; i < 3; i += 1) {
        await write(copyText((revision += 1)));
        passTime(MINUTE);
      }
      passTime(DAY - 3 * MINUTE);
    }
    const days = copies().map((name) => name.slice(0, 10));
    expect(new Set(days).size).toBe(30);
    expect(copies().length).toBeGreaterThanOrEqual(10 + 30 - 4);
    expect(copies().length).toBeLessThan(10 + 30 + 8);
    expect(days.filter((day) => day === days.at(-1))).toHaveLength(3);
  });

  it('does not go by a damaged larger copy in place of a whole one', async () => {
    const { store, write, place, copies, passTime } = mirrorAt();
    await write(copyText(0, '满'.repeat(500)));
    const sha256 = readCopyName(copies()[0] ?? '')?.sha256 ?? null;
    passTime(DAY);
    await write(copyText(1, '满'.repeat(600)));
    writeFileSync(join(place(), copies().at(-1) ?? ''), 'x'.repeat(1808));
    for (let i = 2; i <= 42; i += 1) {
      passTime(2 * DAY);
      await write(copyText(i));
    }
    expect(await store.readMirror({ id: 'ent-1', sha256 })).toMatchObject({ kind: 'done' });
  });

  it('removes what a crash left half written, once nobody can be writing it any more', async () => {
    const { write, place, passTime } = mirrorAt(Date.now());
    await write(copyText(1));
    writeFileSync(join(place(), 'x.unfinished'), '{"a"');
    await write(copyText(2));
    expect(readdirSync(place())).toContain('x.unfinished');
    passTime(DAY);
    await write(copyText(3));
    expect(readdirSync(place())).not.toContain('x.unfinished');
  });
});
