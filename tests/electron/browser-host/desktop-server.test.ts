import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desktopServer } from '#electron/browser-host/desktop-server.ts';
import { serve } from '#electron/browser-host/static-server.mjs';
import { decodeMessage, encodeMessage } from '#electron/contract/message.ts';
import { copyText } from '#tests/support/copied-mills.ts';
import { ask } from '#tests/support/plain-request.ts';

const data = mkdtempSync(join(tmpdir(), 'zhizhen-host-'));
/** Half past three in the afternoon of this computer. */
const NOW = new Date(2026, 10, 30, 15, 30).getTime();
const packages = join(data, '交接包');
const given = join(data, 'browser-host', 'given');
let server: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  server = await serve(
    data,
    0,
    desktopServer(data, () => NOW),
  );
});
afterAll(() => {
  server.close();
  rmSync(data, { recursive: true, force: true });
});

const call = async (channel: string, value: unknown, page = '') => {
  const headers = { 'x-zhizhen-page': page };
  const { status, body } = await ask(server.address, `/desktop/${channel}`, {
    method: 'POST',
    headers,
    body: encodeMessage(value),
  });
  return { status, outcome: status === 200 ? decodeMessage(body) : undefined };
};
/** Makes a package of an enterprise; gives what the page is told and the bytes of the file. */
const packed = async (name: string, dossier: string, passphrase = '') => {
  const before = new Set(readdirSync(data).includes('交接包') ? readdirSync(packages) : []);
  const made = { name, dossier, evidence: [], passphrase, isDeidentified: false };
  const { outcome } = await call('package:pack', { ...made, madeAt: '2026-11-27', maker: '' });
  const [file = ''] = readdirSync(packages).filter((found) => !before.has(found));
  return { outcome, file, bytes: readFileSync(join(packages, file)) };
};
const give = (body: Uint8Array, page = '') =>
  ask(server.address, '/desktop/package-file', { method: 'POST', headers: { 'x-zhizhen-page': page }, body });
const open = async (page = '', passphrase = '') =>
  (await call('package:open', { again: true, passphrase }, page)).outcome;

describe('the calls of the browser host', () => {
  it('are answered by the handlers of the shell', async () => {
    const dossier = copyText(1);
    const { status, outcome } = await call('mirror:write', { id: 'ent-1', dossier });
    expect(status).toBe(200);
    expect(outcome).toMatchObject({ kind: 'done' });
    const read = await call('mirror:read', { id: 'ent-1', sha256: null });
    expect(read.outcome).toEqual({ kind: 'done', value: dossier });
  });

  it('take no arguments of another form, and there are no others', async () => {
    const right = { id: 'ent-2', dossier: copyText(1, '', { id: 'ent-2' }) };
    for (const value of [null, {}, { ...right, id: 2 }, { ...right, dossier: null }, { ...right, more: 1 }])
      expect((await call('mirror:write', value)).outcome).toEqual({ kind: 'trouble', trouble: 'refused' });
    expect((await call('mirror:write', right)).outcome).toMatchObject({ kind: 'done' });
    expect((await call('evidence:read', { sha256: '../../x' })).outcome).toMatchObject({ kind: 'trouble' });
    expect((await call('constructor', undefined)).status).toBe(404);
    expect((await ask(server.address, '/desktop/mirror:list')).status).toBe(404);
  });

  it('make packages in one folder, under names that say when and nothing of the mill', async () => {
    const one = await packed('滨州某某印染厂', '{"a":1}');
    const two = await packed('滨州某某印染厂', '{"a":1}');
    expect(one.outcome).toMatchObject({ kind: 'done', value: { file: one.file } });
    for (const { file } of [one, two]) expect(file).toMatch(/^交接包-20261130-1530-[0-9a-f]{4}\.zhizhen$/);
    expect(two.file).not.toBe(one.file);
  });

  it('open a package that the page gave, and unlock one with a passphrase', async () => {
    expect(await open()).toEqual({ kind: 'trouble', trouble: 'package-forgotten' });
    expect((await give((await packed('甲', '{"a":1}')).bytes)).status).toBe(204);
    expect(await open()).toMatchObject({ value: { dossier: '{"a":1}' } });
    await give((await packed('乙', '{"b":2}', '口令')).bytes);
    expect(await open('', '口令')).toMatchObject({ value: { dossier: '{"b":2}', isEncrypted: true } });
    expect(readdirSync(given)).toHaveLength(1);
  });

  it('open and take for each page the package that this page gave', async () => {
    const ticketOf = (shown: unknown) => (shown as { readonly value: { readonly ticket: string } }).value.ticket;
    await give((await packed('甲', '{"a":1}')).bytes, 'one');
    await give((await packed('乙', '{"b":2}')).bytes, 'two');
    const one = await open('one');
    const two = await open('two');
    expect(one).toMatchObject({ value: { dossier: '{"a":1}' } });
    expect(two).toMatchObject({ value: { dossier: '{"b":2}' } });
    const taken = (page: string, ticket: string) => call('package:accept', { ticket }, page);
    expect((await taken('two', ticketOf(one))).outcome).toMatchObject({ kind: 'trouble' });
    expect((await taken('one', ticketOf(one))).outcome).toMatchObject({ kind: 'done' });
    expect((await taken('two', ticketOf(two))).outcome).toMatchObject({ kind: 'done' });
  });

  it('keep the packages of the eight pages that gave one last', async () => {
    const { bytes } = await packed('甲', '{"a":1}');
    for (let page = 1; page <= 9; page += 1) await give(bytes, `page ${page}`);
    expect(readdirSync(given)).toHaveLength(8);
    expect(await open('page 1')).toEqual({ kind: 'trouble', trouble: 'package-forgotten' });
    expect(await open('page 2')).toMatchObject({ kind: 'done' });
  });

  it('leave nothing of a package whose page went away while it was sent', async () => {
    const before = readdirSync(given);
    const socket = connect(Number(new URL(server.address).port), '127.0.0.1');
    const head = [
      'POST /desktop/package-file HTTP/1.1',
      `Host: ${new URL(server.address).host}`,
      'Content-Length: 1000000',
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\n${'x'.repeat(1000)}`);
    await expect.poll(() => readdirSync(given).length).toBe(before.length + 1);
    socket.destroy();
    await once(socket, 'close');
    await expect.poll(() => readdirSync(given)).toEqual(before);
  });
});
