import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { fileBelow } from '#electron/host/served/file-below.mjs';

// Electron itself cannot be loaded here; only its session is used, which the test gives.
const { schemes } = vi.hoisted(() => ({ schemes: [] as unknown[] }));
vi.mock('electron', () => ({
  protocol: { registerSchemesAsPrivileged: (given: unknown[]) => schemes.push(...given) },
}));
const { registerScheme, serveWindow } = await import('#electron/main/app-protocol.ts');

const root = mkdtempSync(join(tmpdir(), 'zhizhen-protocol-'));
const folder = join(root, 'renderer');
mkdirSync(folder);
writeFileSync(join(folder, 'index.html'), '<p>织诊</p>');
writeFileSync(join(root, 'secret.txt'), '秘密');
mkdirSync(join(root, 'renderer-other'));
writeFileSync(join(root, 'renderer-other', 'x.js'), '1');
afterAll(() => rmSync(root, { recursive: true, force: true }));

type Serve = (request: { url: string; method: string }) => Promise<Response>;
function served(): Serve {
  let handler: Serve | undefined;
  serveWindow({ protocol: { handle: (_: string, given: Serve) => (handler = given) } } as never, folder);
  if (handler === undefined) throw new Error('nothing is served');
  return handler;
}

describe('the scheme of the window', () => {
  it('is an origin that keeps its data, and may no more than that', () => {
    registerScheme();
    expect(schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
    ]);
  });

  it('serves its files with the policy that confines them', async () => {
    const response = await served()({ url: 'app://zhizhen/', method: 'GET' });
    expect(await response.text()).toBe('<p>织诊</p>');
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it.each([
    'app://zhizhen/../secret.txt',
    'app://zhizhen/%2e%2e/secret.txt',
    'app://zhizhen/..%2fsecret.txt',
    'app://zhizhen/%2e%2e%2fsecret.txt',
    'app://zhizhen/..%5csecret.txt',
    'app://zhizhen/a/..%2f..%2fsecret.txt',
    'app://zhizhen/..%2frenderer-other/x.js',
    'app://zhizhen//etc/passwd',
    'app://zhizhen/index.html%00.js',
    'app://zhizhen/%',
    'app://other/index.html',
    'https://zhizhen/index.html',
  ])('serves nothing outside its folder for %s', async (url) => {
    expect((await served()({ url, method: 'GET' })).status).toBe(404);
  });

  it('serves nothing outside its folder by a sign of another system, and nothing but reading', async () => {
    for (const path of [
      '/..%5c..%5csecret.txt',
      '/a\\..\\..\\secret.txt',
      '/C:/secret.txt',
      '/index.html::$DATA',
      '/..%2fsecret.txt',
    ])
      expect(fileBelow(folder, path), path).toBeNull();
    expect((await served()({ url: 'app://zhizhen/', method: 'POST' })).status).toBe(404);
  });
});
