import { createCipheriv, createHash } from 'node:crypto';
import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { done } from '#electron/contract/outcomes.ts';
import type { EvidenceStreams } from '#electron/host/hand-over/evidence-streams.ts';
import { knownSigners } from '#electron/host/hand-over/known-signers.ts';
import { packageCalls } from '#electron/host/hand-over/packages.ts';

const MiB = 1024 * 1024;
const SMALL = 16 * MiB;
const LARGE = Number(process.env['ZHIZHEN_LARGE_MIB'] ?? 200) * MiB;
const MOST_GROWTH = 64 * MiB;
const isAsked = process.env['ZHIZHEN_LARGE'] === '1';
if (!isAsked) process.stdout.write('large package: skipped, it takes seconds and disk; ZHIZHEN_LARGE=1 runs it\n');

describe.skipIf(!isAsked)('a package of much evidence', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhizhen-large-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Makes, checks and takes a package with one file of so many bytes; how many seconds each took. */
  async function seconds(bytes: number, passphrase: string): Promise<number[]> {
    const sha256 = await hashOf(pseudoRandom(bytes));
    const evidence: EvidenceStreams = {
      sizeOf: () => Promise.resolve(bytes),
      isWhole: () => Promise.resolve(false),
      read: () => pseudoRandom(bytes),
      keep: async (name, _, content) => {
        await writeFile(join(folder, name), content);
        return done({ sha256: name, bytes });
      },
    };
    const path = join(folder, 'a.zhizhen');
    const calls = packageCalls({
      keyFile: join(folder, 'key.pem'),
      cost: { memoryKiB: 64, passes: 1, lanes: 1 },
      chooseSavePath: () => Promise.resolve(path),
      chooseOpenPath: () => Promise.resolve(path),
      saved: () => 'saved',
      evidence,
      signers: knownSigners({ folder: join(folder, 'signers'), now: () => 0 }),
    });
    const about = { name: 'a', dossier: '{}', isDeidentified: false, madeAt: '2026-11-25', maker: '', passphrase };
    const moments = [performance.now()];
    expect(await calls.packDossier({ ...about, evidence: [sha256] })).toMatchObject({ kind: 'done' });
    moments.push(performance.now());
    const opened = await calls.openPackage({ again: false, passphrase });
    if (opened.kind !== 'done') throw new Error(opened.kind);
    moments.push(performance.now());
    expect(await calls.acceptPackage({ ticket: opened.value.ticket })).toMatchObject({ kind: 'done' });
    moments.push(performance.now());
    expect(await hashOf(createReadStream(join(folder, sha256)))).toBe(sha256);
    return moments.slice(1).map((moment, i) => (moment - (moments[i] ?? 0)) / 1000);
  }

  it.each(['', 'x'])('needs no more memory than a small one (passphrase %j)', async (passphrase) => {
    await seconds(SMALL, passphrase);
    const before = peakBytes();
    const took = await seconds(LARGE, passphrase);
    const growth = peakBytes() - before;
    const kind = passphrase === '' ? 'open' : 'locked';
    const [made, checked, taken] = took.map((s) => s.toFixed(2));
    process.stdout.write(
      `large package, ${LARGE / MiB} MiB, ${kind}: made in ${made}, checked in ${checked}, taken in ${taken} s; ` +
        `peak of memory +${(growth / MiB).toFixed(1)} MiB\n`,
    );
    expect(growth).toBeLessThan(MOST_GROWTH);
  });
});

/** The most memory that this process ever held: of the small package too, whatever was given back since. */
function peakBytes(): number {
  return process.resourceUsage().maxRSS * 1024;
}

/** The same bytes each time, without holding them. */
async function* pseudoRandom(bytes: number): AsyncGenerator<Uint8Array> {
  const cipher = createCipheriv('aes-128-ctr', Buffer.alloc(16, 1), Buffer.alloc(16));
  const zeros = Buffer.alloc(64 * 1024);
  for (let made = 0; made < bytes; made += zeros.length) yield Promise.resolve(cipher.update(zeros));
}

async function hashOf(content: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of content) hash.update(piece);
  return hash.digest('hex');
}
