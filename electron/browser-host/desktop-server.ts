import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { homedir } from 'node:os';
import { join } from 'node:path';
import program from '../../package.json' with { type: 'json' };
import { CHANNELS, PACKAGE_FILE, type CallName } from '../contract/channels.ts';
import { done, trouble } from '../contract/outcomes.ts';
import { MOST_BYTES } from '../contract/desktop-api.ts';
import { answer } from '../host/calls/answer.ts';
import { fileCalls } from '../host/files/save-and-open.ts';
import { savedFiles } from '../host/files/saved-files.ts';
import { packageCalls } from '../host/hand-over/packages.ts';
import { handlersOf } from '../host/calls/handler-table.ts';
import { storesIn } from '../host/calls/stores.ts';
import { decodeMessage, encodeMessage } from '../contract/message.ts';
import { freePath, givenFiles, reveal } from './page-files.ts';

const PREFIX = '/desktop/';
const GIVEN_CALLS: readonly (CallName | undefined)[] = ['openPackage', 'acceptPackage'];
const LONGEST_MESSAGE = MOST_BYTES + 1024 * 1024;
const names = new Map(Object.entries(CHANNELS).map(([name, channel]) => [channel as string, name as CallName]));

/**
 * Answers what the page asks of its host, with the same handlers as the desktop program. Other pages in the same browser
 * must not reach them: the request must name this server as host and as origin, and carry the word that only a page of
 * this server can have read.
 */
export function desktopServer(data: string | undefined) {
  const folder = data ?? join(homedir(), '织诊');
  const stores = storesIn(folder, () => Date.now());
  const given = givenFiles();
  const saved = savedFiles();
  const packages = packageCalls({
    keyFile: join(folder, 'signing-key.pem'),
    evidence: stores.evidence.streams,
    signers: stores.signers,
    chooseSavePath: (suggested) => Promise.resolve(freePath(join(folder, '交接包'), suggested)),
    chooseOpenPath: () => Promise.resolve(null),
    saved: saved.ticketOf,
  });
  const noDialog = () => Promise.reject(new Error('a page has dialogs of its own'));
  const { revealSaved } = fileCalls({ chooseSavePath: noDialog, chooseOpenPaths: noDialog, reveal }, saved);
  /** The page that gave the last package: there is one at a time, which may be another mill's than a page waits for. */
  let giver = '';
  const token = randomBytes(24).toString('hex');
  const inPage = () => Promise.resolve(trouble('refused'));
  const handlers = handlersOf({
    about: async () =>
      done({
        version: program.version,
        host: 'browser',
        chromium: '',
        freeBytes: await stores.freeBytes(),
        mirrorFolder: stores.mirrorFolder,
      }),
    files: { saveFile: inPage, openFiles: inPage, revealSaved },
    evidence: stores.evidence,
    mirror: stores.mirror,
    packages,
  });
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!isFromOwnPage(request)) return end(response, 403);
    const channel = (request.url ?? '').slice(PREFIX.length);
    if (request.method === 'GET' && channel === 'token') return end(response, 200, Buffer.from(token));
    const name = names.get(channel);
    if (request.method !== 'POST' || (name === undefined && channel !== PACKAGE_FILE)) return end(response, 404);
    if (!isSame(String(request.headers['x-zhizhen'] ?? ''), token)) return end(response, 403);
    const page = String(request.headers['x-zhizhen-page'] ?? '');
    if (name === undefined) {
      const path = await given.take(request);
      if (path !== null) {
        packages.giveFile(path);
        giver = page;
      }
      return end(response, path === null ? 413 : 204);
    }
    const body = await bodyOf(request);
    if (body === null) return end(response, 413);
    const isGivenElsewhere = GIVEN_CALLS.includes(name) && page !== giver;
    const outcome = isGivenElsewhere ? trouble('given-elsewhere') : await answer(handlers, name, decodeMessage(body));
    end(response, 200, Buffer.from(encodeMessage(outcome)));
  };
}

/** A page of another site has another origin; a name that leads here from outside is another host. */
function isFromOwnPage({ headers, socket }: IncomingMessage): boolean {
  const host = `127.0.0.1:${socket.localPort}`;
  const isOwnOrigin = headers.origin === undefined || headers.origin === `http://${host}`;
  const site = headers['sec-fetch-site'];
  return headers.host === host && isOwnOrigin && (site === undefined || site === 'same-origin');
}

function isSame(given: string, token: string): boolean {
  return given.length === token.length && timingSafeEqual(Buffer.from(given), Buffer.from(token));
}

/** Null where it is longer than any message may be. */
async function bodyOf(request: IncomingMessage): Promise<Uint8Array | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.byteLength;
    if (size > LONGEST_MESSAGE) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function end(response: ServerResponse, status: number, body?: Buffer): void {
  response.writeHead(status, { 'Content-Type': 'application/octet-stream', 'Cache-Control': 'no-store' });
  response.end(body);
}
