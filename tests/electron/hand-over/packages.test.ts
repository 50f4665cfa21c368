import { generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { EvidenceDamaged } from '#electron/host/files/evidence-damaged.ts';
import { apart } from './forgery.ts';
import { DOSSIER, hashOf, inPieces, laptop, packed, PHOTO, receiver, REQUEST, troubleOf } from './laptops.ts';

const EMPTY = new Uint8Array();
/** A zip inside the zip, longer than two chunks. */
const WORKBOOK = zipSync({ a: [new Uint8Array(2_500_000).map((_, i) => (i * i) % 251), { level: 0 }] });

describe('a hand-over package', () => {
  it.each(['', '出厂口令 2026'])(
    'gives dossier and evidence back byte for byte (passphrase %j)',
    async (passphrase) => {
      const files = [PHOTO, EMPTY, WORKBOOK];
      const { file } = await packed({ passphrase }, files);
      const place = receiver(file);
      const opened = await place.calls.openPackage({ again: false, passphrase });
      if (opened.kind !== 'done') throw new Error(troubleOf(opened));
      expect(opened.value).toMatchObject({ maker: '第三组', isEncrypted: passphrase !== '', isDeidentified: false });
      expect(opened.value.dossier).toBe(DOSSIER);
      expect(opened.value.evidence).toHaveLength(3);
      expect(opened.value.signer).toMatch(/^([0-9a-f]{4} ){3}[0-9a-f]{4}$/);
      expect(place.asked).toEqual([]);
      expect(await place.calls.acceptPackage({ ticket: opened.value.ticket })).toEqual({
        kind: 'done',
        value: { evidence: 3 },
      });
      for (const bytes of files) expect(place.kept.get(hashOf(bytes))?.equals(bytes)).toBe(true);
      expect(troubleOf(await place.calls.acceptPackage({ ticket: opened.value.ticket }))).toBe('not-found');
    },
  );

  it('leaves a mark of the byte order where it was', async () => {
    const dossier = `\ufeff${DOSSIER}`;
    const opened = await receiver((await packed({ dossier })).file).calls.openPackage({ again: false, passphrase: '' });
    expect(opened).toMatchObject({ kind: 'done', value: { dossier } });
  });

  it('is a zip that other programs read', async () => {
    const files = unzipSync(apart((await packed({}, [PHOTO, WORKBOOK])).file).body);
    expect(Object.keys(files).slice(0, 2)).toEqual(['manifest.json', 'dossier.json']);
    expect(Buffer.from(files['dossier.json'] ?? EMPTY).toString()).toBe(DOSSIER);
    for (const bytes of [PHOTO, WORKBOOK])
      expect(hashOf(files[`evidence/${hashOf(bytes)}`] ?? EMPTY)).toBe(hashOf(bytes));
  });

  it('asks for its passphrase, takes no other, and can be tried again without choosing the file again', async () => {
    const place = receiver((await packed({ passphrase: '对的' })).file);
    expect(troubleOf(await place.calls.openPackage({ again: false, passphrase: '' }))).toBe('passphrase-needed');
    place.state.path = null;
    expect(troubleOf(await place.calls.openPackage({ again: true, passphrase: '错的' }))).toBe('wrong-passphrase');
    expect((await place.calls.openPackage({ again: true, passphrase: '对的' })).kind).toBe('done');
  });

  it('takes a passphrase however a keyboard composes it', async () => {
    const place = receiver((await packed({ passphrase: 'caf\u00e9' })).file);
    expect((await place.calls.openPackage({ again: false, passphrase: 'cafe\u0301' })).kind).toBe('done');
  });

  it('opens a file that the system gave, which leaves the one shown before to be accepted', async () => {
    const place = receiver((await packed()).file);
    expect(troubleOf(await place.calls.openPackage({ again: true, passphrase: '' }))).toBe('not-found');
    place.calls.giveFile(place.state.path ?? '');
    const opened = await place.calls.openPackage({ again: true, passphrase: '' });
    if (opened.kind !== 'done') throw new Error(troubleOf(opened));
    place.calls.giveFile(receiver((await packed({ passphrase: 'x' })).file).state.path ?? '');
    expect(troubleOf(await place.calls.openPackage({ again: true, passphrase: 'y' }))).toBe('wrong-passphrase');
    expect((await place.calls.acceptPackage({ ticket: opened.value.ticket })).kind).toBe('done');
    expect([...place.kept.keys()]).toEqual([hashOf(PHOTO)]);
  });

  it('opens next a file that the system gave while another one was being chosen', async () => {
    const given = receiver((await packed({ dossier: '{"id":"given"}' })).file).state.path ?? '';
    const place = receiver((await packed()).file);
    place.calls.giveFile(place.state.path ?? '');
    const choosing = place.calls.openPackage({ again: false, passphrase: '' });
    place.calls.giveFile(given);
    expect(await choosing).toMatchObject({ kind: 'done', value: { dossier: DOSSIER } });
    const next = await place.calls.openPackage({ again: true, passphrase: '' });
    expect(next).toMatchObject({ kind: 'done', value: { dossier: '{"id":"given"}' } });
  });

  it('is accepted where its evidence is kept already, and again after there was no room', async () => {
    const place = receiver((await packed({}, [PHOTO, WORKBOOK])).file, [WORKBOOK]);
    const opened = await place.calls.openPackage({ again: false, passphrase: '' });
    if (opened.kind !== 'done') throw new Error(troubleOf(opened));
    place.state.refuses = 'disk-low';
    expect(troubleOf(await place.calls.acceptPackage({ ticket: opened.value.ticket }))).toBe('disk-low');
    place.state.refuses = null;
    expect((await place.calls.acceptPackage({ ticket: opened.value.ticket })).kind).toBe('done');
    expect([...place.kept.keys()]).toEqual([hashOf(PHOTO)]);
  });

  it('shows nothing of the mill to who has no passphrase', async () => {
    const { file } = await packed({ passphrase: '对的' });
    for (const word of ['示例印染', 'demo-dyeing', '第三组', 'dossier.json'])
      expect(file.includes(Buffer.from(word)), word).toBe(false);
  });

  it('is the same bytes for the same contents and key, and never twice the same under a passphrase', async () => {
    const sender = laptop([PHOTO, WORKBOOK]);
    const made = async (evidence: string[], passphrase: string) => {
      await sender.calls.packDossier({ ...REQUEST, evidence, passphrase });
      return hashOf(readFileSync(sender.state.path ?? ''));
    };
    const [a, b] = [hashOf(PHOTO), hashOf(WORKBOOK)];
    expect(await made([a, b], '')).toBe(await made([b, a, b], ''));
    expect(await made([a, b], 'x')).not.toBe(await made([a, b], 'x'));
  });

  it('is signed by one key of the laptop that made it, which only its owner can read', async () => {
    const sender = laptop([PHOTO]);
    const signers = new Set<string>();
    for (let i = 0; i < 2; i += 1) {
      await sender.calls.packDossier(REQUEST);
      signers.add(apart(readFileSync(sender.state.path ?? '')).header.signer);
    }
    expect(signers.size).toBe(1);
    expect(apart((await packed()).file).header.signer).not.toBe([...signers][0]);
    if (process.platform !== 'win32') expect(statSync(sender.keyFile).mode & 0o077).toBe(0);
  });

  it.each([
    ['torn', '-----BEGIN PRIVATE KEY-----\nMC4C'],
    ['empty', ''],
    [
      'of another kind',
      generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    ],
  ])('is not made with a key file that is %s, which stays as it is', async (_, content) => {
    const sender = laptop([PHOTO]);
    writeFileSync(sender.keyFile, content);
    expect(troubleOf(await sender.calls.packDossier(REQUEST))).toBe('key-damaged');
    expect(readFileSync(sender.keyFile, 'utf8')).toBe(content);
    expect(existsSync(sender.state.path ?? '')).toBe(false);
  });
});

it('leaves out evidence that is not kept here, and says which', async () => {
  const sender = laptop([PHOTO]);
  const absent = hashOf(Buffer.from('on another laptop'));
  const outcome = await sender.calls.packDossier({ ...REQUEST, evidence: [absent, hashOf(PHOTO), absent] });
  expect(outcome).toMatchObject({ kind: 'done', value: { missing: [absent] } });
  const place = receiver(readFileSync(sender.state.path ?? ''));
  const opened = await place.calls.openPackage({ again: false, passphrase: '' });
  expect(opened).toMatchObject({ kind: 'done', value: { dossier: DOSSIER, evidence: [{ sha256: hashOf(PHOTO) }] } });
});

describe('a package that cannot be made', () => {
  async function* torn() {
    yield* inPieces(PHOTO);
    throw new EvidenceDamaged();
  }
  it.each([
    ['is damaged', 'damaged', { read: torn }],
    ['became shorter', 'damaged', { read: () => inPieces(PHOTO.subarray(1)) }],
    ['became longer', 'damaged', { sizeOf: () => Promise.resolve(PHOTO.length - 1) }],
    ['is more than a package takes', 'too-large', { sizeOf: () => Promise.resolve(2 ** 32 - 5000) }],
  ])('leaves no file and touches no earlier one: evidence %s', async (_, expected, change) => {
    const sender = laptop([PHOTO]);
    const calls = sender.callsWith(change);
    expect(troubleOf(await calls.packDossier(REQUEST))).toBe(expected);
    expect(existsSync(sender.state.path ?? '')).toBe(false);
    await sender.calls.packDossier(REQUEST);
    const earlier = readFileSync(sender.state.path ?? '');
    expect(troubleOf(await calls.packDossier({ ...REQUEST, passphrase: 'x' }))).toBe(expected);
    expect(readFileSync(sender.state.path ?? '').equals(earlier)).toBe(true);
  });

  it('takes no more files and no longer dossier than can be read again', async () => {
    const evidence = Array.from({ length: 10_001 }, (_, i) => i.toString(16).padStart(64, '0'));
    const calls = laptop().callsWith({ sizeOf: () => Promise.resolve(0) });
    expect(troubleOf(await calls.packDossier({ ...REQUEST, evidence }))).toBe('too-large');
    const dossier = '织'.repeat(23_000_000);
    expect(troubleOf(await calls.packDossier({ ...REQUEST, evidence: [], dossier }))).toBe('too-large');
  });
});
