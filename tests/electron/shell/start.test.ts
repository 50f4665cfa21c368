import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildWindow } from '#electron/build-window.mjs';
import { electronRuntime } from '#electron/electron-runtime.mjs';
import { runProgram } from '#electron/run-program.mjs';
import { PROJECT, temporaryFolder } from '#tests/support/cli.ts';

/** A program of one line of the shell. */
function script(path: string, line: string): string {
  writeFileSync(path, `#!/bin/sh\n${line}\n`);
  chmodSync(path, 0o755);
  return path;
}

const started: ChildProcess[] = [];
afterEach(() => {
  vi.unstubAllEnvs();
  for (const child of started.splice(0)) child.kill();
});

/** `npm start` with a folder for its runtime, no installer, and a browser that notes what it shall open. */
function start(dist: string) {
  const folder = temporaryFolder();
  script(join(folder, 'xdg-open'), `echo "$1" > '${join(folder, 'opened')}'`);
  const child = spawn(
    process.execPath,
    [join(PROJECT, 'electron', 'start.mjs'), '--port', '0', '--data', join(folder, 'data')],
    {
      env: {
        ...process.env,
        PATH: `${folder}${delimiter}${process.env['PATH']}`,
        ELECTRON_OVERRIDE_DIST_PATH: dist,
        ZHIZHEN_NO_INSTALL: '1',
      },
    },
  );
  started.push(child);
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const opened = () => (existsSync(join(folder, 'opened')) ? readFileSync(join(folder, 'opened'), 'utf8').trim() : '');
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return { said: () => said, opened, ended };
}

const LOCAL = /^http:\/\/127\.0\.0\.1:\d+\/$/;

describe.skipIf(process.platform !== 'linux')('npm start', () => {
  beforeAll(async () => {
    await buildWindow();
  });

  it('opens in the runtime that is there and ends with it', async () => {
    const dist = temporaryFolder();
    script(join(dist, 'electron'), `echo "$@" > '${join(dist, 'arguments')}'`);
    const { said, opened, ended } = start(dist);
    expect(await ended).toBe(0);
    expect(readFileSync(join(dist, 'arguments'), 'utf8').trim()).toBe(PROJECT);
    expect(said()).toBe('');
    expect(opened()).toBe('');
  });

  it.each([
    ['lacks libraries', 'exit 127', '127'],
    ['crashes', 'kill -SEGV $$', 'SIGSEGV'],
  ])('says that the runtime does not start and opens a browser where it %s', async (_, line, failure) => {
    const dist = temporaryFolder();
    script(join(dist, 'electron'), line);
    const { said, opened } = start(dist);
    await expect.poll(opened, { timeout: 60_000 }).toMatch(LOCAL);
    expect(said().trim().split('\n')).toEqual([expect.stringContaining(`Electron 无法启动（${failure}）`)]);
    expect((await fetch(opened())).status).toBe(200);
  });

  it('opens a browser where there is no runtime', async () => {
    const { said, opened } = start(temporaryFolder());
    await expect.poll(opened, { timeout: 60_000 }).toMatch(LOCAL);
    expect(said().trim().split('\n')).toEqual([expect.stringContaining('没有可用的 Electron')]);
  });
});

describe.skipIf(process.platform === 'win32')('a program in a runtime', () => {
  const runtime = (line: string) => script(join(temporaryFolder(), 'electron'), line);

  it('is not taken for broken where it ends badly later', async () => {
    expect(await runProgram(runtime('exit 3'), [], 0)).toEqual({ code: 3, failure: null });
    expect(await runProgram(runtime('exit 3'), [])).toEqual({ code: 3, failure: '3' });
  });

  it('cannot be started where the file is no program, or none to run', async () => {
    const path = join(temporaryFolder(), 'electron');
    expect(await runProgram(path, [])).toEqual({ code: 1, failure: 'ENOENT' });
    writeFileSync(path, 'x');
    expect(await runProgram(path, [])).toEqual({ code: 1, failure: 'EACCES' });
  });
});

describe('the installer of the runtime', () => {
  /** A package of Electron whose installer does what the code says. */
  function packageWith(code: string) {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'dist'));
    writeFileSync(join(folder, 'install.js'), code);
    vi.stubEnv('ZHIZHEN_NO_INSTALL', undefined);
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', undefined);
    const said: string[] = [];
    return { folder, said, say: (line: string) => said.push(line) };
  }
  const INSTALLS = `
    const { writeFileSync } = require('node:fs');
    writeFileSync(__dirname + '/dist/electron', '');
    writeFileSync(__dirname + '/path.txt', 'electron');`;

  it('is asked once, and its runtime is taken', async () => {
    const { folder, said, say } = packageWith(INSTALLS);
    expect(await electronRuntime({ folder, say })).toBe(join(folder, 'dist', 'electron'));
    expect(said).toEqual([expect.stringContaining('最多 60 秒')]);
    expect(await electronRuntime({ folder, say })).toBe(join(folder, 'dist', 'electron'));
    expect(said).toHaveLength(1);
  });

  it('says how long it takes, and is ended where it hangs', async () => {
    const { folder, said, say } = packageWith('setInterval(() => {}, 1000);');
    const before = Date.now();
    expect(await electronRuntime({ folder, longestMs: 1000, stepMs: 200, say })).toBeNull();
    expect(Date.now() - before).toBeLessThan(10_000);
    expect(said.filter((line) => /^\d+ \/ 1 s$/.test(line)).length).toBeGreaterThan(1);
    expect(said.at(-1)).toContain('the time is up');
  });

  it('is said to have failed in one line, with its own first words', async () => {
    const { folder, said, say } = packageWith('console.error("no network\\n  at x"); process.exit(1);');
    expect(await electronRuntime({ folder, say })).toBeNull();
    expect(said.at(-1)).toBe('未能获取 Electron。 Could not get Electron: no network');
  });

  it('has not got a runtime where it was ended half-way', async () => {
    const { folder, say } = packageWith(`${INSTALLS.split('\n').slice(0, 3).join('\n')} setInterval(() => {}, 1000);`);
    expect(await electronRuntime({ folder, longestMs: 5000, say })).toBeNull();
    expect(existsSync(join(folder, 'dist', 'electron'))).toBe(true);
  });

  it('is not asked where that is not wanted, or where there is none', async () => {
    const { folder, said, say } = packageWith(INSTALLS);
    vi.stubEnv('ZHIZHEN_NO_INSTALL', '1');
    expect(await electronRuntime({ folder, say })).toBeNull();
    vi.stubEnv('ZHIZHEN_NO_INSTALL', undefined);
    expect(await electronRuntime({ folder: temporaryFolder(), say })).toBeNull();
    expect(await electronRuntime({ folder: null, say })).toBeNull();
    expect(said).toEqual([]);
  });
});
