import { readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { comparableName, knownSigners } from '#electron/host/hand-over/known-signers.ts';
import { apart } from './forgery.ts';
import { hashOf, laptop, opened, packed, PHOTO, REQUEST } from './laptops.ts';

const DAY = 24 * 3600 * 1000;
const FINGERPRINT = /^([0-9a-f]{4} ){3}[0-9a-f]{4}$/;

/** Packages that one laptop makes under names, as often as asked. */
function maker() {
  const sender = laptop([PHOTO]);
  const made = async (name: string) => {
    expect((await sender.calls.packDossier({ ...REQUEST, maker: name })).kind).toBe('done');
    return readFileSync(sender.state.path ?? '');
  };
  return { sender, made };
}

type Place = ReturnType<typeof laptop>;
const signerOn = async (place: Place, file: Buffer) => (await opened(file, '', place)).shown.signer;
const take = async (place: Place, file: Buffer) => {
  const { shown, accept } = await opened(file, '', place);
  expect((await accept()).kind).toBe('done');
  return shown.signer;
};

describe('who signed', () => {
  it('is new until a package is taken, however often one is opened, and known afterwards', async () => {
    const { made } = maker();
    const place = laptop();
    const file = await made('第三组');
    for (let i = 0; i < 2; i += 1)
      expect(await signerOn(place, file)).toMatchObject({ kind: 'new', first: null, others: [] });
    const { at } = { at: place.clock.now };
    expect((await take(place, file)).fingerprint).toMatch(FINGERPRINT);
    place.clock.now += DAY;
    expect(await take(place, await made('第三组'))).toMatchObject({ kind: 'known', first: { at, name: '第三组' } });
    expect(readdirSync(place.signersFolder)).toHaveLength(1);
  });

  it('is known by the first name, whatever else it calls itself later', async () => {
    const { made } = maker();
    const place = laptop();
    await take(place, await made('第三组'));
    place.clock.now += DAY;
    for (let i = 0; i < 2; i += 1)
      expect(await take(place, await made('王工'))).toMatchObject({ kind: 'known', first: { name: '第三组' } });
  });

  it('is said to have changed where a known name comes with another key, with the key that was known', async () => {
    const place = laptop();
    const earlier = await take(place, await maker().made('第三组'));
    const { at } = { at: place.clock.now };
    const { made } = maker();
    place.clock.now += DAY;
    const changed = await signerOn(place, await made('第三组'));
    expect(changed).toMatchObject({ kind: 'changed', first: null, others: [{ fingerprint: earlier.fingerprint, at }] });
    expect(changed.fingerprint).not.toBe(earlier.fingerprint);
  });

  it('has changed too where a key that is known takes the name of another', async () => {
    const place = laptop();
    const { made } = maker();
    await take(place, await made('王工'));
    await take(place, await maker().made('第三组'));
    expect(await signerOn(place, await made('第三组'))).toMatchObject({ kind: 'changed', first: { name: '王工' } });
  });

  it('is known under the new key once its package was taken all the same', async () => {
    const place = laptop();
    await take(place, await maker().made('第三组'));
    const { made } = maker();
    expect(await take(place, await made('第三组'))).toMatchObject({ kind: 'changed' });
    expect(await signerOn(place, await made('第三组'))).toMatchObject({ kind: 'known', others: [] });
  });

  it.each([
    ['width and case', 'ＴＥＡＭ a', 'team A'],
    ['blanks', '第 三\u3000组 ', '第三组'],
    ['signs of no width', '第\u200b三\u2060组\ufeff', '第三组'],
    ['marks of direction', '\u202e第三组\u2066', '第三组'],
    ['controls and fillers', '第三\u0007组\u3164', '第三组'],
    ['marks on letters', 'te\u0301am\u0307 A', 'Team a'],
  ])('is not another name by %s', async (_, name, known) => {
    expect(comparableName(name)).toBe(comparableName(known));
    const place = laptop();
    await take(place, await maker().made(known));
    expect(await signerOn(place, await maker().made(name))).toMatchObject({ kind: 'changed' });
  });

  it('is nobody where no name is given, whoever else gave none', async () => {
    const place = laptop();
    await take(place, await maker().made(''));
    for (const name of ['', '\u200b'])
      expect(await signerOn(place, await maker().made(name))).toMatchObject({ kind: 'new', others: [] });
  });

  it('is this computer itself, which is not remembered', async () => {
    const { sender, made } = maker();
    expect(await take(sender, await made('第三组'))).toMatchObject({ kind: 'own' });
    expect(await signerOn(sender, await made('第三组'))).toMatchObject({ kind: 'own', first: null });
    expect(() => readdirSync(sender.signersFolder)).toThrow('ENOENT');
  });

  it('is looked up without a key of this computer, and without one that can be read', async () => {
    const place = laptop();
    const file = await maker().made('第三组');
    expect(await signerOn(place, file)).toMatchObject({ kind: 'new' });
    expect(() => statSync(place.keyFile)).toThrow('ENOENT');
    writeFileSync(place.keyFile, 'torn');
    expect(await signerOn(place, file)).toMatchObject({ kind: 'new' });
  });

  it('is remembered where the evidence was taken without what was damaged', async () => {
    const { file } = await packed();
    const torn = Buffer.from(file);
    torn.writeUInt8(torn.readUInt8(torn.length - 30_000) ^ 1, torn.length - 30_000);
    const place = laptop();
    const { shown, accept } = await opened(torn, '', place);
    expect(shown.evidence).toMatchObject([{ isDamaged: true }]);
    expect(await accept()).toMatchObject({ value: { evidence: 0, damaged: [hashOf(PHOTO)] } });
    expect(await signerOn(place, file)).toMatchObject({ kind: 'known' });
  });
});

describe('what is remembered of signers', () => {
  /** A place that knows one signer, and the only file of its memory. */
  async function knowing() {
    const place = laptop();
    const { made } = maker();
    await take(place, await made('第三组'));
    const [name = ''] = readdirSync(place.signersFolder);
    return { place, made, record: join(place.signersFolder, name) };
  }

  it('stands in files that only their owner can read, and holds the key, the name and the moment', async () => {
    const { place, made, record } = await knowing();
    const { signer } = apart(await made('')).header;
    expect(JSON.parse(readFileSync(record, 'utf8'))).toEqual({ signer, name: '第三组', at: place.clock.now });
    if (process.platform !== 'win32') expect(statSync(record).mode & 0o077).toBe(0);
  });

  it.each<[string, (record: string) => void]>([
    ['torn', (record) => writeFileSync(record, readFileSync(record).subarray(0, 50))],
    ['empty', (record) => writeFileSync(record, '')],
    [
      'changed in one bit',
      (record) =>
        writeFileSync(
          record,
          readFileSync(record).map((byte, i) => (i === 20 ? byte ^ 1 : byte)),
        ),
    ],
    ['under another name', (record) => renameSync(record, record.replace(/[^/\\]+$/, `${'0'.repeat(64)}.json`))],
    [
      'something else',
      (record) => writeFileSync(record.replace(/[^/\\]+$/, `${hashOf(Buffer.from('[]'))}.json`), '[]'),
    ],
  ])('is never taken for nothing where a file is %s', async (_, damage) => {
    const { place, record } = await knowing();
    damage(record);
    expect(await signerOn(place, await maker().made('另一组'))).toMatchObject({ kind: 'unclear' });
  });

  it('still tells who is known, and what was changed, by the files that are whole', async () => {
    const { place, made } = await knowing();
    writeFileSync(join(place.signersFolder, `${'0'.repeat(64)}.json`), 'torn');
    expect(await signerOn(place, await made('第三组'))).toMatchObject({ kind: 'known' });
    expect(await signerOn(place, await maker().made('第三组'))).toMatchObject({ kind: 'changed' });
    await take(place, await maker().made('第四组'));
    expect(readFileSync(join(place.signersFolder, `${'0'.repeat(64)}.json`), 'utf8')).toBe('torn');
  });

  it('is unclear where the folder cannot be read', async () => {
    const place = laptop();
    writeFileSync(place.signersFolder, 'a file in its place');
    expect(await signerOn(place, await maker().made('第三组'))).toMatchObject({ kind: 'unclear' });
  });

  it('is one for two programs that share the folder and remember at the same time', async () => {
    const folder = join(laptop().signersFolder, 'shared');
    const one = knownSigners({ folder, now: () => 1 });
    const other = knownSigners({ folder, now: () => 2 });
    const signers = Array.from({ length: 40 }, (_, i) => i.toString(16).padStart(88, '0'));
    await Promise.all(signers.map((signer, i) => (i % 2 === 0 ? one : other).remember(signer, `组${i}`)));
    for (const program of [one, other])
      for (const [i, signer] of signers.entries())
        expect(await program.standingOf(signer, `组${i}`, null)).toMatchObject({ kind: 'known' });
  });
});
