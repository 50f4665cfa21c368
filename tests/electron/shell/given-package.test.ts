import { EventEmitter } from 'node:events';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { PACKAGE_AWAITED, PACKAGE_GIVEN } from '#electron/contract/channels.ts';
import { temporaryFolder } from '#tests/support/cli.ts';

const { app } = await vi.hoisted(async () => {
  const events = await import('node:events');
  return { app: new events.EventEmitter() };
});
vi.mock('electron', () => ({ app }));
const { awaitPackages } = await import('#electron/main/given-package.ts');

const OWN = { url: 'app://zhizhen/#/enterprises', parent: null };

/** A program started with arguments; what its package calls were given, and what its page was told. */
function program(argv: readonly string[] = []) {
  const happened: string[] = [];
  const found = awaitPackages(['zhizhen', '.', ...argv]);
  const contents = {
    ipc: new EventEmitter(),
    isGone: false,
    isDestroyed: () => contents.isGone,
    send: (...sent: unknown[]) => happened.push(`told ${sent.join()}`),
  };
  return {
    happened,
    contents,
    calls: () => found({ giveFile: (path) => happened.push(`given ${basename(path)}`) }),
    window: () => app.emit('web-contents-created', {}, contents),
    listens: (senderFrame: object | null = OWN) => contents.ipc.emit(PACKAGE_AWAITED, { senderFrame }),
  };
}

function packageFile(name = '甲.zhizhen'): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, 'x');
  return path;
}

const handedOver = (name = '甲.zhizhen') => [`given ${name}`, `told ${PACKAGE_GIVEN}`];

describe('a package given from outside', () => {
  beforeEach(() => {
    app.removeAllListeners();
  });

  it('waits for the calls and for the page, in whatever order they come', () => {
    for (const order of [
      ['calls', 'window', 'listens'],
      ['window', 'listens', 'calls'],
    ] as const) {
      const started = program([packageFile()]);
      for (const step of order) {
        expect(started.happened).toEqual([]);
        started[step]();
      }
      expect(started.happened).toEqual(handedOver());
    }
  });

  it('is told once, even to a page that starts over', () => {
    const { happened, calls, window, listens } = program([packageFile()]);
    for (const step of [calls, window, listens, listens]) step();
    expect(happened).toEqual(handedOver());
  });

  it('comes by a second start too, relative to the folder of that', () => {
    const { happened, calls, window, listens } = program();
    for (const step of [calls, window, listens]) step();
    const path = packageFile('乙.zhizhen');
    app.emit('second-instance', {}, ['zhizhen', '--flag', '乙.zhizhen'], join(path, '..'));
    expect(happened).toEqual(handedOver('乙.zhizhen'));
  });

  it('comes by an event on macOS, before anything else is there', () => {
    const { happened, calls, window, listens } = program();
    let isPrevented = false;
    app.emit('open-file', { preventDefault: () => (isPrevented = true) }, packageFile());
    for (const step of [calls, window, listens]) step();
    expect(happened).toEqual(handedOver());
    expect(isPrevented).toBe(true);
  });

  it('may be named by an address, with signs in any script', () => {
    const { happened, calls, window, listens } = program([pathToFileURL(packageFile('交接 包#1.ZHIZHEN')).href]);
    for (const step of [calls, window, listens]) step();
    expect(happened).toEqual(handedOver('交接 包#1.ZHIZHEN'));
  });

  it('is the last one of several; what is none does not push it out', () => {
    const { happened, calls, window, listens } = program([
      packageFile('一.zhizhen'),
      packageFile('二.zhizhen'),
      'x.txt',
    ]);
    app.emit('second-instance', {}, ['zhizhen'], '/');
    for (const step of [calls, window, listens]) step();
    expect(happened).toEqual(handedOver('二.zhizhen'));
  });

  it.each([
    ['another kind of file', () => packageFile('甲.json')],
    ['a kind hidden behind another', () => packageFile('甲.zhizhen.exe')],
    ['a missing file', () => join(temporaryFolder(), '甲.zhizhen')],
    ['a file below a file', () => join(packageFile(), '乙.zhizhen')],
    ['a broken address', () => 'file://%zz/甲.zhizhen'],
    ['an address on the network', () => 'https://example.com/甲.zhizhen'],
    ['a path with a zero', () => `${packageFile()}\0.zhizhen`],
    [
      'a folder',
      () => {
        const folder = join(temporaryFolder(), '甲.zhizhen');
        mkdirSync(folder);
        return folder;
      },
    ],
    [
      'a device',
      () => {
        const link = join(temporaryFolder(), '甲.zhizhen');
        symlinkSync('/dev/null', link);
        return link;
      },
    ],
  ])('cannot be %s', (_, path) => {
    const { happened, calls, window, listens } = program([path()]);
    for (const step of [calls, window, listens]) step();
    app.emit('second-instance', {}, ['zhizhen', path()], '/');
    expect(happened).toEqual([]);
  });

  it('is not announced to a foreign page, a frame or a page that is gone', () => {
    const { happened, contents, calls, window, listens } = program([packageFile()]);
    for (const step of [calls, window]) step();
    for (const frame of [null, { url: 'https://example.com/', parent: null }, { url: OWN.url, parent: {} }])
      listens(frame);
    expect(happened).toEqual([]);
    contents.isGone = true;
    listens();
    expect(happened).toEqual([]);
  });
});
