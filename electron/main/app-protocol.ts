import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { protocol, type Session } from 'electron';
import { CONFINING_HEADERS } from '../host/served/confining-headers.mjs';
import { fileBelow } from '../host/served/file-below.mjs';
import { TYPES } from '../host/served/media-types.mjs';
import { isOwnAddress, SCHEME } from './origin.ts';

/** Beside the program's own code; nothing outside this folder is ever served. */
const WINDOW = join(import.meta.dirname, '..', 'renderer');

/** A standard, secure scheme: the page has an origin that keeps its database and can be told from every other. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ]);
}

/** Serves the window's files with the headers that confine it. */
export function serveWindow({ protocol: handled }: Pick<Session, 'protocol'>, folder = WINDOW): void {
  handled.handle(SCHEME, async ({ url, method }) => {
    const path = method === 'GET' && isOwnAddress(url) ? fileBelow(folder, new URL(url).pathname) : null;
    const bytes = path === null ? null : await readFile(path).catch(() => null);
    if (path === null || bytes === null) return new Response(null, { status: 404 });
    return new Response(new Uint8Array(bytes), {
      headers: {
        'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream',
        ...CONFINING_HEADERS,
      },
    });
  });
}
