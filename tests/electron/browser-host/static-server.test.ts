import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { serve } from '#electron/browser-host/static-server.mjs';
import { PROJECT, temporaryFolder } from '#tests/support/cli.ts';

/** A request as it is, without the tidying that fetch does to paths. */
async function ask(address: string, path: string, method = 'GET') {
  const { port } = new URL(address);
  const sent = request({ host: '127.0.0.1', port, path, method });
  sent.end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  let body = '';
  for await (const chunk of response) body += String(chunk);
  return { status: response.statusCode, headers: response.headers, body };
}

describe('the browser host', () => {
  it('serves the files of its folder with the final policy, and nothing else', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'site'));
    writeFileSync(join(folder, 'site', 'index.html'), '<p>织诊</p>');
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    const { address, close } = await serve(join(folder, 'site'), 0);
    try {
      const page = await ask(address, '/');
      expect(page.status).toBe(200);
      expect(page.body).toBe('<p>织诊</p>');
      expect(page.headers['content-security-policy']).toMatch(
        /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval';/,
      );
      expect(page.headers['content-security-policy']).not.toContain('unsafe-inline');
      for (const path of [
        '/../secret.txt',
        '/%2e%2e/secret.txt',
        '/..%2fsecret.txt',
        '/%00',
        '/%E0%A4%A',
        '/missing.js',
      ])
        expect((await ask(address, path)).body, path).not.toContain('secret');
      expect((await ask(address, '/..%2fsecret.txt')).status).not.toBe(200);
      expect((await ask(address, '/', 'POST')).status).toBe(405);
      expect((await ask(address, '/', 'HEAD')).body).toBe('');
    } finally {
      close();
    }
  });

  it('prints its address on one line and stays', async () => {
    const host = spawn(process.execPath, ['electron/start.mjs', '--browser', '--port', '0', '--no-open'], {
      cwd: PROJECT,
    });
    try {
      const [chunk] = (await once(host.stdout, 'data')) as [Buffer];
      const address = chunk.toString();
      expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\n$/);
      expect((await ask(address.trim(), '/')).body).toContain('<div id="root">');
      expect(host.exitCode).toBeNull();
    } finally {
      host.kill();
    }
  });
});
