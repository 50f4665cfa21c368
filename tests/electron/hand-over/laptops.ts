import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import type { OpenedPackage } from '#electron/contract/desktop-api.ts';
import { done, trouble, type Outcome, type Trouble } from '#electron/contract/outcomes.ts';
import { EvidenceDamaged } from '#electron/host/files/evidence-damaged.ts';
import type { EvidenceStreams } from '#electron/host/hand-over/evidence-streams.ts';
import { knownSigners } from '#electron/host/hand-over/known-signers.ts';
import { packageCalls } from '#electron/host/hand-over/packages.ts';
import { demoMills } from '#tests/support/demo-mills.ts';

const root = mkdtempSync(join(tmpdir(), 'zhizhen-package-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

export const DOSSIER = `${JSON.stringify({ ...demoMills()[0]?.dossier, 'x-foreign': { 深: [1, null] } })}\n`;
export const PHOTO = new Uint8Array(50_000).map((_, i) => (i * 31) % 256);
/** Cheap, so that the test does not spend its time on making guesses dear. */
const COST = { memoryKiB: 64, passes: 1, lanes: 1 };

export const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
export const troubleOf = (outcome: Outcome<unknown>) => (outcome.kind === 'trouble' ? outcome.trouble : outcome.kind);

/** What is handed over; evidence is named by its hash. */
export const REQUEST = {
  name: '示例印染:交接',
  dossier: DOSSIER,
  evidence: [hashOf(PHOTO)],
  passphrase: '',
  isDeidentified: false,
  madeAt: '2026-11-25',
  maker: '第三组',
};

// eslint-disable-next-line @typescript-eslint/require-await -- bytes at hand, as a stream
export async function* inPieces(bytes: Uint8Array, size = 10_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export async function collected(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
}

let laptops = 0;
/** One laptop: its own key, the evidence it has, what was asked to be kept and what was kept, in memory. */
export function laptop(files: readonly Uint8Array[] = []) {
  const folder = join(root, String((laptops += 1)));
  mkdirSync(folder);
  const state = { path: join(folder, 'a.zhizhen') as string | null, refuses: null as Trouble | null };
  const has = new Map(files.map((bytes) => [hashOf(bytes), bytes]));
  const asked: string[] = [];
  const kept = new Map<string, Buffer>();
  const evidence: EvidenceStreams = {
    sizeOf: (sha256) => Promise.resolve(has.get(sha256)?.byteLength ?? null),
    isWhole: (sha256) => Promise.resolve(has.has(sha256)),
    read: (sha256) => inPieces(has.get(sha256) ?? new Uint8Array()),
    keep: async (sha256, bytes, content) => {
      asked.push(sha256);
      if (state.refuses !== null) return trouble(state.refuses);
      if (has.has(sha256)) return done({ sha256, bytes });
      const all = await collected(content).catch((error: unknown) => {
        if (error instanceof EvidenceDamaged) return null;
        throw error;
      });
      if (all === null || hashOf(all) !== sha256) return trouble('damaged');
      kept.set(sha256, all);
      return done({ sha256, bytes });
    },
  };
  const keyFile = join(folder, 'key.pem');
  const signersFolder = join(folder, 'signers');
  const clock = { now: Date.UTC(2026, 10, 25) };
  const signers = knownSigners({ folder: signersFolder, now: () => clock.now });
  const callsWith = (change: Partial<EvidenceStreams>) =>
    packageCalls({
      keyFile,
      cost: COST,
      chooseSavePath: () => Promise.resolve(state.path),
      chooseOpenPath: () => Promise.resolve(state.path),
      saved: (path) => path,
      evidence: { ...evidence, ...change },
      signers,
    });
  return { calls: callsWith({}), callsWith, asked, kept, state, keyFile, signersFolder, clock };
}

/** A package from a laptop of its own, with that laptop. */
export async function packed(change: Partial<typeof REQUEST> = {}, files: readonly Uint8Array[] = [PHOTO]) {
  const sender = laptop(files);
  const outcome = await sender.calls.packDossier({ ...REQUEST, evidence: files.map(hashOf), ...change });
  expect(outcome).toMatchObject({ kind: 'done' });
  return { file: readFileSync(sender.state.path ?? ''), sender };
}

/** A laptop on which a file is to be opened. */
export function receiver(file: Uint8Array, files: readonly Uint8Array[] = []) {
  const place = laptop(files);
  writeFileSync(place.state.path ?? '', file);
  return place;
}

/** A laptop that has opened a file. @throws where that was refused. */
export async function opened(file: Uint8Array, passphrase = '', place = laptop()) {
  writeFileSync(place.state.path ?? '', file);
  const outcome = await place.calls.openPackage({ again: false, passphrase });
  if (outcome.kind !== 'done') throw new Error(troubleOf(outcome));
  const { ticket } = outcome.value;
  return { place, shown: outcome.value, accept: () => place.calls.acceptPackage({ ticket }) };
}

/** The hashes of the files that a package no longer holds whole. */
export function damagedIn({ evidence }: OpenedPackage): string[] {
  return evidence.filter(({ isDamaged }) => isDamaged).map(({ sha256 }) => sha256);
}

/**
 * What a laptop says that opens a file, having written nothing by it: its trouble; `done` of a whole one, `torn` where only
 * what stands around the files is damaged, and which files are.
 */
export async function openedFrom(file: Uint8Array, passphrase = ''): Promise<string> {
  const place = receiver(file);
  const outcome = await place.calls.openPackage({ again: false, passphrase });
  expect(place.asked).toEqual([]);
  rmSync(place.state.path ?? '');
  if (outcome.kind !== 'done') return troubleOf(outcome);
  expect(outcome.value.dossier).toBe(DOSSIER);
  const damaged = damagedIn(outcome.value);
  if (damaged.length > 0) return `lacks ${damaged.join(' ')}`;
  return outcome.value.isDamaged ? 'torn' : 'done';
}
