import { EventEmitter } from 'node:events';
import type { BrowserWindow, WebContents } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CLOSED, CLOSING } from '#electron/contract/channels.ts';
import { done } from '#electron/contract/outcomes.ts';
import type { Handlers } from '#electron/contract/requests.ts';
import { answer } from '#electron/host/calls/answer.ts';
import { isOwnSender } from '#electron/main/ipc/own-sender.ts';

const { ipcMain } = vi.hoisted(() => {
  const listeners = new Map<string, Set<(event: unknown) => void>>();
  const of = (channel: string) => listeners.get(channel) ?? new Set();
  return {
    ipcMain: {
      on: (channel: string, hear: (event: unknown) => void) => listeners.set(channel, of(channel).add(hear)),
      off: (channel: string, hear: (event: unknown) => void) => of(channel).delete(hear),
      emit: (channel: string, event: unknown) => [...of(channel)].forEach((hear) => hear(event)),
      count: (channel: string) => of(channel).size,
    },
  };
});
vi.mock('electron', () => ({ ipcMain }));
const { waitForLastWrites } = await import('#electron/main/closing.ts');

const OWN = { url: 'app://zhizhen/#/enterprises', parent: null };

describe('a channel', () => {
  it.each([
    ['a frame that is gone', null],
    ['a frame inside the own page', { url: OWN.url, parent: {} }],
    ['a foreign page', { url: 'https://example.com/', parent: null }],
    ['a page without an address', { url: '', parent: null }],
    ['a page of another host of the scheme', { url: 'app://other/', parent: null }],
  ])('does not hear %s', (_, frame) => {
    expect(isOwnSender(frame as Parameters<typeof isOwnSender>[0])).toBe(false);
  });

  it('hears the top frame of the own page', () => {
    expect(isOwnSender(OWN)).toBe(true);
  });

  it.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EACCES', 'not-allowed'],
    ['EPERM', 'not-allowed'],
    ['EROFS', 'read-only'],
    ['ENOENT', 'not-found'],
    ['EIO', 'failed'],
  ])('makes a trouble of %s', async (code, trouble) => {
    const listMirror = () => Promise.reject(Object.assign(new Error(code), { code }));
    expect(await answer({ listMirror } as unknown as Handlers, 'listMirror', undefined)).toEqual({
      kind: 'trouble',
      trouble,
    });
  });

  it('never rejects, whatever is thrown, and at once or later', async () => {
    for (const thrown of [undefined, null, 'x', new Error('x'), { code: 7 }]) {
      const later = {
        listMirror: async () => {
          await Promise.resolve();
          throw thrown as Error;
        },
      };
      const atOnce = {
        listMirror: () => {
          throw thrown as Error;
        },
      };
      for (const handlers of [later, atOnce])
        expect(await answer(handlers as unknown as Handlers, 'listMirror', undefined)).toEqual({
          kind: 'trouble',
          trouble: 'failed',
        });
    }
  });

  it('gives a handler nothing that was not checked', async () => {
    const heard: unknown[] = [];
    const readMirror = (request: unknown) => {
      heard.push(request);
      return Promise.resolve(done(''));
    };
    const ask = (request: unknown) => answer({ readMirror } as unknown as Handlers, 'readMirror', request);
    for (const request of [undefined, null, 7, [], {}, { id: 'a' }, { id: '', sha256: null }, { id: 'a', sha256: '0' }])
      expect(await ask(request)).toEqual({ kind: 'trouble', trouble: 'refused' });
    expect(await ask({ id: 'a', sha256: null, more: 1 })).toEqual({ kind: 'trouble', trouble: 'refused' });
    expect(heard).toEqual([]);
    expect(await ask({ id: 'a', sha256: null })).toEqual({ kind: 'done', value: '' });
  });
});

describe('a window that closes', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function opened({ isCrashed = false } = {}) {
    const sent: string[] = [];
    let destroyed = 0;
    const webContents = { send: (channel: string) => sent.push(channel), isCrashed: () => isCrashed };
    const window = Object.assign(new EventEmitter(), { webContents, destroy: () => (destroyed += 1) });
    waitForLastWrites(window as unknown as BrowserWindow);
    const close = () => {
      let prevented = false;
      window.emit('close', { preventDefault: () => (prevented = true) });
      return prevented;
    };
    const say = (event: object) => ipcMain.emit(CLOSED, event);
    return { sent, destroyed: () => destroyed, contents: webContents as unknown as WebContents, close, say };
  }

  it('waits for its page, asks once and hears nobody else', async () => {
    const { sent, destroyed, contents, close, say } = opened();
    expect([close(), close()]).toEqual([true, true]);
    expect(sent).toEqual([CLOSING]);
    say({ sender: {}, senderFrame: OWN });
    say({ sender: contents, senderFrame: { url: 'https://example.com/', parent: null } });
    say({ sender: contents, senderFrame: null });
    await vi.advanceTimersByTimeAsync(4999);
    expect(destroyed()).toBe(0);
    say({ sender: contents, senderFrame: OWN });
    await vi.advanceTimersByTimeAsync(0);
    expect(destroyed()).toBe(1);
    expect(ipcMain.count(CLOSED)).toBe(0);
  });

  it('waits five seconds at most', async () => {
    const { destroyed, close } = opened();
    close();
    await vi.advanceTimersByTimeAsync(5000);
    expect(destroyed()).toBe(1);
  });

  it('does not wait for a page that has crashed', () => {
    expect(opened({ isCrashed: true }).close()).toBe(false);
  });
});
