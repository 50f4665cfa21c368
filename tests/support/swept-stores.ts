import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { evidenceNamed } from '#electron/host/backup/evidence-named.ts';
import { mirrorStore } from '#electron/host/backup/mirror.ts';
import { evidenceStore } from '#electron/host/files/evidence-store.ts';

const root = mkdtempSync(join(tmpdir(), 'zhizhen-swept-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

export const DAY = 24 * 3600 * 1000;
export const BIN = '待清理';
export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

let made = 0;
/**
 * Evidence and mirror in real folders as the program has them, and a clock that starts now, as what is written has the time of
 * the system, and passes as the test says.
 */
export function sweptStores() {
  const start = Date.now();
  const folder = join(root, String((made += 1)));
  mkdirSync(folder);
  const evidenceFolder = join(folder, '佐证');
  const mirrorFolder = join(folder, '自动备份');
  let at = start;
  const now = () => at;
  const mirror = mirrorStore({ folder: mirrorFolder, now });
  const evidence = evidenceStore({
    folder: evidenceFolder,
    free: () => Promise.resolve(null),
    now,
    copies: () => evidenceNamed(mirrorFolder),
  });
  const place = (text: string) => join(evidenceFolder, sha256(text).slice(0, 2), sha256(text));
  return {
    evidenceFolder,
    mirrorFolder,
    evidence,
    place,
    now,
    pass: (ms: number) => (at += ms),
    keep: (text: string) => evidence.keepEvidence({ name: text, bytes: new TextEncoder().encode(text) }),
    copy: (texts: readonly string[], id = 'ent-1') =>
      mirror.mirrorDossier({ id, dossier: JSON.stringify({ id, evidence: texts.map(sha256) }) }),
    forget: (id = 'ent-1') => mirror.forgetMirror({ id }),
    sweep: (named: readonly string[], database: { enterprises?: readonly string[]; since?: number } = {}) =>
      evidence.sweepEvidence({
        referenced: named.map(sha256),
        enterprises: database.enterprises ?? ['ent-1'],
        since: database.since ?? 0,
      }),
    /** Whether it lies whole at its place or in the bin, found without asking the store, which would bring it back. */
    isKept: (text: string) => [place(text), ...inBin(evidenceFolder, text)].some((path) => textOf(path) === text),
    binned: (text: string) => inBin(evidenceFolder, text).filter(existsSync),
    filesKept: () =>
      existsSync(evidenceFolder)
        ? readdirSync(evidenceFolder, { recursive: true, withFileTypes: true }).filter(
            (entry) => entry.isFile() && entry.name.length === 64,
          ).length
        : 0,
  };
}

function inBin(evidenceFolder: string, text: string): string[] {
  const bin = join(evidenceFolder, BIN);
  return existsSync(bin) ? readdirSync(bin).map((day) => join(bin, day, sha256(text))) : [];
}

function textOf(path: string): string | null {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}
