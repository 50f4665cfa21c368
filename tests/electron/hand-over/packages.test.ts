import { createHash, generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import type { Outcome } from '#electron/contract/outcomes.ts';
import { unwrapped, wrapped } from '#electron/main/hand-over/envelope.ts';
import { packageCalls } from '#electron/main/hand-over/packages.ts';
import { signerOf } from '#electron/main/hand-over/signing-key.ts';
import { randomStream } from '#tests/support/arbitrary-problems.ts';
import { demoMills } from '#tests/support/demo-mills.ts';

const MUTATIONS = Number(process.env['ZHIZHEN_MUTATIONS'] ?? 500);
const root = mkdtempSync(join(tmpdir(), 'zhizhen-package-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const DOSSIER = `${JSON.stringify({ ...demoMills()[0]?.dossier, 'x-foreign': { 深: [1, null] } })}\n`;
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const PHOTO = new Uint8Array(50_000).map((_, i) => (i * 31) % 256);
/** Cheap, so that the test does not spend its time on making guesses dear. */
const COST = { memoryKiB: 64, passes: 1, lanes: 1 };

let made = 0;
/** One laptop: its own key, its evidence, and what was kept there. */
function laptop(files: readonly Uint8Array[] = []) {
  const store = new Map(files.map((bytes) => [sha256(bytes), bytes]));
  const writes: string[] = [];
  const folder = join(root, String((made += 1)));
  const state = { path: join(folder, 'a.zhizhen') as string | null };
  const calls = packageCalls({
    keyFile: join(folder, 'key.pem'),
    cost: COST,
    chooseSavePath: () => Promise.resolve(state.path),
    chooseOpenPath: () => Promise.resolve(state.path),
    saved: (path) => path,
    evidence: {
      keepEvidence: ({ bytes }) => {
        writes.push(sha256(bytes));
        return Promise.resolve({ kind: 'done', value: { sha256: sha256(bytes), bytes: bytes.byteLength } });
      },
      readEvidence: ({ sha256: name }) => {
        const value = store.get(name);
        return Promise.resolve(
          value === undefined ? { kind: 'trouble', trouble: 'not-found' } : { kind: 'done', value },
        );
      },
    },
  });
  return { calls, writes, state, folder };
}

const request = {
  name: '示例印染:交接',
  dossier: DOSSIER,
  evidence: [sha256(PHOTO)],
  passphrase: '',
  isDeidentified: false,
  madeAt: '2026-11-25',
  maker: '第三组',
};

async function packed(change: Partial<typeof request> = {}): Promise<Buffer> {
  const sender = laptop([PHOTO]);
  expect(await sender.calls.packDossier({ ...request, ...change })).toMatchObject({ kind: 'done' });
  return readFileSync(sender.state.path ?? '');
}

function receiver(file: Uint8Array) {
  const place = laptop();
  place.state.path = join(root, `received-${made}.zhizhen`);
  writeFileSync(place.state.path, file);
  return place;
}
const openedFrom = (file: Uint8Array, passphrase = '') =>
  receiver(file).calls.openPackage({ again: false, passphrase });
const troubleOf = (outcome: Outcome<unknown>) => (outcome.kind === 'trouble' ? outcome.trouble : outcome.kind);

/** A package whose body is whatever an attacker likes, signed with a key of the attacker's own. */
function forged(body: Buffer, header: object = {}): Buffer {
  const { privateKey } = generateKeyPairSync('ed25519');
  const bytes = Buffer.from(JSON.stringify({ format: 1, signer: signerOf(privateKey), lock: null, ...header }));
  return wrapped(bytes, body, privateKey);
}

describe('a hand-over package', () => {
  it.each(['', '出厂口令 2026'])(
    'gives dossier and evidence back byte for byte (passphrase %j)',
    async (passphrase) => {
      const place = receiver(await packed({ passphrase }));
      const opened = await place.calls.openPackage({ again: false, passphrase });
      if (opened.kind !== 'done') throw new Error(troubleOf(opened));
      expect(opened.value).toMatchObject({ maker: '第三组', isEncrypted: passphrase !== '', isDeidentified: false });
      expect(opened.value.dossier).toBe(DOSSIER);
      expect(opened.value.signer).toMatch(/^([0-9a-f]{4} ){3}[0-9a-f]{4}$/);
      expect(place.writes).toEqual([]);
      expect(await place.calls.acceptPackage({ ticket: opened.value.ticket })).toEqual({
        kind: 'done',
        value: { evidence: 1 },
      });
      expect(place.writes).toEqual([sha256(PHOTO)]);
    },
  );

  it('asks for its passphrase, takes no other, and can be tried again without choosing the file again', async () => {
    const place = receiver(await packed({ passphrase: '对的' }));
    expect(troubleOf(await place.calls.openPackage({ again: false, passphrase: '' }))).toBe('passphrase-needed');
    place.state.path = null;
    expect(troubleOf(await place.calls.openPackage({ again: true, passphrase: '错的' }))).toBe('wrong-passphrase');
    expect((await place.calls.openPackage({ again: true, passphrase: '对的' })).kind).toBe('done');
  });

  it('shows nothing of the mill to who has no passphrase', async () => {
    const file = await packed({ passphrase: '对的' });
    for (const word of ['示例印染', 'demo-dyeing', '第三组', 'dossier.json'])
      expect(file.includes(Buffer.from(word)), word).toBe(false);
  });

  it('is signed by one key of the laptop that made it, which only its owner can read', async () => {
    const sender = laptop([PHOTO]);
    const signers = new Set<string>();
    for (let i = 0; i < 2; i += 1) {
      await sender.calls.packDossier(request);
      signers.add(unwrapped(readFileSync(sender.state.path ?? '')).header.signer);
    }
    expect(signers.size).toBe(1);
    expect(unwrapped(await packed()).header.signer).not.toBe([...signers][0]);
    if (process.platform !== 'win32') expect(statSync(join(sender.folder, 'key.pem')).mode & 0o077).toBe(0);
  });

  it('is not made where evidence is missing, and leaves no file then', async () => {
    const sender = laptop();
    expect(troubleOf(await sender.calls.packDossier(request))).toBe('not-found');
    expect(existsSync(sender.state.path ?? '')).toBe(false);
  });

  it('is refused wherever it is cut off', async () => {
    const file = await packed();
    for (let end = 0; end < file.length; end += Math.ceil(file.length / 150))
      expect(['damaged', 'not-a-package']).toContain(troubleOf(await openedFrom(file.subarray(0, end))));
  });

  it('says of a newer format that the program must be updated', async () => {
    expect(troubleOf(await openedFrom(forged(Buffer.alloc(0), { format: 2, more: 1 })))).toBe('newer-version');
  });

  it.each([
    { memoryKiB: 4_194_304, passes: 3, lanes: 1 },
    { memoryKiB: 64, passes: 4_000_000, lanes: 1 },
    { memoryKiB: 64, passes: 1, lanes: 99 },
  ])('derives no key at a cost that a header dictates: %j', async (cost) => {
    const lock = { kdf: 'argon2id', ...cost, salt: '0'.repeat(32), nonce: '0'.repeat(24) };
    expect(troubleOf(await openedFrom(forged(Buffer.alloc(100), { lock }), 'x'))).toBe('damaged');
  });

  it.each([
    ['../../autostart.sh', 'damaged'],
    ['evidence/../../x', 'damaged'],
    ['C:\\Windows\\x.dll', 'damaged'],
    [`evidence/${'A'.repeat(64)}`, 'damaged'],
  ])('takes no file named %s', async (name, expected) => {
    const zip = Buffer.from(zipSync(Object.fromEntries([[name, new Uint8Array(3)]])));
    expect(troubleOf(await openedFrom(forged(zip)))).toBe(expected);
  });

  it('unpacks no bomb: not of great size, not of great number, not of a lie about its size', async () => {
    const zeros = new Uint8Array(210 * 1024 * 1024);
    const large = Buffer.from(zipSync({ 'dossier.json': [zeros, { level: 9 }] }));
    expect(large.length).toBeLessThan(1_000_000);
    expect(troubleOf(await openedFrom(forged(large)))).toBe('too-large');
    const lying = Buffer.from(zipSync({ 'dossier.json': [zeros.subarray(0, 50_000_000), { level: 9 }] }));
    const central = lying.lastIndexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
    lying.writeUInt32LE(10, central + 24);
    expect(troubleOf(await openedFrom(forged(lying)))).toBe('damaged');
    const many = Object.fromEntries(
      Array.from({ length: 10_003 }, (_, i) => [`evidence/${i.toString(16).padStart(64, '0')}`, new Uint8Array()]),
    );
    expect(troubleOf(await openedFrom(forged(Buffer.from(zipSync(many, { level: 0 })))))).toBe('too-large');
  });

  it.each([
    ['another dossier', (files: Record<string, Uint8Array>) => ({ ...files, 'dossier.json': Buffer.from('{}') })],
    ['a file more', (files: Record<string, Uint8Array>) => ({ ...files, [`evidence/${'0'.repeat(64)}`]: PHOTO })],
  ])('is held against its manifest: %s', async (_, change) => {
    const { unzipSync } = await import('fflate');
    const files = unzipSync(unwrapped(await packed()).body);
    expect(troubleOf(await openedFrom(forged(Buffer.from(zipSync(change(files))))))).toBe('damaged');
  });

  it(`is never taken for another after ${MUTATIONS} random changes, and writes nothing`, async () => {
    const file = await packed();
    const body = unwrapped(file).body;
    const random = randomStream(7);
    const seen = new Map<string, number>();
    for (let i = 0; i < MUTATIONS; i += 1) {
      const isInside = i % 2 === 0;
      const bytes = Buffer.from(isInside ? body : file);
      for (let k = 0; k <= 3 * random(); k += 1) {
        const at = Math.floor(random() * bytes.length);
        bytes[at] = ((bytes[at] ?? 0) + 1 + Math.floor(random() * 255)) % 256;
      }
      const place = receiver(isInside ? forged(bytes) : bytes);
      const outcome = await place.calls.openPackage({ again: false, passphrase: 'x' });
      expect(place.writes).toEqual([]);
      if (outcome.kind === 'done') expect(outcome.value.dossier).toBe(DOSSIER);
      seen.set(troubleOf(outcome), (seen.get(troubleOf(outcome)) ?? 0) + 1);
    }
    process.stdout.write(`changed packages: ${JSON.stringify(Object.fromEntries(seen))}\n`);
    expect(seen.get('damaged')).toBeGreaterThan(MUTATIONS / 2);
  });
});
