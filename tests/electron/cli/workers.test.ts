import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '#electron/cli/main.ts';
import { bundledProgram } from '#tests/support/bundled-program.ts';
import { temporaryFolder } from '#tests/support/cli.ts';
import { dossierJson } from '#tests/support/dossiers.ts';

/** Enough for a thread on two cores. */
const MILLS = 30;
const ARGS = ['mills', '--out', 'all', '--as-of', '2026-11-24', '--lang', 'en', '--formats', 'json,xlsx'];

/** Sound dossiers, among them one that is no JSON, one of an id that is there already and one called deadly. */
function batch(): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'mills'));
  const write = (name: string, text: string) => writeFileSync(join(folder, 'mills', name), text);
  for (let i = 10; i < 10 + MILLS; i += 1)
    write(`${i}.json`, JSON.stringify(dossierJson({ id: `mill-${i}`, name: `示例${i}厂` })));
  write('20.json', '{');
  write('30.json', JSON.stringify(dossierJson({ id: 'mill-12' })));
  write('25-deadly.json', JSON.stringify(dossierJson({ id: 'mill-deadly' })));
  return folder;
}

async function run(folder: string, worker: URL | null) {
  const printed = { stdout: '', stderr: '' };
  const exit = await main(ARGS, {
    folder,
    worker,
    stdout: { write: (line: string) => (printed.stdout += line.replaceAll(folder, '')) },
    stderr: { write: (line: string) => (printed.stderr += line.replaceAll(folder, '')) },
    today: () => new Date(),
  });
  const entries = readdirSync(join(folder, 'all'), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const written = Object.fromEntries(
    files.sort().map((path) => [path.slice(folder.length), readFileSync(path, 'latin1')]),
  );
  return { ...printed, exit, written };
}

const programs = mkdtempSync(join(tmpdir(), 'zhizhen-workers-'));
afterAll(() => rmSync(programs, { recursive: true, force: true }));
let worker: URL;
let dying: URL;
beforeAll(async () => {
  worker = pathToFileURL(await bundledProgram('electron/cli/worker.ts', join(programs, 'worker.mjs')));
  dying = pathToFileURL(await bundledProgram('tests/electron/cli/dying-worker.ts', join(programs, 'dying.mjs')));
});

describe('a batch by several threads', () => {
  it('says and writes what one thread does, and so it does where no thread can be started', async () => {
    const expected = await run(batch(), null);
    expect(expected.exit).toBe(3);
    expect(expected.stderr.match(/^\S+: [a-z-]+(?=:)/gm)).toEqual([
      'mills/20.json#: not-json',
      'mills/30.json#/id: duplicate-id',
    ]);
    expect(Object.keys(expected.written)).toHaveLength(2 * (MILLS - 1) + 2);
    expect(await run(batch(), worker)).toEqual(expected);
    expect(await run(batch(), new URL('missing.mjs', worker))).toEqual(expected);
  });

  it('leaves only that dossier undone over which a thread dies, and says what it died of', async () => {
    const folder = batch();
    const { exit, stdout, stderr, written } = await run(folder, dying);
    expect(exit).toBe(3);
    expect(stderr).toMatch(/^mills\/25-deadly\.json#: not-processed: [^\n]* \(cause: thread exit 7\)$/m);
    expect(stdout).not.toContain('mill-deadly');
    expect(readdirSync(join(folder, 'all')).filter((name) => /unfinished|deadly/.test(name))).toEqual([]);
    expect(Object.keys(written)).toHaveLength(2 * (MILLS - 2) + 2);
  });
});
