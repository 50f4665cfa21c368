import { describe, expect, it } from 'vitest';
import { CHUNK_BYTES } from '#electron/host/hand-over/limits.ts';
import type { Place, Places } from '#electron/host/hand-over/zip-layout.ts';
import { randomStream } from '#tests/support/random-stream.ts';
import { apart, forged, placesIn } from './forgery.ts';
import { damagedIn, DOSSIER, hashOf, opened, openedFrom, packed, receiver, troubleOf } from './laptops.ts';
import { longOrShort } from '#tests/support/long-form.ts';

/** 500 changed packages, or 10,000. */
const TIMES = longOrShort(20, 1);
const ANEW = 100 * TIMES;
const PASSPHRASE = '对的';
const SEALED = CHUNK_BYTES + 16;
const sized = (bytes: number, seed: number) => new Uint8Array(bytes).map((_, i) => (i * seed) % 253);
/** One of no bytes, large ones and small ones; where they are locked, in two chunks. */
const KINDS = [
  { passphrase: '', changes: 300 * TIMES, files: [0, 7000, 400, 9000, 300] },
  { passphrase: PASSPHRASE, changes: 100 * TIMES, files: [0, 700_000, 40_000, 900_000, 300] },
].map(({ files, ...kind }) => ({ ...kind, files: files.map((bytes, i) => sized(bytes, 2 * i + 3)) }));

interface Made {
  readonly file: Buffer;
  readonly head: number;
  readonly places: Places;
  readonly isLocked: boolean;
}

async function made(passphrase: string, files: readonly Uint8Array[]): Promise<Made> {
  const { file } = await packed({ passphrase }, files);
  const { head } = apart(file);
  // An open one of the same contents: everything stands at the same place of its zip.
  const places = placesIn(apart((await packed({ passphrase: '' }, files)).file).body);
  return { file, head: head.length, places, isLocked: passphrase !== '' };
}

/** From and up to which byte. */
type Range = readonly [number, number];

/** What a package lacks once such bytes of it are other than they were: null where nothing of it may be shown. */
function lackingAfter({ head, places, isLocked }: Made, changed: readonly Range[]): readonly string[] | null {
  const inZip = changed.map(([from, to]): Range => {
    if (!isLocked) return [from - head, to - head];
    return [Math.floor((from - head) / SEALED) * CHUNK_BYTES, Math.ceil((to - head) / SEALED) * CHUNK_BYTES];
  });
  const isHit = ({ at, descriptorAt }: Pick<Place, 'at' | 'descriptorAt'>) =>
    descriptorAt > at && inZip.some(([from, to]) => from < descriptorAt && to > at);
  const lengthOfManifest = { at: 22, descriptorAt: 26 };
  const isHeadHit = changed.some(([from]) => from < head);
  if (isHeadHit || [lengthOfManifest, places.manifest, places.signature, places.dossier].some(isHit)) return null;
  return places.evidence.filter(isHit).map(({ sha256 }) => sha256);
}

/** Opens and takes what came, and holds it against what has to come. */
async function expectParts(
  file: Buffer,
  lacking: readonly string[] | null,
  { passphrase, files }: Pick<(typeof KINDS)[number], 'passphrase' | 'files'>,
  what: string,
) {
  if (lacking === null) {
    expect(REFUSED, what).toContain(await openedFrom(file, passphrase));
    return;
  }
  const { place, shown, accept } = await opened(file, passphrase);
  expect(shown.dossier, what).toBe(DOSSIER);
  expect(shown.isDamaged, what).toBe(true);
  expect(damagedIn(shown), what).toEqual(lacking);
  expect(await accept(), what).toEqual({
    kind: 'done',
    value: { evidence: files.length - lacking.length, damaged: lacking },
  });
  const whole = files.map(hashOf).filter((sha256) => !lacking.includes(sha256));
  expect([...place.kept.keys()].sort(), what).toEqual(whole.sort());
  for (const [sha256, bytes] of place.kept) expect(hashOf(bytes), what).toBe(sha256);
}
const REFUSED = ['damaged', 'not-a-package', 'newer-version', 'trial-version', 'too-large', 'wrong-passphrase'];

