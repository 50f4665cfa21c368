import { truncateSync } from 'node:fs';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { CHUNK_BYTES } from '#electron/host/hand-over/limits.ts';
import { apart, dossierFile, forged, MANIFEST, manifestFile, photoFile, signatureFile, zipOf } from './forgery.ts';
import { hashOf, openedFrom, packed, PHOTO, receiver, troubleOf } from './laptops.ts';

const PASSPHRASE = '对的';
const hashNumber = (i: number) => i.toString(16).padStart(64, '0');

describe('a damaged package', () => {
  it.each([
    ['magic', 3, 'not-a-package'],
    ['length of the header', 9, 'damaged'],
    ['key of the signer', 60, 'damaged'],
    ['length of the zip', 125, 'damaged'],
    ['manifest', 220, 'damaged'],
  ])('is refused when one bit of it is another: %s', async (_, at, expected) => {
    const { file } = await packed();
    file.writeUInt8(file.readUInt8(at) ^ 1, at);
    expect(await openedFrom(file)).toBe(expected);
  });

  it('says of a newer format that the program must be updated, and of one never released that it was a trial', async () => {
    expect(await openedFrom(forged(Buffer.alloc(0), { format: 4, more: 1 }))).toBe('newer-version');
    for (const format of [1, 2])
      expect(await openedFrom(forged(Buffer.alloc(0), { format, zip: undefined }))).toBe('trial-version');
    for (const format of [0, '3', null]) expect(await openedFrom(forged(Buffer.alloc(0), { format }))).toBe('damaged');
  });

  it.each([
    { memoryKiB: 4_194_304, passes: 3, lanes: 1 },
    { memoryKiB: 64, passes: 4_000_000, lanes: 1 },
    { memoryKiB: 131_073, passes: 1, lanes: 1 },
    { memoryKiB: 64, passes: 5, lanes: 1 },
    { memoryKiB: 64, passes: 1, lanes: 99 },
    { memoryKiB: 8, passes: 1, lanes: 4 },
  ])('derives no key at a cost that a header dictates: %j', async (cost) => {
    const lock = { kdf: 'argon2id', ...cost, salt: '0'.repeat(32), nonce: '0'.repeat(14), check: '0'.repeat(64) };
    expect(await openedFrom(forged(Buffer.alloc(100), { lock }), 'x')).toBe('damaged');
    const borne = { ...lock, memoryKiB: 64, passes: 1, lanes: 1 };
    expect(await openedFrom(forged(Buffer.alloc(100), { lock: borne }), 'x')).toBe('wrong-passphrase');
  });

  it('is not read at all where it is larger than any package', async () => {
    const place = receiver((await packed()).file);
    truncateSync(place.state.path ?? '', 2 ** 32);
    expect(troubleOf(await place.calls.openPackage({ again: false, passphrase: '' }))).toBe('too-large');
  });
});

describe('a locked package whose chunks are in other hands', () => {
  const SEALED = CHUNK_BYTES + 16;
  /** Of three files the first two end in the chunk in which the next begins. */
  const EVIDENCE = [1, 2, 3].map((seed) => Buffer.alloc(CHUNK_BYTES, `zhizhen ${seed}`));

  /** The chunks of a package put together otherwise. */
  async function rebuilt(change: (chunks: Buffer[]) => (Buffer | undefined)[]) {
    const { head, body } = apart((await packed({ passphrase: PASSPHRASE }, EVIDENCE)).file);
    const chunks = Array.from({ length: Math.ceil(body.length / SEALED) }, (_, i) =>
      body.subarray(i * SEALED, (i + 1) * SEALED),
    );
    expect(chunks).toHaveLength(4);
    return Buffer.concat([head, ...change(chunks).filter((chunk) => chunk !== undefined)]);
  }
  const [first = '', second = '', third = ''] = EVIDENCE.map(hashOf).sort();

  it.each<[string, string, (chunks: Buffer[]) => (Buffer | undefined)[]]>([
    ['as it was made', 'done', (chunks) => chunks],
    ['the first two exchanged', 'damaged', ([a, b, ...rest]) => [b, a, ...rest]],
    ['two in the middle exchanged', `lacks ${first} ${second} ${third}`, ([a, b, c, d]) => [a, c, b, d]],
    ['one of another place', `lacks ${second} ${third}`, ([a, b, , d]) => [a, b, b, d]],
    ['the last dropped', `lacks ${third}`, (chunks) => chunks.slice(0, -1)],
    ['one doubled', `lacks ${first} ${second} ${third}`, ([a, ...rest]) => [a, a, ...rest]],
  ])('gives nothing that is not at its place: %s', async (_, expected, change) => {
    expect(await openedFrom(await rebuilt(change), PASSPHRASE)).toBe(expected);
  });

  it('is damaged when it goes on under the name of another signer', async () => {
    const { header, body } = apart((await packed({ passphrase: PASSPHRASE })).file);
    const head = { lock: header.lock, zip: header.zip };
    expect(await openedFrom(forged(body, head), PASSPHRASE)).toBe('damaged');
  });
});

