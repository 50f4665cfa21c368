import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol, type Session } from 'electron';
import { CONTENT_SECURITY_POLICY } from '../browser-host/content-security-policy.mjs';
import { TYPES } from '../browser-host/media-types.mjs';
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
    const path = method === 'GET' && isOwnAddress(url) ? fileBelow(folder, url) : null;
    const bytes = path === null ? null : await readFile(path).catch(() => null);
    if (path === null || bytes === null) return new Response(null, { status: 404 });
    return new Response(new Uint8Array(bytes), {
      headers: {
        'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream',
        'Content-Security-Policy': CONTENT_SECURITY_POLICY,
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Referrer-Policy': 'no-referrer',
        'X-Content-Type-Options': 'nosniff',
      },
    });
  });
}

/** A file below a folder, or null for an address that leads elsewhere, however it is written. */
export function fileBelow(folder: string, address: string): string | null {
  let name: string;
  try {
    name = decodeURIComponent(new URL(address).pathname);
  } catch {
    return null;
  }
  const path = normalize(join(folder, name === '/' ? 'index.html' : name));
  return path.startsWith(folder + sep) && !path.includes('\0') && !name.includes('\\') ? path : null;
}
