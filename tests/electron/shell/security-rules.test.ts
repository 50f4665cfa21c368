import { EventEmitter } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Session, WebContents } from 'electron';
import { describe, expect, it } from 'vitest';
import { isOwnAddress } from '#electron/main/origin.ts';
import { denyPermissions } from '#electron/main/security/deny-permissions.ts';
import { keepOffTheNetwork } from '#electron/main/security/keep-off-the-network.ts';
import { refuseNavigation } from '#electron/main/security/refuse-navigation.ts';
import { refusePeerConnections } from '#electron/main/security/refuse-peer-connections.ts';
import { refuseWebviews } from '#electron/main/security/refuse-webviews.ts';
import { replaceMenu } from '#electron/main/security/replace-menu.ts';
import { PROJECT } from '#tests/support/cli.ts';

const FOREIGN = [
  '',
  'about:blank',
  'app://other/',
  'app://zhizhen.example/',
  'app://zhizhen:81/',
  'app:zhizhen',
  'blob:app://zhizhen/1',
  'data:text/html,x',
  'file:///etc/passwd',
  'http://zhizhen/',
  'https://zhizhen/',
  'javascript:alert(1)',
  'mailto:a@example.com',
  'smb://example.com/x',
  'view-source:app://zhizhen/',
  'ws://zhizhen/',
];

/** Contents of a page that only send events; whether one was prevented. */
function contents() {
  const emitter = new EventEmitter();
  const isPrevented = (name: string, url: string) => {
    let prevented = false;
    emitter.emit(name, { url, preventDefault: () => (prevented = true) });
    return prevented;
  };
  return { contents: emitter as unknown as WebContents, isPrevented };
}

describe('the rules of the shell', () => {
  it.each(FOREIGN)('take "%s" for foreign', (address) => {
    expect(isOwnAddress(address)).toBe(false);
  });

  it.each(['app://zhizhen/', 'app://zhizhen/assets/x.js', 'app://zhizhen/?a#/b', 'APP://zhizhen'])(
    'take "%s" for their own',
    (address) => {
      expect(isOwnAddress(address)).toBe(true);
    },
  );

  it.each(['will-navigate', 'will-redirect', 'will-frame-navigate'])('stop %s to any foreign address', (name) => {
    const { contents: page, isPrevented } = contents();
    refuseNavigation(page);
    expect(FOREIGN.filter((address) => !isPrevented(name, address))).toEqual([]);
    expect(isPrevented(name, 'app://zhizhen/#/enterprises')).toBe(false);
  });

  it('deny every permission but storage that stays', () => {
    const answers: Record<string, (...given: never[]) => unknown> = {};
    denyPermissions({
      setPermissionRequestHandler: (ask: () => void) => (answers['ask'] = ask),
      setPermissionCheckHandler: (check: () => boolean) => (answers['check'] = check),
      setDevicePermissionHandler: (device: () => boolean) => (answers['device'] = device),
    } as unknown as Session);
    const isAsked = (permission: string) => {
      let isGiven: boolean | undefined;
      const answer = (isYes: boolean) => (isGiven = isYes);
      answers['ask']?.(...([null, permission, answer] as never[]));
      return isGiven;
    };
    const isLookedUp = (permission: string) => answers['check']?.(...([null, permission] as never[]));
    for (const name of ['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'usb', 'fullscreen'])
      expect([isAsked(name), isLookedUp(name)], name).toEqual([false, false]);
    expect([isAsked('persistent-storage'), isLookedUp('persistent-storage')]).toEqual([true, true]);
    expect(answers['device']?.()).toBe(false);
  });

  it('attach no webview', () => {
    const { contents: page, isPrevented } = contents();
    refuseWebviews(page);
    expect(isPrevented('will-attach-webview', 'app://zhizhen/')).toBe(true);
  });

  it('leave peer connections no UDP', () => {
    const policies: string[] = [];
    refusePeerConnections({ setWebRTCIPHandlingPolicy: (policy) => policies.push(policy) });
    expect(policies).toEqual(['disable_non_proxied_udp']);
  });

  it('let no name resolve', () => {
    const switches: unknown[] = [];
    const commandLine = { appendSwitch: (...given: unknown[]) => switches.push(given) };
    keepOffTheNetwork({ commandLine } as unknown as Parameters<typeof keepOffTheNetwork>[0]);
    expect(switches).toEqual([['host-resolver-rules', 'MAP * ~NOTFOUND']]);
  });

  it.each([
    ['win32', null],
    ['linux', null],
    ['darwin', ['appMenu', 'editMenu', 'windowMenu']],
  ] as const)('put their own menu in place on %s', (platform, roles) => {
    const menus: unknown[] = [];
    replaceMenu(
      {
        buildFromTemplate: (template) => template.map(({ role }) => role),
        setApplicationMenu: (menu) => menus.push(menu),
      },
      platform,
    );
    expect(menus).toEqual([roles]);
  });

  it('names nothing that leads out of the program', () => {
    const leading = /openExternal|openPath|enableBlinkFeatures|@electron\/remote|loadFile|insertCSS|executeJavaScript/;
    const sources = ['electron/main', 'electron/preload', 'renderer'].flatMap((folder) =>
      readdirSync(join(PROJECT, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name)),
    );
    expect(sources.length).toBeGreaterThan(100);
    expect(sources.filter((path) => leading.test(readFileSync(path, 'utf8')))).toEqual([]);
  });
});
