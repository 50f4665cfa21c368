import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { delimiter, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { proofAt, whoHas } from '#electron/browser-host/proof.ts';
import { startBrowserHost } from '#electron/browser-host/start-browser-host.ts';
import { decodeMessage, encodeMessage } from '#electron/contract/message.ts';
import { temporaryFolder } from '#tests/support/cli.ts';
import { copyText } from '#tests/support/copied-mills.ts';
import { ask, enteredBy, keyOf } from '#tests/support/plain-request.ts';
import { systemMissing } from '#tests/support/systems.ts';

const HOUR = 3600 * 1000;
const notPosix = systemMissing('posix');

let window = '';
let data = '';
let said: { readonly id: string; readonly values: object | undefined }[] = [];
let given: string[] = [];
const closing: (() => void)[] = [];
beforeEach(() => {
  window = temporaryFolder();
  writeFileSync(join(window, 'index.html'), '<p>织诊</p>');
  data = join(temporaryFolder(), '织诊');
  said = [];
  given = [];
});
afterEach(() => {
  for (const close of closing.splice(0)) close();
  vi.unstubAllEnvs();
});

/** Starts the host once more; gives whether it serves itself. */
const start = async ({ port = 0, isOpening = false, folder = data, now = Date.now() } = {}) => {
  const close = await startBrowserHost({
    window,
    port,
    data: folder,
    isOpening,
    now: () => now,
    give: (address) => given.push(address),
    say: (id, values) => said.push({ id, values }),
  });
  if (close !== null) closing.push(close);
  return close !== null;
};
const portOf = (address: string) => Number(new URL(address).port);
const lastGiven = () => given.at(-1) ?? '';

/** A local program that is none of ours. */
const otherProgram = async (answer: string): Promise<number> => {
  const server: Server = createServer((_request, response) => response.end(answer));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => server.close());
  return (server.address() as AddressInfo).port;
};

/** A program that opens pages, as a script that notes what it is given. */
const opener = (line: string) => {
  const folder = temporaryFolder();
  const path = join(folder, process.platform === 'darwin' ? 'open' : 'xdg-open');
  writeFileSync(path, `#!/bin/sh\necho "$@" > '${join(folder, 'opened')}'\n${line}\n`);
  chmodSync(path, 0o755);
  vi.stubEnv('PATH', `${folder}${delimiter}${process.env['PATH']}`);
  return () => readFileSync(join(folder, 'opened'), 'utf8').trim();
};

