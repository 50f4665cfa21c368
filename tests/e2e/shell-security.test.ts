import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Shell } from '#tests/support/shell.ts';
import { SHELLS } from '#tests/support/shells.ts';

const HOSTS = ['example.com', 'zhizhen.example', '127.0.0.1:9', '[::1]:9', 'localhost:9', '10.0.0.1', 'xn--fiqs8s'];
const WEB = HOSTS.flatMap((host) => [`http://${host}/`, `https://${host}/`]);
/** Addresses that Chromium itself may refuse before main is asked. */
const UNKNOWN = ['app://other/', 'file:///etc/passwd', 'ftp://example.com/', 'data:text/html,x'];

/** Ways in which a page leads its window elsewhere. */
const LEADING = {
  'a changed address': (url: string) => {
    location.href = url;
  },
  'a link': (url: string) => {
    const link = document.createElement('a');
    link.href = url;
    document.body.append(link);
    link.click();
    link.remove();
  },
  'a replaced address': (url: string) => location.replace(url),
};

/** Ways in which a page asks for what is elsewhere; each settles when it was answered or refused. */
const ASKING = {
  fetch: (url: string) => fetch(url, { mode: 'no-cors' }).then(String, () => 'refused'),
  image: (url: string) =>
    new Promise<string>((resolve) => {
      Object.assign(new Image(), { src: url, onload: () => resolve('loaded'), onerror: () => resolve('refused') });
    }),
  script: (url: string) =>
    new Promise<string>((resolve) => {
      const script = document.createElement('script');
      Object.assign(script, { src: url, onload: () => resolve('loaded'), onerror: () => resolve('refused') });
      document.head.append(script);
    }),
  style: (url: string) =>
    new Promise<string>((resolve) => {
      const link = document.createElement('link');
      Object.assign(link, { rel: 'stylesheet', href: url });
      Object.assign(link, { onload: () => resolve('loaded'), onerror: () => resolve('refused') });
      document.head.append(link);
    }),
  socket: (url: string) =>
    new Promise<string>((resolve) => {
      const socket = new WebSocket(url.replace(/^http/, 'ws'));
      socket.onopen = () => resolve('opened');
      socket.onclose = () => resolve('refused');
    }),
  beacon: (url: string) => {
    navigator.sendBeacon(url, 'x');
    return Promise.resolve('refused');
  },
};

const scheme = (way: string, url: string) => (way === 'socket' ? url.replace(/^http/, 'ws') : url);

