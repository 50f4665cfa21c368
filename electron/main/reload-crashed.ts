import { dialog, type BrowserWindow } from 'electron';

/** A page that goes so often within so many milliseconds goes again at once, and would for ever. */
const MOST = 3;
const WITHIN_MS = 60_000;

/**
 * A page whose process has gone, for want of memory say, leaves its window blank: it is loaded again where it was, since
 * every change was written when it was made. One that goes too often is left, with a word to the user.
 */
export function reloadCrashed(window: BrowserWindow, now: () => number = Date.now): void {
  let crashes: readonly number[] = [];
  window.webContents.on('render-process-gone', (_, { reason }) => {
    if (reason === 'clean-exit') return;
    crashes = [...crashes.filter((at) => now() - at < WITHIN_MS), now()];
    if (crashes.length >= MOST) return tellUser();
    // Electron before 2026-06 ends by itself where a page is loaded while it still counts the process out (pull 51900).
    setImmediate(() => {
      if (!window.isDestroyed()) window.webContents.reload();
    });
  });
}

function tellUser(): void {
  dialog.showErrorBox(
    '窗口多次停止响应 The window stopped several times',
    '已填写的内容都已保存。请关闭织诊，关掉其他占用内存的程序后再打开。\n\n' +
      'Everything entered is saved. Close the program, close others that take memory, and open it again.',
  );
}
