import { createPrivateKey } from 'node:crypto';
import { readFileSync, truncateSync } from 'node:fs';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { CHUNK_BYTES } from '#electron/host/hand-over/sealed-chunks.ts';
import { randomStream } from '#tests/support/arbitrary-problems.ts';
import { apart, dossierFile, forged, MANIFEST, manifestFile, photoFile, together, zipOf } from './forgery.ts';
import { hashOf, openedFrom, packed, PHOTO, receiver, troubleOf } from './laptops.ts';

const MUTATIONS = process.env['ZHIZHEN_SOAK'] === '1' ? 10_000 : 500;
const PASSPHRASE = '对的';
const hashNumber = (i: number) => i.toString(16).padStart(64, '0');

describe('a damaged package', () => {
  it.each(['', PASSPHRASE])('is refused wherever it is cut off (passphrase %j)', async (passphrase) => {
    const { file } = await packed({ passphrase });
    for (let end = 0; end < file.length; end += Math.ceil(file.length / 150))
      expect(['damaged', 'not-a-package']).toContain(await openedFrom(file.subarray(0, end), passphrase));
    expect(await openedFrom(file.subarray(0, -1), passphrase)).toBe('damaged');
    expect(await openedFrom(file, passphrase)).toBe('done');
  });

  it.each([
    ['magic', 3, 'not-a-package'],
    ['length of the header', 9, 'damaged'],
    ['key of the signer', 60, 'damaged'],
    ['start of the body', 250, 'damaged'],
    ['middle', 0.5, 'damaged'],
    ['signature', -10, 'damaged'],
  ])('is refused when one bit of it is another: %s', async (_, place, expected) => {
    for (const passphrase of ['', PASSPHRASE]) {
      const file = Buffer.from((await packed({ passphrase })).file);
      const at = place < 0 ? file.length + place : place < 1 ? Math.floor(place * file.length) : place;
      file.writeUInt8(file.readUInt8(at) ^ 1, at);
      if (passphrase === '' || place !== 250) expect(await openedFrom(file, passphrase)).toBe(expected);
    }
  });

  it('says of a newer format that the program must be updated', async () => {
    expect(await openedFrom(await forged(Buffer.alloc(0), { format: 3, more: 1 }))).toBe('newer-version');
    expect(await openedFrom(await forged(Buffer.alloc(0), { format: 1 }))).toBe('damaged');
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
    expect(await openedFrom(await forged(Buffer.alloc(100), { lock }), 'x')).toBe('damaged');
    const borne = { ...lock, memoryKiB: 64, passes: 1, lanes: 1 };
    expect(await openedFrom(await forged(Buffer.alloc(100), { lock: borne }), 'x')).toBe('wrong-passphrase');
  });

  it('is not read at all where it is larger than any package', async () => {
    const place = receiver((await packed()).file);
    truncateSync(place.state.path ?? '', 2 ** 32);
    expect(troubleOf(await place.calls.openPackage({ again: false, passphrase: '' }))).toBe('too-large');
  });
});

