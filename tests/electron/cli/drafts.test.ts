import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openDrafts } from '#electron/cli/drafts.ts';
import { PROJECT, runCli, temporaryFolder } from '#tests/support/cli.ts';
import { dossierJson } from '#tests/support/dossiers.ts';
import { KILLS, LONGEST } from '#tests/support/kills.ts';
import { mountMissing, quietly } from '#tests/support/mounted.ts';

const MILLS = 4;
const ARGS = ['mills', '--out', 'all', '--formats', 'json,docx', '--as-of', '2026-11-24', '--lang', 'en'];

function batch(folder: string, mills = MILLS): string {
  mkdirSync(join(folder, 'mills'));
  for (let i = 0; i < mills; i += 1) {
    const dossier = dossierJson({ id: `mill-${i}`, name: `示例${i}厂` });
    writeFileSync(join(folder, 'mills', `${i}.json`), JSON.stringify(dossier));
  }
  return folder;
}

const draftsIn = (folder: string) =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.includes('unfinished'));

/** Enough for a thread on each of two cores. */
const BY_THREADS = 40;

/** Ends a run with a signal as soon as a mill has its folder, or before any has. */
async function endedBy(signal: NodeJS.Signals, folder: string, mill: number) {
  const run = spawn(process.execPath, [join(PROJECT, 'electron', 'cli', 'launch.mjs'), ...ARGS], { cwd: folder });
  const ended = once(run, 'exit');
  const sign = mill < 0 ? `.zhizhen-${run.pid}.unfinished` : `mill-${mill}`;
  await vi.waitFor(() => expect(existsSync(join(folder, 'all', sign))).toBe(true), { timeout: 30_000, interval: 2 });
  run.kill(signal);
  return (await ended) as [number | null, NodeJS.Signals | null];
}

describe('drafts of a run', () => {
  it(
    'that is killed are gone after the next, which writes what an undisturbed one does',
    async () => {
      const whole = batch(temporaryFolder());
      expect(runCli(ARGS, whole).exit).toBe(0);
      const expected = readFileSync(join(whole, 'all', 'mill-3', 'report.docx'));
      let left = 0;
      for (let i = 0; i < KILLS; i += 1) {
        const folder = batch(temporaryFolder());
        await endedBy('SIGKILL', folder, (i % MILLS) - 1);
        left += draftsIn(folder).length > 0 ? 1 : 0;
        expect(runCli(ARGS, folder)).toMatchObject({ exit: 0, stderr: '' });
        expect(draftsIn(folder)).toEqual([]);
        expect(readFileSync(join(folder, 'all', 'mill-3', 'report.docx')).equals(expected)).toBe(true);
        rmSync(folder, { recursive: true });
      }
      expect(left, 'a kill left no draft, so that nothing was tried').toBeGreaterThan(0);
    },
    LONGEST,
  );

  it.each([
    ['SIGINT', MILLS, -1],
    ['SIGTERM', MILLS, -1],
    ['SIGHUP', MILLS, -1],
    ['SIGINT', BY_THREADS, 1],
  ] as const)(
    'that is told to end by %s go with it, of %i dossiers',
    async (signal, mills, mill) => {
      const folder = batch(temporaryFolder(), mills);
      expect(await endedBy(signal, folder, mill)).toEqual([null, signal]);
      expect(draftsIn(folder)).toEqual([]);
      expect(existsSync(join(folder, 'all', 'drive.json'))).toBe(false);
    },
    60_000,
  );

  it('that cannot be made leave nobody listening for the end of the run', async () => {
    const taken = join(temporaryFolder(), 'taken');
    writeFileSync(taken, '');
    const listening = () => process.listenerCount('SIGINT');
    const before = listening();
    await expect(openDrafts(taken, () => Promise.resolve())).rejects.toThrow('not-a-folder');
    expect(listening()).toBe(before);
  });

  it('that goes on beside another stay', () => {
    const folder = batch(temporaryFolder());
    const other = join(folder, 'all', `.zhizhen-${process.pid}.unfinished`);
    const abandoned = join(folder, 'all', '.zhizhen-4194305.unfinished');
    for (const path of [other, abandoned]) mkdirSync(path, { recursive: true });
    expect(runCli(ARGS, folder).exit).toBe(0);
    expect(existsSync(other)).toBe(true);
    expect(existsSync(abandoned)).toBe(false);
  });
});

const missing = mountMissing('tmpfs');
const root = mkdtempSync(join(tmpdir(), 'zhizhen-cli-disk-'));
const disk = join(root, 'all');
mkdirSync(disk);
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe.skipIf(missing !== null)('an output folder', () => {
  beforeEach(() => quietly('mount', ['-t', 'tmpfs', '-o', 'size=140k', 'tmpfs', disk]));
  afterEach(() => {
    quietly('umount', [disk]);
    rmSync(join(root, 'mills'), { recursive: true, force: true });
  });

  it('on a disk that fills up is said to be so; what was done stays, and nothing half done', () => {
    batch(root);
    const { exit, stdout, stderr } = runCli(ARGS, root);
    expect(exit).toBe(4);
    expect(stderr).toMatch(/^cli: disk-full: the disk is full, .*\/all\/mill-1\/report\.docx was not written/);
    expect(stdout).toContain(join(disk, 'mill-0', 'report.docx'));
    expect(readdirSync(disk)).toEqual(['mill-0']);
    expect(readdirSync(join(disk, 'mill-0')).sort()).toEqual(['report.docx', 'result.json']);
  });

  it('on a disk that is only read is said to be so', () => {
    batch(root);
    quietly('mount', ['-o', 'remount,ro', disk]);
    const { exit, stderr } = runCli(ARGS, root);
    expect(exit).toBe(4);
    expect(stderr).toMatch(/^cli: read-only: no right to write, or the disk is read-only, .*\/all was not written/);
  });
});