for (const { name: place, missing, build, start } of SHELLS)
  describe.skipIf(missing !== null)(`the confinement of the window in ${place}`, () => {
    const data = mkdtempSync(join(tmpdir(), 'zhizhen-confined-'));
    let shell: Shell;
    let page: Page;
    let address = '';
    beforeAll(async () => {
      await build();
      shell = await start({ data });
      page = shell.page;
      address = page.url();
    });
    afterAll(async () => {
      await shell.stop();
      rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    });

    const stays = async () => {
      expect(page.url()).toBe(address);
      await expect.poll(() => page.frames().length).toBe(1);
      expect((await shell.asked()).left).toEqual([]);
    };

    /** Leads the page elsewhere; settles once main has refused that. */
    const leadRefused = async (lead: (url: string) => void, url: string) => {
      const before = (await shell.asked()).refused.length;
      await page.evaluate(lead, url);
      await expect.poll(async () => (await shell.asked()).refused.slice(before)).toContain(url);
    };

    it.each(Object.entries(LEADING))('is not left by %s', async (_, lead) => {
      await page.evaluate(() => Object.assign(globalThis, { isSameDocument: true }));
      for (const url of WEB) await leadRefused(lead, url);
      for (const url of UNKNOWN) {
        await page.evaluate(lead, url);
        // Chromium itself refuses it; main hears of the next one after that.
        await leadRefused(lead, 'https://example.com/');
      }
      expect(await page.evaluate(() => 'isSameDocument' in globalThis)).toBe(true);
      await stays();
    });

    it('shows no frame of another page, and a frame has no calls that main answers', async () => {
      for (const url of ['https://example.com/', 'app://other/', 'data:text/html,x']) {
        await page.evaluate(
          (src) =>
            new Promise((resolve) => {
              const frame = document.createElement('iframe');
              document.body.append(Object.assign(frame, { src, id: 'inside', onload: resolve, onerror: resolve }));
            }),
          url,
        );
        const [, inside] = page.frames();
        expect(inside?.url() ?? '').not.toMatch(/^(https|app)/);
        const heard = await inside?.evaluate(() => window.desktop?.listMirror()).catch(() => undefined);
        expect(heard ?? { kind: 'trouble', trouble: 'refused' }).toEqual({ kind: 'trouble', trouble: 'refused' });
        await page.evaluate(() => document.querySelector('#inside')?.remove());
        await stays();
      }
    });

    it('opens no window, whatever it shall show', async () => {
      await shell.openWindows([...WEB, ...UNKNOWN, 'about:blank', './']);
      await expect.poll(shell.countWindows).toBe(1);
      await stays();
    });

    it('runs no script but its own files, by its policy', async () => {
      const ran = await page.evaluate(async () => {
        const script = document.createElement('script');
        script.textContent = 'globalThis.ranInline = true';
        document.head.append(script);
        const button = document.createElement('button');
        button.setAttribute('onclick', 'globalThis.ranInline = true');
        button.click();
        // The driver's own evaluation is exempt; what runs after it is not.
        const evaluated = await new Promise((resolve) => {
          setTimeout(() => {
            try {
              resolve(globalThis.eval('true') === true);
            } catch {
              resolve(false);
            }
          });
        });
        const code = 'globalThis.ranInline = true';
        for (const src of [`data:text/javascript,${code}`, URL.createObjectURL(new Blob([code]))])
          await new Promise((resolve) => {
            const from = Object.assign(document.createElement('script'), { src, onload: resolve, onerror: resolve });
            document.head.append(from);
          });
        return { evaluated, inline: 'ranInline' in globalThis };
      });
      expect(ran).toEqual({ evaluated: false, inline: false });
    });

    it('asks nobody for anything, by its policy', async () => {
      const before = (await shell.asked()).cancelled.length;
      for (const [way, ask] of Object.entries(ASKING).filter(([name]) => name !== 'socket'))
        for (const url of WEB) expect(await page.evaluate(ask, url), `${way} ${url}`).toBe('refused');
      await stays();
      expect((await shell.asked()).cancelled.slice(before)).toEqual([]);
    });

    it('asks nobody for anything where its policy is out of force', async () => {
      const devtools = await page.context().newCDPSession(page);
      await devtools.send('Page.setBypassCSP', { enabled: true });
      await page.reload();
      for (const [way, ask] of Object.entries(ASKING)) {
        const before = (await shell.asked()).cancelled.length;
        for (const url of WEB) expect(await page.evaluate(ask, url), `${way} ${url}`).toBe('refused');
        // What is not encrypted, Chromium itself refuses a secure page.
        const encrypted = WEB.filter((url) => url.startsWith('https:')).map((url) => scheme(way, url));
        const cancelled = async () => (await shell.asked()).cancelled.slice(before);
        await expect.poll(cancelled, { message: way }).toEqual(expect.arrayContaining(encrypted));
      }
      expect((await shell.asked()).left).toEqual([]);
      await devtools.send('Page.setBypassCSP', { enabled: false });
      await page.reload();
      await stays();
    });

    it('connects to no peer over TCP, which neither its policy nor the filter of requests sees', async () => {
      let connections = 0;
      const server = createServer((socket) => {
        connections += 1;
        socket.destroy();
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const { port } = server.address() as AddressInfo;
      await page.evaluate(async (urls) => {
        const peer = new RTCPeerConnection({ iceServers: [{ urls, username: 'a', credential: 'b' }] });
        peer.createDataChannel('x');
        const isGathered = new Promise((resolve) => {
          peer.onicegatheringstatechange = () => peer.iceGatheringState === 'complete' && resolve(null);
        });
        await peer.setLocalDescription(await peer.createOffer());
        await isGathered;
        peer.close();
      }, `turn:127.0.0.1:${port}?transport=tcp`);
      expect(connections).toBe(0);
      server.close();
    });

    it('has nothing of the shell but the calls of the contract', async () => {
      const seen = await page.evaluate(() => ({
        calls: Object.keys(window.desktop ?? {}).sort(),
        node: ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron'].filter(
          (name) => name in globalThis,
        ),
      }));
      expect(seen).toEqual({
        calls: [
          'about',
          'acceptPackage',
          'forgetMirror',
          'keepEvidence',
          'listEvidenceBin',
          'listMirror',
          'mirrorDossier',
          'onClosing',
          'onPackageGiven',
          'openFiles',
          'openPackage',
          'packDossier',
          'putBackEvidence',
          'readEvidence',
          'readMirror',
          'readOffice',
          'revealSaved',
          'saveFile',
          'sweepEvidence',
        ],
        node: [],
      });
    });

    it('is set up by main before the page comes', async () => {
      const { webRtcPolicy, webviewRules, hasMenu, resolverRules } = await shell.setUp();
      expect(webRtcPolicy).toBe('disable_non_proxied_udp');
      expect(webviewRules).toBe(1);
      expect(hasMenu).toBe(process.platform === 'darwin');
      expect(resolverRules).toBe('MAP * ~NOTFOUND');
    });
  });
