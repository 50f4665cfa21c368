import { mkdirSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { serve } from '#electron/browser-host/static-server.mjs';
import { temporaryFolder } from '#tests/support/cli.ts';
import { ask } from '#tests/support/plain-request.ts';

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
      expect(page.body.toString()).toBe('<p>织诊</p>');
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
        expect((await ask(address, path)).body.toString(), path).not.toContain('secret');
      expect((await ask(address, '/..%2fsecret.txt')).status).not.toBe(200);
      expect((await ask(address, '/', { method: 'POST' })).status).toBe(405);
      expect((await ask(address, '/', { method: 'HEAD' })).body.toString()).toBe('');
    } finally {
      close();
    }
  });

  it('has one address: pages at any other name are led to it, and nothing is answered there', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'index.html'), '<p>织诊</p>');
    let asked = 0;
    const { address, close } = await serve(folder, 0, (_request: unknown, response: ServerResponse) => {
      asked += 1;
      response.end('from the host');
      return Promise.resolve();
    });
    const { port } = new URL(address);
    try {
      for (const name of ['localhost', '[::1]', 'evil.example', '127.0.0.2', 'LOCALHOST']) {
        const headers = { host: `${name}:${port}` };
        const led = await ask(address, '/assets/x.js?a=b', { headers });
        expect([led.status, led.headers.location]).toEqual([308, `${address}assets/x.js?a=b`]);
        expect(led.headers['cache-control']).toBe('no-store');
        expect(led.body.toString()).toBe('');
        expect((await ask(address, '/', { headers, method: 'HEAD' })).headers.location).toBe(address);
        expect((await ask(address, '/', { headers, method: 'POST' })).status).toBe(403);
        const refused = await ask(address, '/desktop/session', { headers, method: 'POST' });
        expect([refused.status, refused.body.toString()]).toEqual([403, '']);
      }
      const elsewhere = await ask(address, 'http://evil.example/x', { headers: { host: 'evil.example' } });
      expect(elsewhere.headers.location).toBe(address);
      expect(asked).toBe(0);
      expect((await ask(address, '/desktop/session')).body.toString()).toBe('from the host');
    } finally {
      close();
    }
  });
});
