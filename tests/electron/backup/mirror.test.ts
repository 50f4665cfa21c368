import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readCopyName } from '#electron/host/backup/copy-name.ts';
import { mirrorStore } from '#electron/host/backup/mirror.ts';

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
  const write = (dossier: string) => store.mirrorDossier({ id: 'ent-1', name: '滨州某某纺织', dossier });
  const place = () => join(folder, readdirSync(folder)[0] ?? '');
  const copies = () =>
    readdirSync(place())
      .filter((name) => readCopyName(name) !== null)
      .sort();
  return { store, write, place, copies, passTime: (ms: number) => (now += ms) };
}

describe('the mirror', () => {
  it('writes a copy that can be read back, and none where nothing changed', async () => {
    const { store, write, copies, passTime } = mirrorAt();
    expect(await write('{"a":"第一版"}')).toEqual({ kind: 'done', value: { at: START } });
    passTime(MINUTE);
    expect(await write('{"a":"第一版"}')).toEqual({ kind: 'done', value: { at: START } });
    expect(copies()).toHaveLength(1);
    await write('{"a":"第二版"}');
    expect(await store.readMirror({ id: 'ent-1', at: null })).toEqual({ kind: 'done', value: '{"a":"第二版"}' });
    expect(await store.readMirror({ id: 'ent-1', at: START })).toEqual({ kind: 'done', value: '{"a":"第一版"}' });
    expect(await store.listMirror()).toMatchObject({
      value: [{ id: 'ent-1', name: '滨州某某纺织', damaged: [], copies: [{ at: START + MINUTE }, { at: START }] }],
    });
  });

  it('gives the newest copy that is whole, and lists the others as damaged', async () => {
    const { store, write, place, copies, passTime } = mirrorAt();
    await write('{"a":1}');
    passTime(MINUTE);
    await write('{"a":2}');
    writeFileSync(join(place(), copies().at(-1) ?? ''), '{"a":9}');
    expect(await store.readMirror({ id: 'ent-1', at: null })).toEqual({ kind: 'done', value: '{"a":1}' });
    expect(await store.listMirror()).toMatchObject({ value: [{ damaged: [START + MINUTE], copies: [{ at: START }] }] });
    expect(await store.readMirror({ id: 'ent-2', at: null })).toEqual({ kind: 'trouble', trouble: 'not-found' });
  });

  it('lists as the newest a copy that is whole, however many newer ones are damaged without being shorter', async () => {
    const { store, write, place, copies, passTime } = mirrorAt();
    for (const a of [1, 2, 3]) {
      await write(`{"a":${a}}`);
      passTime(MINUTE);
    }
    for (const name of copies().slice(1)) writeFileSync(join(place(), name), '{"a":9}');
    expect(await store.listMirror()).toMatchObject({
      value: [{ copies: [{ at: START }], damaged: [START + 2 * MINUTE, START + MINUTE] }],
    });
  });

  it('forgets an enterprise with every copy, and no other', async () => {
    const { store, write } = mirrorAt();
    await store.mirrorDossier({ id: 'ent-2', name: '另一家', dossier: '{}' });
    void write('{"a":1}');
    expect(await store.forgetMirror({ id: 'ent-1' })).toEqual({ kind: 'done', value: null });
    expect(await store.readMirror({ id: 'ent-1', at: null })).toEqual({ kind: 'trouble', trouble: 'not-found' });
    expect(await store.listMirror()).toMatchObject({ value: [{ id: 'ent-2', copies: [{}] }] });
    expect(await store.forgetMirror({ id: 'never' })).toEqual({ kind: 'done', value: null });
  });

  it('keeps the last ten and the last of each of thirty days', async () => {
    const { write, copies, passTime } = mirrorAt();
    for (let day = 0; day < 40; day += 1) {
      for (let i = 0; i < 3; i += 1) {
        await write(`{"day":${day},"i":${i}}`);
        passTime(MINUTE);
      }
      passTime(DAY - 3 * MINUTE);
    }
    const days = copies().map((name) => name.slice(0, 10));
    expect(new Set(days).size).toBe(30);
    expect(copies()).toHaveLength(10 + 30 - 4);
    expect(days.filter((day) => day === days.at(-1))).toHaveLength(3);
  });

  it('never drops a larger good copy for smaller ones', async () => {
    const { store, write, passTime } = mirrorAt();
    const large = `{"a":"${'满'.repeat(500)}"}`;
    await write(large);
    for (let i = 0; i < 40; i += 1) {
      passTime(2 * DAY);
      await write(`{"a":${i}}`);
    }
    expect(await store.readMirror({ id: 'ent-1', at: START })).toEqual({ kind: 'done', value: large });
  });

  it('keeps what was there before a loss in steps, however long ago', async () => {
    const { store, write, passTime } = mirrorAt();
    const sized = (size: number, i: number) => `{"a":"${'x'.repeat(size * 100)}${i}"}`;
    const moments: number[] = [];
    let now = START;
    for (const size of [100, 60, 40, 15])
      for (let i = 0; i < 40; i += 1) {
        await write(sized(size, i + 10));
        if (i === 39) moments.push(now);
        passTime(2 * DAY);
        now += 2 * DAY;
      }
    for (const at of moments) expect(await store.readMirror({ id: 'ent-1', at })).toMatchObject({ kind: 'done' });
  });

  it('does not let a damaged larger copy stand for a whole one', async () => {
    const { store, write, place, copies, passTime } = mirrorAt();
    await write(`{"a":"${'满'.repeat(500)}"}`);
    passTime(DAY);
    await write(`{"a":"${'满'.repeat(600)}"}`);
    writeFileSync(join(place(), copies().at(-1) ?? ''), 'x'.repeat(1808));
    for (let i = 0; i < 40; i += 1) {
      passTime(2 * DAY);
      await write(`{"a":${i}}`);
    }
    expect(await store.readMirror({ id: 'ent-1', at: START })).toMatchObject({ kind: 'done' });
  });

  it('ages nothing when the clock is set ahead by years', async () => {
    const { write, copies, passTime } = mirrorAt();
    for (let day = 0; day < 20; day += 1) {
      await write(`{"day":${day}}`);
      passTime(DAY);
    }
    passTime(3000 * DAY);
    await write('{"day":"far"}');
    expect(copies()).toHaveLength(21);
  });

  it('writes copies asked for at once in the order asked', async () => {
    const { store, write, copies } = mirrorAt();
    await Promise.all(Array.from({ length: 9 }, (_, i) => write(`{"i":${i}}`)));
    expect(copies()).toHaveLength(9);
    expect(await store.readMirror({ id: 'ent-1', at: null })).toEqual({ kind: 'done', value: '{"i":8}' });
  });

  it('removes what a crash left half written, once nobody can be writing it any more', async () => {
    const { write, place, passTime } = mirrorAt(Date.now());
    await write('{"a":1}');
    writeFileSync(join(place(), 'x.unfinished'), '{"a"');
    await write('{"a":2}');
    expect(readdirSync(place())).toContain('x.unfinished');
    passTime(DAY);
    await write('{"a":3}');
    expect(readdirSync(place())).not.toContain('x.unfinished');
  });

  it('stays in order and drops nothing newer when the clock is set back', async () => {
    const { store, write, copies, passTime } = mirrorAt();
    await write('{"a":1}');
    passTime(-3 * DAY);
    await write('{"a":2}');
    expect(await store.readMirror({ id: 'ent-1', at: null })).toEqual({ kind: 'done', value: '{"a":2}' });
    expect(copies()).toHaveLength(2);
  });

  it('takes no notice of what a crash left half written or of files that are none of its own', async () => {
    const { store, write, place } = mirrorAt();
    await write('{"a":1}');
    writeFileSync(join(place(), '2026-11-25T09-00-00.000Z.7.abc.json.x.unfinished'), '{"a"');
    writeFileSync(join(place(), 'Thumbs.db'), 'x');
    expect(await store.listMirror()).toMatchObject({ value: [{ damaged: [], copies: [{ at: START }] }] });
  });

  it('lists an enterprise of any name and id, and none twice', async () => {
    const { store } = mirrorAt();
    const ids = ['../../etc', 'CON', '企业 1', 'a'.repeat(200)];
    for (const id of ids) await store.mirrorDossier({ id, name: id, dossier: '{}' });
    const listed = await store.listMirror();
    expect(listed.kind === 'done' ? listed.value.map((entry) => entry.id).sort() : []).toEqual([...ids].sort());
  });
});