describe('a locked package whose chunks are in other hands', () => {
  const SEALED = CHUNK_BYTES + 16;
  const EVIDENCE = Buffer.alloc(2 * CHUNK_BYTES + 7, 'zhizhen ');

  /** The chunks of a package put together otherwise, signed with the key of its own maker. */
  async function rebuilt(change: (chunks: Buffer[]) => Buffer[]) {
    const { file, sender } = await packed({ passphrase: PASSPHRASE }, [EVIDENCE]);
    const { headerBytes, body } = apart(file);
    const chunks = Array.from({ length: Math.ceil(body.length / SEALED) }, (_, i) =>
      body.subarray(i * SEALED, (i + 1) * SEALED),
    );
    expect(chunks).toHaveLength(3);
    const key = createPrivateKey(readFileSync(sender.keyFile));
    return together(headerBytes, Buffer.concat(change(chunks)), key);
  }

  it('opens as it was made', async () => {
    expect(await openedFrom(await rebuilt((chunks) => chunks), PASSPHRASE)).toBe('done');
  });

  it.each<[string, (chunks: Buffer[]) => Buffer[]]>([
    ['the first two exchanged', ([a, b, ...rest]) => [b, a, ...rest].filter((chunk) => chunk !== undefined)],
    ['the last dropped', (chunks) => chunks.slice(0, -1)],
    ['one doubled', ([a, ...rest]) => [a, a, ...rest].filter((chunk) => chunk !== undefined)],
  ])('is damaged: %s', async (_, change) => {
    expect(await openedFrom(await rebuilt(change), PASSPHRASE)).toBe('damaged');
  });

  it('is damaged when it goes on under the name of another signer', async () => {
    const { header, body } = apart((await packed({ passphrase: PASSPHRASE })).file);
    expect(await openedFrom(await forged(body, { lock: header.lock }), PASSPHRASE)).toBe('damaged');
  });
});

describe('a package made by an attacker who knows the layout', () => {
  const opened = async (zip: Uint8Array) => openedFrom(await forged(zip));
  const honest = [manifestFile(), dossierFile, photoFile];

  it('opens where it is what it says', async () => {
    expect(await opened(zipOf(honest))).toBe('done');
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
    expect(await opened(zipOf([manifestFile(), dossierFile, named]))).toBe('damaged');
    expect(await opened(zipOf([...honest, named]))).toBe('damaged');
    expect(await opened(zipOf(honest, [manifestFile(), dossierFile, named]))).toBe('damaged');
    expect(await opened(zipOf([manifestFile(), dossierFile, named], honest))).toBe('damaged');
    const listed = { ...MANIFEST, evidence: [{ sha256: name, bytes: PHOTO.length }] };
    expect(await opened(zipOf([manifestFile(listed), dossierFile, named]))).toBe('damaged');
  });

  const twice = [...MANIFEST.evidence, ...MANIFEST.evidence];
  it.each([
    ['another dossier', zipOf([manifestFile(), { ...dossierFile, content: Buffer.from('{}') }, photoFile])],
    [
      'no UTF-8',
      zipOf([
        manifestFile({ ...MANIFEST, dossier: hashOf(Buffer.of(255)) }),
        { ...dossierFile, content: Buffer.of(255) },
        photoFile,
      ]),
    ],
    ['a file more', zipOf([...honest, { name: `evidence/${hashNumber(0)}`, content: PHOTO }])],
    ['a file less', zipOf([manifestFile(), dossierFile])],
    ['another file', zipOf([manifestFile(), dossierFile, { ...photoFile, content: PHOTO.map((byte) => byte ^ 1) }])],
    ['a file twice', zipOf([...honest, photoFile])],
    [
      'a file twice in the manifest too',
      zipOf([manifestFile({ ...MANIFEST, evidence: twice }), dossierFile, photoFile, photoFile]),
    ],
    ['the dossier first', zipOf([dossierFile, manifestFile(), photoFile])],
    ['no manifest', zipOf([dossierFile, photoFile])],
    ['a manifest that says more', zipOf([manifestFile({ ...MANIFEST, more: 1 }), dossierFile, photoFile])],
    [
      'a negative size',
      zipOf([manifestFile({ ...MANIFEST, evidence: [{ ...MANIFEST.evidence[0], bytes: -1 }] }), dossierFile]),
    ],
    [
      'a shorter size in the manifest',
      zipOf([
        manifestFile({ ...MANIFEST, evidence: [{ ...MANIFEST.evidence[0], bytes: 49_999 }] }),
        dossierFile,
        photoFile,
      ]),
    ],
    ['a wrong checksum before a file', zipOf([manifestFile(), { ...dossierFile, crc: 1 }, photoFile])],
    ['a wrong checksum after a file', zipOf([manifestFile(), dossierFile, { ...photoFile, crc: 1 }])],
    ['a wrong checksum only there', zipOf([manifestFile(), dossierFile, { ...photoFile, crc: 1 }], honest)],
    ['a wrong size before a file', zipOf([manifestFile(), { ...dossierFile, bytes: 10 }, photoFile])],
    ['a wrong size after a file', zipOf([manifestFile(), dossierFile, { ...photoFile, bytes: 10 }])],
    ['a directory of other sums', zipOf(honest, [manifestFile(), dossierFile, { ...photoFile, crc: 1 }])],
    ['a directory of fewer files', zipOf(honest, honest.slice(0, 2))],
    ['no directory', zipOf(honest).subarray(0, -230)],
    ['bytes after its end', Buffer.concat([zipOf(honest), Buffer.alloc(1)])],
    ['nothing', Buffer.alloc(0)],
  ])('is damaged: %s', async (_, zip) => {
    expect(await opened(zip)).toBe('damaged');
  });

  it('inflates no bomb, whatever it says of its size', async () => {
    const zeros = new Uint8Array(50_000_000);
    const bomb = zipSync({
      'manifest.json': [manifestFile().content, { level: 0 }],
      'dossier.json': [zeros, { level: 9 }],
    });
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await opened(bomb)).toBe('damaged');
    const lying = Buffer.from(zipOf(honest));
    lying.writeUInt16LE(8, lying.indexOf('dossier.json') - 22);
    expect(await opened(lying)).toBe('damaged');
  });

  const file = (i: number, bytes: number) => ({ sha256: hashNumber(i), bytes });
  const many = (count: number, bytes: number) => Array.from({ length: count }, (_, i) => file(i, bytes));
  it.each([
    ['a manifest', zipOf([{ ...manifestFile(), bytes: 4 * 1024 * 1024 + 1 }])],
    ['a dossier', zipOf([manifestFile(), { ...dossierFile, bytes: 64 * 1024 * 1024 + 1 }])],
    ['files in number', zipOf([manifestFile({ ...MANIFEST, evidence: many(10_001, 0) }), dossierFile])],
    ['a file', zipOf([manifestFile({ ...MANIFEST, evidence: [file(0, 2 ** 32)] }), dossierFile])],
    ['files in all', zipOf([manifestFile({ ...MANIFEST, evidence: many(5000, 2 ** 20) }), dossierFile])],
  ])('is not read on once it says that it holds too much: %s', async (_, zip) => {
    expect(await opened(zip)).toBe('too-large');
  });
});

