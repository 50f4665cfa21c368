import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { desktopServer } from '#electron/browser-host/desktop-server.ts';
import { door } from '#electron/browser-host/door.ts';
import { oneTimeKeys, type OneTimeKeys } from '#electron/browser-host/one-time-keys.ts';
import { answerTo, hashOf, newSecret } from '#electron/browser-host/secrets.ts';
import { sessionsIn } from '#electron/browser-host/sessions.ts';
import { serve } from '#electron/browser-host/static-server.mjs';
import { CHANNELS, PACKAGE_FILE } from '#electron/contract/channels.ts';
import { encodeMessage } from '#electron/contract/message.ts';
import { temporaryFolder } from '#tests/support/cli.ts';
import { copyText } from '#tests/support/copied-mills.ts';
import { ask, enteredBy } from '#tests/support/plain-request.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let folder = '';
let ahead = 0;
let guessed = 0;
let keys: OneTimeKeys;
let server: Awaited<ReturnType<typeof serve>>;
const proof = newSecret();
const now = () => Date.now() + ahead;

const sessions = () => sessionsIn(join(folder, 'sessions'), now);
const start = () => {
  keys = oneTimeKeys(join(folder, 'keys'), now);
  const shut = door(
    { keys, sessions: sessions(), proof, now, onGuessing: () => (guessed += 1) },
    desktopServer(join(folder, 'data'), now),
  );
  return serve(folder, 0, shut);
};
beforeEach(async () => {
  folder = temporaryFolder();
  ahead = 0;
  guessed = 0;
  server = await start();
});
afterEach(() => server.close());

const newKey = async () => (await keys.make(() => '')).key;
const enter = (key: string, headers: Record<string, string> = {}) =>
  ask(server.address, '/desktop/enter', { method: 'POST', body: key, headers });
const statusOf = async (headers: Record<string, string>) =>
  (await ask(server.address, '/desktop/session', { headers })).status;
