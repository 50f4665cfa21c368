import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, sep } from 'node:path';
import { CONFINING_HEADERS } from '../host/served/confining-headers.mjs';
import { fileBelow } from '../host/served/file-below.mjs';
import { TYPES } from '../host/served/media-types.mjs';

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
  const [name] = (request.url ?? '/').split(/[?#]/);
  const path = fileBelow(folder, name);
  if (path === null) return refuse(response, 400);
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return refuse(response, 404);
  response.writeHead(200, {
    'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream',
    'Content-Length': found.size,
    ...CONFINING_HEADERS,
    'Cache-Control': path.includes(`${sep}assets${sep}`) ? 'max-age=31536000, immutable' : 'no-cache',
  });
  if (request.method === 'HEAD') response.end();
  else createReadStream(path).pipe(response);
}

function refuse(response, status) {
  if (!response.headersSent) response.writeHead(status, { 'Content-Type': 'text/plain' });
  response.end();
}
