import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { CONTENT_SECURITY_POLICY } from './content-security-policy.mjs';
import { TYPES } from './media-types.mjs';

/**
 * Serves the files of a folder to this machine alone, with the final headers, and what the page asks of its host below
 * /desktop/; without a desktop it has none to offer. Resolves to the address.
 */
export async function serve(folder, port, desktop = noDesktop) {
  const server = createServer((request, response) => {
    const answered = request.url?.startsWith('/desktop/')
      ? desktop(request, response)
      : answer(folder, request, response);
    answered.catch(() => refuse(response, 500));
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return { address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

async function noDesktop(request, response) {
  refuse(response, 204);
}

async function answer(folder, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405);
  const path = fileOf(folder, request.url ?? '/');
  if (path === null) return refuse(response, 400);
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return refuse(response, 404);
  response.writeHead(200, {
    'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream',
    'Content-Length': found.size,
    'Content-Security-Policy': CONTENT_SECURITY_POLICY,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': path.includes(`${sep}assets${sep}`) ? 'max-age=31536000, immutable' : 'no-cache',
  });
  if (request.method === 'HEAD') response.end();
  else createReadStream(path).pipe(response);
}

/** A file below the folder, or null for an address that leads elsewhere. */
function fileOf(folder, url) {
  let name;
  try {
    name = decodeURIComponent(new URL(url, 'http://127.0.0.1').pathname);
  } catch {
    return null;
  }
  const path = normalize(join(folder, name === '/' ? 'index.html' : name));
  return path.startsWith(folder + sep) && !path.includes('\0') ? path : null;
}

function refuse(response, status) {
  if (!response.headersSent) response.writeHead(status, { 'Content-Type': 'text/plain' });
  response.end();
}