describe.each(KINDS)('a package with damaged parts (passphrase $passphrase)', ({ passphrase, changes, files }) => {
  const kind = { passphrase, files };
  it(`is refused or lacks exactly what was changed, after ${changes} changes`, { timeout: changes * 300 }, async () => {
    const whole = await made(passphrase, files);
    const random = randomStream(7);
    const seen = { refused: 0, torn: 0, lacking: 0 };
    const { places } = whole;
    // Places that a change of any byte would seldom meet: structure and small files.
    const rare = [places.dossier.at, places.evidence[0]?.headerAt ?? 0, places.directoryAt];
    for (let i = 0; i < changes; i += 1) {
      const file = Buffer.from(whole.file);
      const changed = Array.from({ length: 1 + Math.floor(2 * random()) }, () => {
        const near = rare[i % rare.length] ?? 0;
        return i % 2 === 0 ? Math.floor(random() * file.length) : Math.floor(near + random() * 400) % file.length;
      });
      for (const at of new Set(changed)) file.writeUInt8(file.readUInt8(at) ^ (1 << Math.floor(random() * 8)), at);
      const lacking = lackingAfter(
        whole,
        changed.map((at) => [at, at + 1]),
      );
      if (lacking === null) seen.refused += 1;
      else if (lacking.length === 0) seen.torn += 1;
      else seen.lacking += 1;
      await expectParts(file, lacking, kind, `${i}: ${changed.join()}`);
    }
    process.stdout.write(
      `packages with changed bits, ${passphrase === '' ? 'open' : 'locked'}: ${JSON.stringify(seen)}\n`,
    );
    for (const count of [seen.refused, seen.lacking]) expect(count).toBeGreaterThan(changes / 100);
  });

  it('gives what came before its end wherever it is cut off', async () => {
    const whole = await made(passphrase, files);
    const { length } = whole.file;
    const ends = [length - 1, length - 20, whole.head + whole.places.dossier.descriptorAt - 1];
    for (let end = 0; end < length; end += Math.ceil(length / 60)) ends.push(end);
    for (const end of ends)
      await expectParts(whole.file.subarray(0, end), lackingAfter(whole, [[end, length]]), kind, `cut at ${end}`);
  });

  it('says of bytes after its end that they are not its own', async () => {
    const { file } = await made(passphrase, files);
    await expectParts(Buffer.concat([file, Buffer.alloc(512)]), [], kind, 'longer');
  });

  it('is completed by a whole one that comes later', async () => {
    const whole = await made(passphrase, files);
    const torn = Buffer.from(whole.file.subarray(0, -Math.floor(whole.file.length / 5)));
    const { place, shown, accept } = await opened(torn, passphrase);
    expect(damagedIn(shown).length).toBeGreaterThan(0);
    await accept();
    const again = await opened(whole.file, passphrase, place);
    expect(again.shown.isDamaged).toBe(false);
    expect(await again.accept()).toEqual({ kind: 'done', value: { evidence: files.length, damaged: [] } });
    expect(place.kept.size).toBe(files.length);
  });
});

describe('a package that was changed and signed anew', () => {
  it(
    `shows no dossier and keeps no file but those of its manifest, after ${ANEW} changes`,
    { timeout: ANEW * 100 },
    async () => {
      const { body } = apart((await packed()).file);
      const random = randomStream(11);
      const seen = new Map<string, number>();
      for (let i = 0; i < ANEW; i += 1) {
        const zip = Buffer.from(body);
        for (let k = 0; k <= 3 * random(); k += 1) {
          const at = Math.floor(random() * (i % 2 === 0 ? zip.length : 600));
          zip.writeUInt8((zip.readUInt8(at) + 1 + Math.floor(random() * 255)) % 256, at);
        }
        const place = receiver(forged(zip));
        const outcome = await place.calls.openPackage({ again: false, passphrase: '' });
        seen.set(troubleOf(outcome), (seen.get(troubleOf(outcome)) ?? 0) + 1);
        if (outcome.kind !== 'done') continue;
        expect(outcome.value.dossier).toBe(DOSSIER);
        await place.calls.acceptPackage({ ticket: outcome.value.ticket });
        for (const [sha256, bytes] of place.kept) expect(hashOf(bytes)).toBe(sha256);
      }
      process.stdout.write(`packages changed and signed anew: ${JSON.stringify(Object.fromEntries(seen))}\n`);
      expect(seen.get('done'), 'no package opened, so that none could show another dossier').toBeGreaterThan(0);
      expect([...seen.keys()].filter((said) => said !== 'done' && !REFUSED.includes(said))).toEqual([]);
    },
  );
});
