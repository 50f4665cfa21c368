import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hashOf, laptop, packed, PHOTO, receiver, REQUEST, troubleOf } from './laptops.ts';

const OTHER_PHOTO = PHOTO.map((byte) => byte ^ 1);

/** A package that was opened and is shown, and its file to be changed without a trace in its size and time. */
async function shown(passphrase = '') {
  const { file, sender } = await packed({ passphrase });
  const place = receiver(file);
  const path = place.state.path ?? '';
  const moment = new Date(2026, 10, 25, 8);
  const write = (bytes: Uint8Array) => {
    writeFileSync(path, bytes);
    utimesSync(path, moment, moment);
  };
  write(file);
  const opened = await place.calls.openPackage({ again: false, passphrase });
  if (opened.kind !== 'done') throw new Error(troubleOf(opened));
  const accepted = async () => troubleOf(await place.calls.acceptPackage({ ticket: opened.value.ticket }));
  return { place, sender, file, path, write, accepted };
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
    const { sender, write, accepted } = await shown();
    for (const change of [{ dossier: REQUEST.dossier.replace('a', 'b') }, { maker: '第四组' }]) {
      expect((await sender.calls.packDossier({ ...REQUEST, ...change })).kind).toBe('done');
      write(readFileSync(sender.state.path ?? ''));
      expect(await accepted()).toBe('damaged');
    }
  });

  it.each(['', 'x'])(
    'keeps no changed evidence and says so of any changed byte (passphrase %j)',
    async (passphrase) => {
      const { place, file, write, accepted } = await shown(passphrase);
      const middle = file.indexOf(Buffer.from(PHOTO.subarray(0, 64)));
      const places = [12, 400, middle < 0 ? file.length / 2 : middle + 1000, file.length - 300, file.length - 1];
      for (const at of places) {
        const changed = Buffer.from(file);
        changed.writeUInt8((changed.readUInt8(Math.floor(at)) + 1) % 256, Math.floor(at));
        write(changed);
        expect(await accepted(), String(at)).toBe('damaged');
      }
      for (const [sha256, bytes] of place.kept) expect(hashOf(bytes)).toBe(sha256);
    },
  );

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
    expect(troubleOf(await laptop().calls.acceptPackage({ ticket: 'guessed' }))).toBe('not-found');
  });
});