describe('a start in the browser', () => {
  it('says the address with a key that lets one browser in', async () => {
    expect(await start()).toBe(true);
    expect(lastGiven()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#key=[0-9a-f]{64}$/);
    const session = await enteredBy(lastGiven(), keyOf(lastGiven()));
    const about = { method: 'POST', headers: session, body: encodeMessage(undefined) };
    expect((await ask(lastGiven(), '/desktop/app:about', about)).status).toBe(200);
    expect((await ask(lastGiven(), '/')).body.toString()).toBe('<p>织诊</p>');
  });

  it.skipIf(notPosix !== null)(
    'opens a page that only its user can read, as all see what programs are started with',
    async () => {
      const opened = opener('');
      await start({ isOpening: true });
      expect(lastGiven()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
      const page = opened();
      expect(statSync(page).mode & 0o777).toBe(0o600);
      expect(statSync(dirname(page)).mode & 0o777).toBe(0o700);
      const [address = ''] = /http:[^"]+/.exec(readFileSync(page, 'utf8')) ?? [];
      expect(page).not.toContain(keyOf(address));
      await enteredBy(address, keyOf(address));
      expect(existsSync(page)).toBe(false);
    },
  );

  it.skipIf(notPosix !== null)('says the address with its key where no browser opens', async () => {
    opener('exit 3');
    await start({ isOpening: true });
    expect(said.map(({ id }) => id)).toEqual(['not-opened']);
    expect(lastGiven()).toContain('#key=');
  });

  it('opens what runs already with the same data, without a second server', async () => {
    await start();
    const port = portOf(lastGiven());
    expect(await start({ port })).toBe(false);
    expect(said).toEqual([{ id: 'already-open', values: { port } }]);
    expect(given.map(portOf)).toEqual([port, port]);
    for (const address of given)
      expect(await enteredBy(address, keyOf(address))).toMatchObject({
        'x-zhizhen': expect.stringMatching(/^.{64}$/) as string,
      });
  });

  it.each([
    ['another program', 'port-taken', () => otherProgram('<p>hello</p>')],
    [
      'one that says the name of this program without proof',
      'port-of-another-zhizhen',
      () => otherProgram('zhizhen 00'),
    ],
  ])('takes no other port unasked, and opens nothing, where the port is had by %s', async (_, id, other) => {
    const port = await other();
    await expect(start({ port, isOpening: true })).rejects.toMatchObject({ id, values: { port } });
    expect(given).toEqual([]);
  });

  it('does not open what runs with other data', async () => {
    await start({ folder: join(temporaryFolder(), '织诊') });
    const port = portOf(lastGiven());
    await expect(start({ port })).rejects.toMatchObject({ id: 'port-of-another-zhizhen' });
  });

  it('is not taken in by a program that has another port answer in its place', async () => {
    await start();
    const asked = portOf(lastGiven());
    const relay = createServer((request, response) => {
      const headers = { 'x-zhizhen-challenge': String(request.headers['x-zhizhen-challenge']) };
      void ask(lastGiven(), '/desktop/who', { headers }).then(({ body }) => response.end(body));
    });
    await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve));
    closing.push(() => relay.close());
    const proof = await proofAt(join(data, 'browser-host', 'proof'));
    expect(await whoHas(asked, proof)).toBe('own');
    expect(await whoHas((relay.address() as AddressInfo).port, proof)).toBe('zhizhen');
  });

  it('does not start where nothing can be kept', async () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    const folder = join(file, '织诊');
    await expect(start({ folder })).rejects.toMatchObject({ id: 'data-folder', values: { folder, reason: 'ENOTDIR' } });
  });

  it('says of an impossible address what the system says', async () => {
    await expect(start({ port: 70_000 })).rejects.toMatchObject({ id: 'port-failed' });
  });

  it('removes what crashes left: packages half made, packages given, keys that nobody used', async () => {
    const old = join(data, '交接包', '00000000-0000-4000-8000-000000000000.unfinished');
    const young = join(data, '交接包', '00000000-0000-4000-8000-000000000001.unfinished');
    const package_ = join(data, '交接包', '交接包-20261130-1530-ab12.zhizhen');
    const givenOld = join(data, 'browser-host', 'given', 'old.zhizhen');
    const givenYoung = join(data, 'browser-host', 'given', 'young.zhizhen');
    const key = join(data, 'browser-host', 'keys', 'old.html');
    const session = join(data, 'browser-host', 'sessions', '0'.repeat(64));
    for (const path of [old, young, package_, givenOld, givenYoung, key, session]) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, 'x');
    }
    const hoursAgo = (path: string, hours: number) =>
      utimesSync(path, Date.now() / 1000 - hours * 3600, Date.now() / 1000 - hours * 3600);
    for (const path of [old, package_, givenYoung, key]) hoursAgo(path, 2);
    hoursAgo(givenOld, 25);
    hoursAgo(session, 401 * 24);
    await start();
    const standing = [old, young, package_, givenOld, givenYoung, key, session].map((path) => existsSync(path));
    expect(standing).toEqual([false, true, true, false, true, false, false]);
  });

  it.skipIf(notPosix !== null)(
    'closes its folder and what is its own in it to others, also what was open before',
    async () => {
      const outside = join(temporaryFolder(), 'outside');
      writeFileSync(outside, '');
      chmodSync(outside, 0o644);
      const before = [join(data, '佐证', 'ab'), join(data, '自动备份', '0123456789abcdef'), join(data, '交接包')];
      for (const folder of before) {
        mkdirSync(folder, { recursive: true });
        for (const path of [data, dirname(folder), folder]) chmodSync(path, 0o755);
        writeFileSync(join(folder, 'file'), '');
        chmodSync(join(folder, 'file'), 0o664);
      }
      const link = join(data, '佐证', 'link');
      symlinkSync(outside, link);
      await start();
      const session = await enteredBy(lastGiven(), keyOf(lastGiven()));
      const call = async (channel: string, value: unknown) => {
        const asked = { method: 'POST', headers: session, body: encodeMessage(value) };
        return decodeMessage((await ask(lastGiven(), `/desktop/${channel}`, asked)).body);
      };
      const made = { name: '甲', dossier: '{}', evidence: [], passphrase: '', isDeidentified: false };
      for (const outcome of [
        await call('mirror:write', { id: 'ent-1', dossier: copyText(1) }),
        await call('evidence:keep', { name: 'a', bytes: new Uint8Array([1]) }),
        await call('package:pack', { ...made, madeAt: '2026-11-27', maker: '' }),
      ])
        expect(outcome).toMatchObject({ kind: 'done' });
      const taken = await ask(lastGiven(), '/desktop/package-file', { method: 'POST', headers: session, body: 'x' });
      expect(taken.status).toBe(204);
      const entries = readdirSync(data, { recursive: true, withFileTypes: true });
      const open = entries
        .filter((entry) => !entry.isSymbolicLink())
        .map((entry) => ({ path: join(entry.parentPath, entry.name), wanted: entry.isDirectory() ? 0o700 : 0o600 }))
        .filter(({ path, wanted }) => (statSync(path).mode & 0o777) !== wanted);
      expect(entries.length).toBeGreaterThan(15);
      expect(open).toEqual([]);
      expect(statSync(data).mode & 0o777).toBe(0o700);
      expect(statSync(outside).mode & 0o777).toBe(0o644);
    },
  );

  it('keeps its proof for the next start, and makes another one where the file is none', async () => {
    const path = join(data, 'browser-host', 'proof');
    const proof = await proofAt(path);
    expect(await proofAt(path)).toBe(proof);
    for (const damaged of ['', proof.slice(0, 10)]) {
      writeFileSync(path, damaged);
      const anew = await proofAt(path);
      expect(anew).toMatch(/^[0-9a-f]{64}$/);
      expect(anew).not.toBe(proof);
    }
  });

  it('gives keys an hour', async () => {
    await start({ now: Date.now() + 2 * HOUR });
    expect((await ask(lastGiven(), '/desktop/enter', { method: 'POST', body: keyOf(lastGiven()) })).status).toBe(401);
  });
});
