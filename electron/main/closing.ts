import { ipcMain, type BrowserWindow } from 'electron';
import { CLOSED, CLOSING } from '../contract/channels.ts';

const LONGEST_MS = 5000;

/** Before the window closes, the page writes what is not written yet; it gets five seconds. */
export function waitForLastWrites(window: BrowserWindow): void {
  let isDone = false;
  window.on('close', (event) => {
    if (isDone) return;
    event.preventDefault();
    const close = () => {
      if (isDone) return;
      isDone = true;
      clearTimeout(timer);
      window.close();
    };
    const timer = setTimeout(close, LONGEST_MS);
    ipcMain.once(CLOSED, close);
    window.webContents.send(CLOSING);
  });
}
