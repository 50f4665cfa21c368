import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildWindow } from '#electron/build-window.mjs';
import { decodeMessage, encodeMessage } from '#electron/contract/message.ts';
import { electronRuntime } from '#electron/electron-runtime.mjs';
import { runProgram } from '#electron/run-program.mjs';
import { StartFailure } from '#electron/start-failure.mjs';
import { exitCodeOf, reasonOf, startText } from '#electron/start-words.mjs';
import { PROJECT, temporaryFolder } from '#tests/support/cli.ts';
import { copyText } from '#tests/support/copied-mills.ts';
import { ask, enteredBy, keyOf } from '#tests/support/plain-request.ts';
import { systemMissing } from '#tests/support/systems.ts';

const notLinux = systemMissing('linux');

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
function start(dist: string, args: readonly string[] = ['--port', '0']) {
  const folder = temporaryFolder();
  script(join(folder, 'xdg-open'), `echo "$1" > '${join(folder, 'opened')}'`);
  const child = spawn(
    process.execPath,
    [join(PROJECT, 'electron', 'start.mjs'), '--data', join(folder, 'data'), ...args],
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
  let given = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (given += text));
  const opened = () => (existsSync(join(folder, 'opened')) ? readFileSync(join(folder, 'opened'), 'utf8').trim() : '');
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return { said: () => said, given: () => given, opened, ended };
}

const LOCAL = /^http:\/\/127\.0\.0\.1:\d+\/\n$/;
/** One line, in both languages, and no stack. */
const ONE_LINE = /^[^\n]*[\u4e00-\u9fff][^\n]*[a-z]{3}[^\n]*\n$/;

describe.skipIf(notLinux !== null)('npm start', () => {
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
    const { said, given, opened } = start(dist);
    await expect.poll(given, { timeout: 60_000 }).toMatch(LOCAL);
    expect(opened()).toMatch(/\.html$/);
    expect(said().trim().split('\n')).toEqual([expect.stringContaining(`Electron 无法启动（${failure}）`)]);
    expect((await fetch(given().trim())).status).toBe(200);
  });

  it('opens a browser where there is no runtime', async () => {
    const { said, given, opened } = start(temporaryFolder());
    await expect.poll(given, { timeout: 60_000 }).toMatch(LOCAL);
    expect(opened()).toMatch(/\.html$/);
    expect(said().trim().split('\n')).toEqual([expect.stringContaining('没有可用的 Electron')]);
  });

  it('serves the whole host from its bundle: a browser with the key is let in, and a copy is kept', async () => {
    const { given } = start(temporaryFolder(), ['--no-open', '--port', '0']);
    await expect.poll(given, { timeout: 60_000 }).toMatch(/#key=[0-9a-f]{64}\n$/);
    const address = given().trim();
    const session = await enteredBy(address, keyOf(address));
    const body = encodeMessage({ id: 'ent-1', dossier: copyText(1) });
    const kept = await ask(address, '/desktop/mirror:write', { method: 'POST', headers: session, body });
    expect(decodeMessage(kept.body)).toMatchObject({ kind: 'done' });
  });
});

describe.skipIf(notLinux !== null)('npm start that cannot be', () => {
  it.each([
    ['70000', 'wrong-port'],
    ['-1', 'wrong-option'],
    ['4173.5', 'wrong-port'],
    ['0x10', 'wrong-port'],
    ['', 'wrong-port'],
    ['四', 'wrong-port'],
  ])('is said in one line where the port is "%s"', async (port, id) => {
    const { said, ended } = start(temporaryFolder(), ['--no-open', '--port', port]);
    expect(await ended).toBe(2);
    expect(said()).toMatch(ONE_LINE);
    expect(said()).toContain(startText(id, { port, reason: '' }).slice(0, 5));
  });

  it('is said in one line where an option is unknown, and which there are', async () => {
    const { said, ended } = start(temporaryFolder(), ['--prot', '4173']);
    expect(await ended).toBe(2);
    expect(said()).toMatch(ONE_LINE);
    expect(said()).toContain('--port');
  });

  it('is said in one line where another program has the port, and nothing is opened', async () => {
    await buildWindow();
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { said, opened, ended } = start(temporaryFolder(), ['--browser', '--port', String(port)]);
    expect(await ended).toBe(1);
    other.close();
    expect(said()).toMatch(ONE_LINE);
    expect(said()).toContain(`端口${port}已被另一个程序占用`);
    expect(opened()).toBe('');
  });
});

describe('what keeps the program from starting', () => {
  const coded = (code: string, message: string) => Object.assign(new Error(message), { code });

  it('is named by what went wrong, and said without a stack', () => {
    const failure = new StartFailure('port-taken', { port: 4173 });
    expect(reasonOf(failure)).toEqual({ id: 'port-taken', values: { port: 4173 } });
    expect(reasonOf(coded('ERR_PARSE_ARGS_UNKNOWN_OPTION', 'x'))).toMatchObject({ id: 'wrong-option' });
    expect(reasonOf(coded('ERR_MODULE_NOT_FOUND', 'esbuild\n  at x'))).toEqual({
      id: 'not-installed',
      values: { reason: 'esbuild' },
    });
    expect(reasonOf(new Error('vite ended with 1\n  at x'))).toEqual({
      id: 'unexpected',
      values: { reason: 'vite ended with 1' },
    });
    expect(['wrong-port', 'wrong-option', 'port-taken', 'unexpected'].map(exitCodeOf)).toEqual([2, 2, 1, 1]);
  });

  it('is said in both languages, each on the same line', () => {
    const texts = JSON.parse(readFileSync(join(PROJECT, 'electron', 'start-texts.json'), 'utf8')) as object;
    for (const id of Object.keys(texts)) {
      const values = { port: 1, reason: 'a\nb', folder: '/x', failure: 'f', code: 'C' };
      expect(`${startText(id, values)}\n`, id).toMatch(ONE_LINE);
      expect(startText(id, values), id).not.toMatch(/[{}]|undefined/);
    }
  });

  it('has a text for every failure', () => {
    const texts = JSON.parse(readFileSync(join(PROJECT, 'electron', 'start-texts.json'), 'utf8')) as object;
    const sources = readdirSync(join(PROJECT, 'electron'), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(mjs|ts)$/.test(name))
      .map((name) => readFileSync(join(PROJECT, 'electron', name), 'utf8'))
      .join('\n');
    const named = [...sources.matchAll(/(?:new StartFailure|(?<!\.)\bsay|sayStart)\('([a-z-]+)'/g)].map(([, id]) => id);
    expect(named.length).toBeGreaterThan(7);
    for (const id of named) expect(Object.keys(texts)).toContain(id);
  });
});

describe.skipIf(systemMissing('posix') !== null)('a program in a runtime', () => {
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