describe('packages changed at random', () => {
  it(`are never taken for others after ${MUTATIONS} changes, and write nothing`, async () => {
    const { file } = await packed();
    const { body } = apart(file);
    const locked = (await packed({ passphrase: PASSPHRASE })).file;
    const random = randomStream(7);
    const seen = new Map<string, number>();
    for (let i = 0; i < MUTATIONS; i += 1) {
      const bytes = Buffer.from([file, body, locked][i % 3] ?? file);
      // Half of them where the structure is, which evidence outweighs by far.
      const reach = i % 2 === 0 ? bytes.length : 600;
      for (let k = 0; k <= 3 * random(); k += 1) {
        const at = Math.floor(random() * reach);
        bytes[at] = ((bytes[at] ?? 0) + 1 + Math.floor(random() * 255)) % 256;
      }
      const said = await openedFrom(i % 3 === 1 ? await forged(bytes) : bytes, PASSPHRASE);
      seen.set(said, (seen.get(said) ?? 0) + 1);
    }
    process.stdout.write(`changed packages: ${JSON.stringify(Object.fromEntries(seen))}\n`);
    expect([...seen.keys()].filter((said) => !SAID.has(said))).toEqual([]);
    expect(seen.get('damaged')).toBeGreaterThan(MUTATIONS / 2);
  });
  const SAID = new Set(['damaged', 'not-a-package', 'newer-version', 'too-large', 'wrong-passphrase']);
});