describe('a package made by an attacker who knows the layout', () => {
  const opened = (zip: Buffer, header: object = {}) => openedFrom(forged(zip, header));
  const honest = [manifestFile(), signatureFile, dossierFile, photoFile];
  const lacksPhoto = `lacks ${hashOf(PHOTO)}`;

  it('opens where it is what it says', async () => {
    expect(await opened(zipOf(honest))).toBe('done');
  });

  it('is refused with a longer header than any package has', async () => {
    const zip = zipOf(honest);
    expect(await openedFrom(forged(zip, {}, { padding: 100 }))).toBe('done');
    expect(await openedFrom(forged(zip, {}, { padding: 4096 }))).toBe('damaged');
  });

  it('is not known by the signature of another key', async () => {
    const file = forged(zipOf(honest));
    const { signer } = apart(forged(zipOf(honest))).header;
    const at = file.indexOf(apart(file).header.signer);
    file.write(signer, at);
    expect(await openedFrom(file)).toBe('damaged');
  });

  it.each([
    '../../autostart.sh',
    'evidence/../../x',
    'C:\\Windows\\x.dll',
    `evidence/${hashOf(PHOTO).toUpperCase()}`,
    `evidence\\${hashOf(PHOTO)}`,
    `/vidence/${hashOf(PHOTO)}`,
  ])('brings no file named %s', async (name) => {
    const named = { ...photoFile, name, isStreamed: true };
    const renamed = await opened(zipOf([...honest.slice(0, 3), named]));
    // A name as long as the right one moves nothing, and what stands there is known by its hash.
    expect(renamed).toBe(name.length === photoFile.name.length ? 'torn' : 'damaged');
    expect(await opened(zipOf([...honest, named]))).toBe('damaged');
    const listed = { ...MANIFEST, evidence: [{ sha256: name, bytes: PHOTO.length }] };
    expect(await opened(zipOf([manifestFile(listed), signatureFile, dossierFile, named]))).toBe('damaged');
  });

  const [photo = { sha256: '', bytes: 0 }] = MANIFEST.evidence;
  const listing = (change: object) => [manifestFile({ ...MANIFEST, ...change }), signatureFile, dossierFile, photoFile];
  const notText = Buffer.of(255);
  it.each([
    [
      'another dossier',
      zipOf(
        [
          honest[0],
          signatureFile,
          { ...dossierFile, content: Buffer.alloc(dossierFile.content.length) },
          photoFile,
        ].filter((file) => file !== undefined),
      ),
    ],
    [
      'no UTF-8',
      zipOf([
        manifestFile({ ...MANIFEST, dossier: { sha256: hashOf(notText), bytes: 1 } }),
        signatureFile,
        { ...dossierFile, content: notText },
        photoFile,
      ]),
    ],
    ['a file more', zipOf([...honest, { name: `evidence/${hashNumber(0)}`, content: PHOTO }])],
    ['a file less', zipOf(honest.slice(0, 3))],
    ['a file twice', zipOf([...honest, photoFile])],
    ['a file twice in the manifest too', zipOf([...listing({ evidence: [photo, photo] }), photoFile])],
    ['the dossier first', zipOf([dossierFile, manifestFile(), signatureFile, photoFile])],
    ['no manifest', zipOf([signatureFile, dossierFile, photoFile])],
    ['no signature', zipOf([manifestFile(), dossierFile, photoFile])],
    ['a manifest that says more', zipOf(listing({ more: 1 }))],
    ['a moment that says more', zipOf(listing({ madeAt: '2026-11-25 签名已核对' }))],
    ['a name of the maker that goes on and on', zipOf(listing({ maker: '第三组'.repeat(20) }))],
    ['a negative size', zipOf(listing({ evidence: [{ ...photo, bytes: -1 }] }))],
    ['a shorter size in the manifest', zipOf(listing({ evidence: [{ ...photo, bytes: 49_999 }] }))],
    ['no directory', zipOf(honest).subarray(0, -230)],
    ['bytes after its end', Buffer.concat([zipOf(honest), Buffer.alloc(1)])],
    ['nothing', Buffer.alloc(0)],
  ])('is damaged: %s', async (_, zip) => {
    expect(await opened(zip)).toBe('damaged');
  });

  it.each([
    [
      'a wrong checksum of the dossier',
      'torn',
      zipOf([manifestFile(), signatureFile, { ...dossierFile, crc: 1 }, photoFile]),
    ],
    ['a wrong checksum after a file', 'torn', zipOf([...honest.slice(0, 3), { ...photoFile, crc: 1 }])],
    ['a wrong checksum only there', 'torn', zipOf([...honest.slice(0, 3), { ...photoFile, crc: 1 }], honest)],
    [
      'a wrong size before a file',
      'torn',
      zipOf([manifestFile(), signatureFile, { ...dossierFile, bytes: 10 }, photoFile]),
    ],
    ['a wrong size after a file', 'torn', zipOf([...honest.slice(0, 3), { ...photoFile, bytes: 10 }])],
    ['a directory of other sums', 'torn', zipOf(honest, [...honest.slice(0, 3), { ...photoFile, crc: 1 }])],
    [
      'another file',
      lacksPhoto,
      zipOf([...honest.slice(0, 3), { ...photoFile, content: PHOTO.map((byte) => byte ^ 1) }]),
    ],
  ])('gives what the manifest names and nothing else: %s', async (_, expected, zip) => {
    expect(await opened(zip)).toBe(expected);
  });

  it.each([
    ['longer', 1],
    ['shorter', -1],
  ])('is damaged where its header calls the zip %s than the manifest makes it', async (_, more) => {
    const zip = zipOf(honest);
    expect(await opened(zip, { zip: zip.length + more })).toBe('damaged');
  });

  it('inflates no bomb, whatever it says of its size', async () => {
    const zeros = new Uint8Array(50_000_000);
    const bomb = zipSync({
      'manifest.json': [manifestFile().content, { level: 0 }],
      'dossier.json': [zeros, { level: 9 }],
    });
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await opened(Buffer.from(bomb))).toBe('damaged');
    const lying = zipOf(honest);
    lying.writeUInt16LE(8, lying.indexOf('dossier.json') - 22);
    expect(await opened(lying)).toBe('torn');
  });

  const file = (i: number, bytes: number) => ({ sha256: hashNumber(i), bytes });
  const many = (count: number, bytes: number) => Array.from({ length: count }, (_, i) => file(i, bytes));
  const holding = (change: object) => zipOf([manifestFile({ ...MANIFEST, ...change }), signatureFile, dossierFile]);
  it.each([
    ['a manifest', zipOf([{ ...manifestFile(), bytes: 4 * 1024 * 1024 + 1 }, signatureFile])],
    ['a dossier', holding({ dossier: { ...MANIFEST.dossier, bytes: 20 * 1024 * 1024 + 1 } })],
    ['files in number', holding({ evidence: many(10_001, 0) })],
    ['a file', holding({ evidence: [file(0, 2 ** 32)] })],
    ['files in all', holding({ evidence: many(5000, 2 ** 20) })],
  ])('is not read on once it says that it holds too much: %s', async (_, zip) => {
    expect(await opened(zip)).toBe('too-large');
  });
});
