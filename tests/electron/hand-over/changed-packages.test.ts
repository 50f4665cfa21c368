import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { placesIn, apart } from './forgery.ts';
import { hashOf, laptop, packed, PHOTO, receiver, REQUEST, troubleOf } from './laptops.ts';

const OTHER_PHOTO = PHOTO.map((byte) => byte ^ 1);

/** A package that was opened and is shown, and its file to be changed without a trace in its size and time. */
async function shown(passphrase = '', files: readonly Uint8Array[] = [PHOTO]) {
  const { file, sender } = await packed({ passphrase }, files);
  const place = receiver(file);
  const path = place.state.path ?? '';
  const moment = new Date(2026, 10, 25, 8);
  const write = (bytes: Uint8Array) => {
    writeFileSync(path, bytes);
    utimesSync(path, moment, moment);
  };
  write(file);
  const outcome = await place.calls.openPackage({ again: false, passphrase });
  if (outcome.kind !== 'done') throw new Error(troubleOf(outcome));
  const accept = () => place.calls.acceptPackage({ ticket: outcome.value.ticket });
  return { place, sender, file, path, write, accept, accepted: async () => troubleOf(await accept()) };
}

describe('a package that changed after it was shown', () => {
  it('is not taken, and nothing of it is asked for, once it was written anew', async () => {
    const { place, path, file, accepted } = await shown();
    writeFileSync(path, file);
    expect(await accepted()).toBe('damaged');
    writeFileSync(path, (await packed({ maker: '另一个小组' })).file);
    expect(await accepted()).toBe('damaged');
    expect(place.asked).toEqual([]);
  });

  it('is not taken when it is longer or shorter at the same moment', async () => {
    const { place, file, write, accepted } = await shown();
    for (const other of [Buffer.concat([file, Buffer.alloc(1)]), file.subarray(0, -1)]) {
      write(other);
      expect(await accepted()).toBe('damaged');
    }
    expect(place.asked).toEqual([]);
  });

  it('is not taken when it holds other evidence of the same size, and none of that is asked for', async () => {
    const { place, file, path, write, accepted } = await shown();
    const { file: other } = await packed({}, [OTHER_PHOTO]);
    expect(other.length).toBe(file.length);
    write(other);
    expect(statSync(path).size).toBe(file.length);
    expect(await accepted()).toBe('damaged');
    expect(place.asked).toEqual([]);
  });

  it('is not taken when its dossier or its maker is another of the same length', async () => {
    const { place, sender, write, accepted } = await shown();
    for (const change of [{ dossier: REQUEST.dossier.replace('a', 'b') }, { maker: '第四组' }]) {
      expect((await sender.calls.packDossier({ ...REQUEST, ...change })).kind).toBe('done');
      write(readFileSync(sender.state.path ?? ''));
      expect(await accepted()).toBe('damaged');
    }
    expect(place.asked).toEqual([]);
  });

  it.each(['', 'x'])('takes what is still whole and names what is not (passphrase %j)', async (passphrase) => {
    // The last one alone has a chunk of its own.
    const files = [1, 2, 3].map((seed) => new Uint8Array(1_200_000).map((_, i) => (i * seed) % 251));
    const { place, file, write, accept } = await shown(passphrase, files);
    const [, , last] = placesIn(apart((await packed({}, files)).file).body).evidence;
    const changed = Buffer.from(file);
    const at = apart(file).head.length + (last?.at ?? 0) + 1_100_000;
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
    write(changed);
    expect(await accept()).toEqual({ kind: 'done', value: { evidence: 2, damaged: [last?.sha256] } });
    expect(place.kept.size).toBe(2);
    for (const [sha256, bytes] of place.kept) expect(hashOf(bytes)).toBe(sha256);
  });

  it.each(['', 'x'])('is not taken where what all rests on is damaged since (passphrase %j)', async (passphrase) => {
    const { place, file, write, accepted } = await shown(passphrase);
    for (const at of [12, 400, 800]) {
      const changed = Buffer.from(file);
      changed.writeUInt8((changed.readUInt8(at) + 1) % 256, at);
      write(changed);
      expect(await accepted(), String(at)).toBe('damaged');
    }
    expect(place.asked).toEqual([]);
  });

  it('is not taken when the open file became a locked one or the locked one an open one', async () => {
    const open = await shown();
    open.write(Buffer.concat([(await packed({ passphrase: 'x' })).file]).subarray(0, open.file.length));
    expect(await open.accepted()).toBe('damaged');
    const locked = await shown('x');
    locked.write(
      Buffer.concat([(await packed()).file, Buffer.alloc(locked.file.length)]).subarray(0, locked.file.length),
    );
    expect(await locked.accepted()).toBe('damaged');
    expect(open.place.asked).toEqual([]);
  });

  it('is missed when it is gone, and taken once it is back as it was', async () => {
    const { place, path, file, write, accepted } = await shown();
    rmSync(path);
    await expect(accepted()).rejects.toMatchObject({ code: 'ENOENT' });
    write(file);
    expect(await accepted()).toBe('done');
    expect([...place.kept.keys()]).toEqual([hashOf(PHOTO)]);
  });

  it('is not known by a ticket that was never given', async () => {
    const { place } = await shown();
    for (const { calls } of [laptop(), place])
      expect(troubleOf(await calls.acceptPackage({ ticket: 'guessed' }))).toBe('not-found');
    expect(place.asked).toEqual([]);
  });
});
