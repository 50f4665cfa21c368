import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const { dialog } = vi.hoisted(() => ({ dialog: { showErrorBox: vi.fn() } }));
vi.mock('electron', () => ({ dialog }));
const { reloadCrashed } = await import('#electron/main/reload-crashed.ts');

describe('a page whose process has gone', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['setImmediate'] }));
  afterEach(() => {
    vi.useRealTimers();
    dialog.showErrorBox.mockClear();
  });

  function opened() {
    let now = 0;
    let reloads = 0;
    let isDestroyed = false;
    const webContents = Object.assign(new EventEmitter(), { reload: () => (reloads += 1) });
    const window = { webContents, isDestroyed: () => isDestroyed };
    reloadCrashed(window as unknown as BrowserWindow, () => now);
    const crash = (reason = 'oom') => webContents.emit('render-process-gone', {}, { reason });
    return {
      crash,
      /** So many times, with so much time after each. */
      crashEvery: (ms: number, times: number) => {
        for (let i = 0; i < times; i += 1) {
          crash();
          now += ms;
        }
      },
      destroy: () => (isDestroyed = true),
      reloads: () => reloads,
    };
  }

  it('is loaded again, after the event and not within it', () => {
    const { crash, reloads } = opened();
    crash();
    expect(reloads()).toBe(0);
    vi.runAllTimers();
    expect(reloads()).toBe(1);
  });

  it('is left where it goes for the third time within a minute, and the user is told', () => {
    const { crashEvery, reloads } = opened();
    crashEvery(10_000, 3);
    vi.runAllTimers();
    expect(reloads()).toBe(2);
    expect(dialog.showErrorBox).toHaveBeenCalledOnce();
  });

  it('is loaded again as often as a minute lies between', () => {
    const { crashEvery, reloads } = opened();
    crashEvery(31_000, 9);
    vi.runAllTimers();
    expect(reloads()).toBe(9);
    expect(dialog.showErrorBox).not.toHaveBeenCalled();
  });

  it('is not loaded where it ended by itself or its window was closed meanwhile', () => {
    const { crash, destroy, reloads } = opened();
    crash('clean-exit');
    crash();
    destroy();
    vi.runAllTimers();
    expect(reloads()).toBe(0);
  });
});
