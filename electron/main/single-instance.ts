import { app, BrowserWindow } from 'electron';

/** Two programs on one profile would fight for the database: the second hands over to the first and ends. */
export function isOnlyInstance(): boolean {
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return false;
  }
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows();
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
  });
  return true;
}
