import type { BrowserWindow } from 'electron';
import { lastWrites } from './ipc/last-writes.ts';

const LONGEST_MS = 5000;

/**
 * Before a window closes, its page writes what is not written yet; it gets five seconds, and none where it has crashed.
 * Further wishes to close meanwhile change nothing.
 */
export function waitForLastWrites(window: BrowserWindow): void {
  let isAsked = false;
  window.on('close', (event) => {
    if (window.webContents.isCrashed()) return;
    event.preventDefault();
    if (isAsked) return;
    isAsked = true;
    const tooLate = new Promise((resolve) => setTimeout(resolve, LONGEST_MS));
    void Promise.race([lastWrites(window.webContents), tooLate]).then(() => window.destroy());
  });
}