const filesBelow = (place: string) =>
  readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe('the door of the browser host', () => {
  it('gives a program of another user nothing, whatever it asks, but the name of the program', async () => {
    const paths = ['token', 'session', 'enter', '', '..', 'keys', PACKAGE_FILE, ...Object.values(CHANNELS)];
    const body = encodeMessage({ id: 'ent-9', dossier: copyText(1, '', { id: 'ent-9' }) });
    const guesses: Record<string, string>[] = [
      {},
      { 'x-zhizhen': '' },
      { cookie: `zhizhen-${new URL(server.address).port}=${'0'.repeat(64)}`, 'x-zhizhen': '0'.repeat(64) },
      { cookie: `zhizhen-${new URL(server.address).port}=../sessions`, 'x-zhizhen': '' },
      { origin: server.address.slice(0, -1), 'sec-fetch-site': 'same-origin' },
    ];
    for (const path of paths)
      for (const method of ['GET', 'POST', 'PUT'])
        for (const headers of guesses) {
          const answered = await ask(server.address, `/desktop/${path}`, {
            method,
            headers,
            ...(method === 'GET' ? {} : { body }),
          });
          expect([401, 429], `${method} ${path}`).toContain(answered.status);
          expect(answered.body.toString()).toBe('');
          expect(answered.headers['set-cookie']).toBeUndefined();
        }
    expect((await ask(server.address, '/desktop/who')).body.toString()).toBe('zhizhen');
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });

  it('opens to a key once, and not to one that nobody made', async () => {
    const key = await newKey();
    expect((await enter(newSecret())).status).toBe(401);
    expect((await enter('../keys/x')).status).toBe(401);
    expect((await enter('x'.repeat(2000))).status).toBe(401);
    expect((await enter(key)).status).toBe(200);
    expect((await enter(key)).status).toBe(401);
    expect(readdirSync(join(folder, 'keys'))).toEqual([]);
  });

  it('opens to one of two who show the same key at once', async () => {
    const key = await newKey();
    const statuses = await Promise.all(Array.from({ length: 8 }, async () => (await enter(key)).status));
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
  });

  it('opens to a key for an hour, and forgets it then', async () => {
    const key = await newKey();
    ahead = HOUR + MINUTE;
    expect((await enter(key)).status).toBe(401);
    await keys.removeExpired();
    expect(readdirSync(join(folder, 'keys'))).toEqual([]);
    const later = await newKey();
    ahead = 0;
    await keys.removeExpired();
    expect((await enter(later)).status).toBe(200);
  });

  it('opens to a key that another start of the program made', async () => {
    const { key } = await oneTimeKeys(join(folder, 'keys'), now).make(() => '');
    expect((await enter(key)).status).toBe(200);
  });

  it('keeps the cookie from scripts, from other sites and from other paths', async () => {
    const [cookie = ''] = (await enter(await newKey())).headers['set-cookie'] ?? [];
    const [value, ...attributes] = cookie.split('; ');
    expect(value).toMatch(new RegExp(`^zhizhen-${new URL(server.address).port}=[0-9a-f]{64}$`));
    expect(attributes).toEqual(['Path=/desktop/', 'HttpOnly', 'SameSite=Strict', 'Max-Age=34560000']);
  });

  it('lets in nobody with one half of a session, or with halves of two', async () => {
    const mine = await enteredBy(server.address, await newKey());
    const other = await enteredBy(server.address, await newKey());
    const { cookie = '', 'x-zhizhen': half = '' } = mine;
    expect(await statusOf(mine)).toBe(204);
    expect(await statusOf({ cookie: `a=b; ${cookie}; c=d`, 'x-zhizhen': half })).toBe(204);
    expect(await statusOf({ cookie })).toBe(401);
    expect(await statusOf({ 'x-zhizhen': half })).toBe(401);
    expect(await statusOf({ cookie, 'x-zhizhen': other['x-zhizhen'] ?? '' })).toBe(401);
    expect(await statusOf({ cookie: cookie.replace('zhizhen-', 'other-'), 'x-zhizhen': half })).toBe(401);
  });

  it.each([
    ['a page of another origin', { origin: 'http://evil.example' }],
    ['a page at another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['a sandboxed page', { origin: 'null' }],
    ['a page of another site', { 'sec-fetch-site': 'cross-site' }],
    ['a page of the same site at another port', { 'sec-fetch-site': 'same-site' }],
    ['an address that was typed', { 'sec-fetch-site': 'none' }],
    ['a name that leads here from outside', { host: 'evil.example' }],
  ])('does not answer %s, with a session or a key', async (_, headers) => {
    const session = await enteredBy(server.address, await newKey());
    const key = await newKey();
    expect(await statusOf({ ...session, ...headers })).toBe(403);
    expect((await enter(key, headers)).status).toBe(403);
    expect((await ask(server.address, '/desktop/who', { headers })).body.toString()).toBe('');
    expect((await enter(key)).status).toBe(200);
  });

  it('knows a browser again after the program was started again, and keeps nothing that would let another one in', async () => {
    const session = await enteredBy(server.address, await newKey());
    const port = new URL(server.address).port;
    server.close();
    server = await start();
    const asAtPort = (session['cookie'] ?? '').replace(port, new URL(server.address).port);
    expect(await statusOf({ ...session, cookie: asAtPort })).toBe(204);
    const kept = filesBelow(join(folder, 'sessions'));
    expect(kept).toHaveLength(1);
    for (const secret of [asAtPort.split('=')[1] ?? '', session['x-zhizhen'] ?? ''])
      for (const path of kept) expect(path + readFileSync(path, 'utf8')).not.toContain(secret);
  });

  it('keeps keys and sessions where their owner alone reads them', async () => {
    await enteredBy(server.address, await newKey());
    await newKey();
    for (const name of ['keys', 'sessions']) {
      expect(statSync(join(folder, name)).mode & 0o777).toBe(0o700);
      for (const path of filesBelow(join(folder, name))) expect(statSync(path).mode & 0o777).toBe(0o600);
    }
  });

  it('uses the key of a browser that is in already, and leaves it its session', async () => {
    const session = await enteredBy(server.address, await newKey());
    const key = await newKey();
    const again = await enter(key, session);
    expect([again.status, again.headers['set-cookie']]).toEqual([204, undefined]);
    expect((await enter(key)).status).toBe(401);
    expect(await statusOf(session)).toBe(204);
  });

  it('forgets a browser that has not come for four hundred days', async () => {
    const used = await enteredBy(server.address, await newKey());
    const unused = await enteredBy(server.address, await newKey());
    ahead = 300 * 24 * HOUR;
    expect(await statusOf(used)).toBe(204);
    ahead = 500 * 24 * HOUR;
    await sessions().removeForgotten();
    expect(await statusOf(used)).toBe(204);
    expect(await statusOf(unused)).toBe(401);
  });

  it('tells of somebody who keeps guessing, once in a minute, and still opens to the right key', async () => {
    const key = await newKey();
    const statuses: number[] = [];
    for (let i = 0; i < 40; i += 1) statuses.push((await enter(newSecret())).status);
    expect(new Set(statuses.slice(0, 30))).toEqual(new Set([401]));
    expect(new Set(statuses.slice(30))).toEqual(new Set([429]));
    expect(guessed).toBe(1);
    expect((await enter(key)).status).toBe(200);
    ahead = 2 * MINUTE;
    expect((await enter(newSecret())).status).toBe(401);
  });

  it('lets its owner in where the disk takes no key and no session', async () => {
    for (const name of ['keys', 'sessions']) writeFileSync(join(folder, name), 'a file in the place of the folder');
    const { key, path } = await keys.make(() => '');
    expect(path).toBeNull();
    const session = await enteredBy(server.address, key);
    expect(await statusOf(session)).toBe(204);
    expect((await enter(key)).status).toBe(401);
  });

  it('lets nobody in by a session of which nothing is left in its file', async () => {
    const session = await enteredBy(server.address, await newKey());
    for (const path of filesBelow(join(folder, 'sessions'))) writeFileSync(path, '');
    expect(await statusOf(session)).toBe(401);
    expect(await statusOf({ ...session, 'x-zhizhen': '' })).toBe(401);
  });

  it('proves to another start of the same user who it is, at this port alone', async () => {
    const challenge = newSecret();
    const { body } = await ask(server.address, '/desktop/who', { headers: { 'x-zhizhen-challenge': challenge } });
    expect(body.toString()).toBe(`zhizhen ${answerTo(`${new URL(server.address).port}:${challenge}`, proof)}`);
    const odd = await ask(server.address, '/desktop/who', { headers: { 'x-zhizhen-challenge': 'x' } });
    expect(odd.body.toString()).toBe('zhizhen');
  });

  it('names the file of a key by its hash', async () => {
    mkdirSync(join(folder, 'keys'), { recursive: true });
    const { key, path } = await keys.make((made) => `page with ${made}`);
    expect(path).toBe(join(folder, 'keys', `${hashOf(key)}.html`));
    expect(readFileSync(path ?? '', 'utf8')).toBe(`page with ${key}`);
  });
});
