import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css' };

/** Serves the files of a folder without any policy. Resolves to the address. */
export async function servePlain(folder) {
  const server = createServer(async ({ url }, response) => {
    const { pathname } = new URL(url, 'http://127.0.0.1');
    const bytes = await readFile(join(folder, pathname)).catch(() => null);
    response.writeHead(bytes === null ? 404 : 200, { 'Content-Type': TYPES[extname(pathname)] ?? 'text/plain' });
    response.end(bytes);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}
