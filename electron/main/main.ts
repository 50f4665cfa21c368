import { app, BrowserWindow, session } from 'electron';
import { serveWindow, registerScheme } from './app-protocol.ts';
import { reportIfAsked } from './headless-report.ts';
import { registerHandlers } from './ipc/register-handlers.ts';
import { cancelForeignRequests } from './security/cancel-foreign-requests.ts';
import { denyPermissions } from './security/deny-permissions.ts';
import { refuseNavigation } from './security/refuse-navigation.ts';
import { refuseNewWindows } from './security/refuse-new-windows.ts';
import { refuseWebviews } from './security/refuse-webviews.ts';
import { isOnlyInstance } from './single-instance.ts';
import { openWindow } from './window.ts';

/** The desktop program, from start to end. */
async function run(): Promise<void> {
  app.disableHardwareAcceleration();
  registerScheme();
  if (await reportIfAsked(process.argv)) return;
  if (!isOnlyInstance()) return;
  app.on('web-contents-created', (_, contents) => {
    refuseNavigation(contents);
    refuseNewWindows(contents);
    refuseWebviews(contents);
  });
  await app.whenReady();
  denyPermissions(session.defaultSession);
  cancelForeignRequests(session.defaultSession);
  serveWindow(session.defaultSession);
  registerHandlers();
  app.on('window-all-closed', () => app.quit());
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow();
  });
  openWindow();
}

void run();
