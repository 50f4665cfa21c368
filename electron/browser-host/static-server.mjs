import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, sep } from 'node:path';
import { CONFINING_HEADERS } from '../host/served/confining-headers.mjs';
import { fileBelow } from '../host/served/file-below.mjs';
import { TYPES } from '../host/served/media-types.mjs';

/**
 * Serves the files of a folder to this machine alone, with the final headers, and what the page asks of its host below
 * /desktop/; without a desktop it has none to offer. A browser keeps what it holds by address, so there is one: whoever
 * comes by another name is led to it, and nothing runs or is answered there. Resolves to the address; rejects where the
 * port cannot be had.
 */
export async function serve(folder, port, desktop = noDesktop) {
  const server = createServer((request, response) => {
    const own = addressOf(server);
    const isForDesktop = request.url?.startsWith('/desktop/') === true;
    if (request.headers.host !== own.host) return isForDesktop ? refuse(response, 403) : lead(own, request, response);
    const answered = isForDesktop ? desktop(request, response) : answer(folder, request, response);
    answered.catch(() => refuse(response, 500));
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return { address: addressOf(server).href, close: () => server.close() };
}

function addressOf(server) {
  return new URL(`http://127.0.0.1:${server.address().port}/`);
}

async function noDesktop(request, response) {
  refuse(response, 204);
}

/** Leads a page to the one address; a browser must not remember that, as the port may be another program's later. */
function lead(own, { method, url }, response) {
  if (!isReading(method)) return refuse(response, 403);
  const path = url?.startsWith('/') === true ? url : '/';
  response.writeHead(308, { Location: own.origin + path, 'Cache-Control': 'no-store' });
  response.end();
}

function isReading(method) {
  return method === 'GET' || method === 'HEAD';
}

async function answer(folder, request, response) {
  if (!isReading(request.method)) return refuse(response, 405);
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
