import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as DesktopServer from '#electron/browser-host/desktop-server.ts';
import { decodeMessage, encodeMessage } from '#electron/contract/message.ts';
import { serve } from '#electron/browser-host/static-server.mjs';
import { compiled } from '#electron/cli/compile.mjs';

interface Asked {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: Uint8Array;
}

const data = mkdtempSync(join(tmpdir(), 'zhizhen-host-'));
let server: Awaited<ReturnType<typeof serve>>;
let port = '';
beforeAll(async () => {
  // As it is shipped: bundled, where imports of CommonJS packages behave otherwise than in the sources.
  const bundle = (await import(await compiled('desktop-server'))) as typeof DesktopServer;
  server = await serve(data, 0, bundle.desktopServer(data));
  port = new URL(server.address).port;
});
afterAll(() => {
  server.close();
  rmSync(data, { recursive: true, force: true });
});

/** A plain request, so that every header can be what an attacker would send. */
function ask(
  path: string,
  { method = 'GET', headers = {}, body }: Asked = {},
): Promise<{ status: number; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts) }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
const tokenNow = async () => (await ask('/desktop/token')).body.toString();
const call = async (channel: string, value: unknown, headers: Record<string, string> = {}) =>
  ask(`/desktop/${channel}`, {
    method: 'POST',
    headers: { 'x-zhizhen': await tokenNow(), ...headers },
    body: encodeMessage(value),
  });

describe('the browser host', () => {
  it('answers its own page with the handlers of the shell', async () => {
    const { status, body } = await call('mirror:write', { id: 'ent-1', name: '甲', dossier: '{"a":1}' });
    expect(status).toBe(200);
    expect(decodeMessage(body)).toMatchObject({ kind: 'done' });
    const read = await call('mirror:read', { id: 'ent-1', at: null });
    expect(decodeMessage(read.body)).toEqual({ kind: 'done', value: '{"a":1}' });
  });

  it.each([
    ['another origin', { origin: 'http://evil.example' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['a name that leads here from outside', { host: 'evil.example' }],
    ['a page of another site', { 'sec-fetch-site': 'cross-site' }],
  ])('gives neither token nor answer to %s', async (_, headers) => {
    expect((await ask('/desktop/token', { headers })).status).toBe(403);
    expect((await call('mirror:list', undefined, headers)).status).toBe(403);
  });

  it('answers nobody without the token of this start', async () => {
    const before = readdirSync(join(data, '自动备份'));
    for (const token of ['', 'x', '0'.repeat(48)]) {
      const sent = await call('mirror:write', { id: 'ent-9', name: '乙', dossier: '{}' }, { 'x-zhizhen': token });
      expect(sent.status).toBe(403);
    }
    expect(readdirSync(join(data, '自动备份'))).toEqual(before);
  });

  it('refuses arguments of another form, and knows no other channel', async () => {
    for (const value of [null, {}, { id: 1, name: '', dossier: '' }, { id: 'a', name: '', dossier: '', more: 1 }])
      expect(decodeMessage((await call('mirror:write', value)).body)).toEqual({ kind: 'trouble', trouble: 'refused' });
    expect(decodeMessage((await call('evidence:read', { sha256: '../../x' })).body)).toMatchObject({ kind: 'trouble' });
    expect((await call('constructor', undefined)).status).toBe(404);
  });

  it('takes a package from the page, opens it and keeps what it makes in one folder under names of their own', async () => {
    const made = { name: '甲', dossier: '{"a":1}', evidence: [], passphrase: '', isDeidentified: false };
    const pack = () => call('package:pack', { ...made, madeAt: '2026-11-27', maker: '' });
    expect(decodeMessage((await pack()).body)).toMatchObject({ kind: 'done' });
    expect(decodeMessage((await pack()).body)).toMatchObject({ kind: 'done' });
    expect(readdirSync(join(data, '交接包')).sort()).toEqual(['甲 (2).zhizhen', '甲.zhizhen']);
    const headers = { 'x-zhizhen': await tokenNow() };
    const body = readFileSync(join(data, '交接包', '甲.zhizhen'));
    const again = { again: true, passphrase: '' };
    expect((await ask('/desktop/package-file', { method: 'POST', body })).status).toBe(403);
    expect(decodeMessage((await call('package:open', again)).body)).toMatchObject({ trouble: 'not-found' });
    expect((await ask('/desktop/package-file', { method: 'POST', headers, body })).status).toBe(204);
    expect(decodeMessage((await call('package:open', again)).body)).toMatchObject({ value: { dossier: '{"a":1}' } });
  });

  it('locks a package and unlocks it', async () => {
    const made = { name: '乙', dossier: '{"b":2}', evidence: [], passphrase: '口令', isDeidentified: false };
    const packed = await call('package:pack', { ...made, madeAt: '2026-11-27', maker: '' });
    expect(decodeMessage(packed.body)).toMatchObject({ kind: 'done' });
    const headers = { 'x-zhizhen': await tokenNow() };
    const body = readFileSync(join(data, '交接包', '乙.zhizhen'));
    expect((await ask('/desktop/package-file', { method: 'POST', headers, body })).status).toBe(204);
    const opened = await call('package:open', { again: true, passphrase: '口令' });
    expect(decodeMessage(opened.body)).toMatchObject({ value: { dossier: '{"b":2}', isEncrypted: true } });
  });

  it('opens and takes for a page only the package that this page gave last', async () => {
    const from = (page: string) => ({ 'x-zhizhen-page': page });
    const give = async (page: string, file: string) => {
      const headers = { 'x-zhizhen': await tokenNow(), ...from(page) };
      return ask('/desktop/package-file', { method: 'POST', headers, body: readFileSync(join(data, '交接包', file)) });
    };
    const open = async (page: string) =>
      decodeMessage((await call('package:open', { again: true, passphrase: '口令' }, from(page))).body);
    await give('one', '甲.zhizhen');
    const shown = (await open('one')) as { readonly value: { readonly ticket: string } };
    await give('two', '乙.zhizhen');
    expect(await open('one')).toEqual({ kind: 'trouble', trouble: 'given-elsewhere' });
    const taken = await call('package:accept', { ticket: shown.value.ticket }, from('one'));
    expect(decodeMessage(taken.body)).toEqual({ kind: 'trouble', trouble: 'given-elsewhere' });
    expect(await open('two')).toMatchObject({ kind: 'done', value: { dossier: '{"b":2}' } });
  });
});
