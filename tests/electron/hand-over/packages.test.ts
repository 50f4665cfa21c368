import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { EvidenceDamaged } from '#electron/host/files/evidence-damaged.ts';
import { DOSSIER_LIMIT_BYTES } from '#assessments/schema/read-dossier.ts';
import { MOST_DOSSIER } from '#electron/host/hand-over/limits.ts';
import { apart } from './forgery.ts';
import { DOSSIER, hashOf, inPieces, laptop, opened, packed, PHOTO, receiver, REQUEST, troubleOf } from './laptops.ts';

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
      expect(opened.value.signer.fingerprint).toMatch(/^([0-9a-f]{4} ){3}[0-9a-f]{4}$/);
      expect(opened.value.isDamaged).toBe(false);
      expect(place.asked).toEqual([]);
      expect(await place.calls.acceptPackage({ ticket: opened.value.ticket })).toEqual({
        kind: 'done',
        value: { evidence: 3, damaged: [] },
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
    expect(Object.keys(files).slice(0, 3)).toEqual(['manifest.json', 'signature', 'dossier.json']);
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
    const { shown } = await opened(readFileSync(sender.state.path ?? ''));
    expect(await sender.calls.packDossier(REQUEST)).toMatchObject({ value: { fingerprint: shown.signer.fingerprint } });
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

it('is not made with another key where the one of this computer cannot be read', async () => {
  const sender = laptop([PHOTO]);
  mkdirSync(sender.keyFile);
  await expect(sender.calls.packDossier(REQUEST)).rejects.toMatchObject({ code: 'EISDIR', syscall: 'read' });
  expect(existsSync(sender.state.path ?? '')).toBe(false);
});

it('leaves out evidence that is not kept here, and says which', async () => {
  const sender = laptop([PHOTO]);
  const absent = hashOf(Buffer.from('on another laptop'));
  const outcome = await sender.calls.packDossier({ ...REQUEST, evidence: [absent, hashOf(PHOTO), absent] });
  expect(outcome).toMatchObject({ kind: 'done', value: { missing: [absent], damaged: [] } });
  const place = receiver(readFileSync(sender.state.path ?? ''));
  const opened = await place.calls.openPackage({ again: false, passphrase: '' });
  expect(opened).toMatchObject({ kind: 'done', value: { dossier: DOSSIER, evidence: [{ sha256: hashOf(PHOTO) }] } });
});

async function* torn() {
  yield* inPieces(PHOTO);
  throw new EvidenceDamaged();
}

it.each([
  ['is damaged', { read: (sha256: string) => (sha256 === hashOf(PHOTO) ? torn() : inPieces(WORKBOOK)) }],
  ['became shorter', { read: (sha256: string) => inPieces(sha256 === hashOf(PHOTO) ? PHOTO.subarray(1) : WORKBOOK) }],
])('leaves out evidence that %s, says which, and takes the rest along', async (_, change) => {
  const sender = laptop([PHOTO, WORKBOOK]);
  const evidence = [hashOf(PHOTO), hashOf(WORKBOOK)];
  const outcome = await sender.callsWith(change).packDossier({ ...REQUEST, evidence });
  expect(outcome).toMatchObject({ kind: 'done', value: { missing: [], damaged: [hashOf(PHOTO)] } });
  const { shown, place, accept } = await opened(readFileSync(sender.state.path ?? ''));
  expect(shown).toMatchObject({ isDamaged: false, evidence: [{ sha256: hashOf(WORKBOOK) }] });
  await accept();
  expect(place.kept.get(hashOf(WORKBOOK))?.equals(WORKBOOK)).toBe(true);
});

describe('a package that cannot be made', () => {
  /** Whole when it is looked at, and no longer when it is read again to be written. */
  const turning = (later: () => AsyncIterable<Uint8Array>) => {
    let reads = 0;
    return () => ((reads += 1) % 2 === 1 ? inPieces(PHOTO) : later());
  };
  it.each([
    ['is damaged meanwhile', { read: turning(torn) }],
    ['became shorter meanwhile', { read: turning(() => inPieces(PHOTO.subarray(1))) }],
    ['became longer meanwhile', { read: turning(() => inPieces(Buffer.concat([PHOTO, PHOTO]))) }],
  ])('leaves no file and touches no earlier one: evidence %s', async (_, change) => {
    const sender = laptop([PHOTO]);
    const calls = sender.callsWith(change);
    expect(troubleOf(await calls.packDossier(REQUEST))).toBe('damaged');
    expect(existsSync(sender.state.path ?? '')).toBe(false);
    await sender.calls.packDossier(REQUEST);
    const earlier = readFileSync(sender.state.path ?? '');
    expect(troubleOf(await calls.packDossier({ ...REQUEST, passphrase: 'x' }))).toBe('damaged');
    expect(readFileSync(sender.state.path ?? '').equals(earlier)).toBe(true);
  });

  const numbered = (count: number) => Array.from({ length: count }, (_, i) => i.toString(16).padStart(64, '0'));
  it.each([
    ['more bytes than a package takes', 'package-too-large', [hashOf(PHOTO)], 2 ** 32 - 5000, DOSSIER],
    ['more files than can be read again', 'too-many-files', numbered(10_001), 0, DOSSIER],
    ['a longer dossier than can be read again', 'dossier-too-large', [], 0, '织'.repeat(7_000_000)],
  ])('says so before anything is asked, read or written: %s', async (_, expected, evidence, size, dossier) => {
    const sender = laptop();
    const calls = sender.callsWith({
      sizeOf: () => Promise.resolve(size),
      read: () => {
        throw new Error('read');
      },
    });
    sender.state.path = null;
    expect(troubleOf(await calls.packDossier({ ...REQUEST, evidence, dossier }))).toBe(expected);
  });

  it('has the same bound for a dossier as the import', () => {
    expect(MOST_DOSSIER).toBe(DOSSIER_LIMIT_BYTES);
  });

  it('takes a dossier just as long as can be imported', async () => {
    const dossier = ' '.repeat(DOSSIER_LIMIT_BYTES);
    const { file } = await packed({ dossier }, []);
    expect((await opened(file)).shown.dossier).toBe(dossier);
  });
});
