import { app, BrowserWindow, Menu, session } from 'electron';
import { serveWindow, registerScheme } from './app-protocol.ts';
import { awaitPackages } from './given-package.ts';
import { reportIfAsked } from './headless-report.ts';
import { registerHandlers } from './ipc/register-handlers.ts';
import { claimData } from './refuse-newer-data.ts';
import { cancelForeignRequests } from './security/cancel-foreign-requests.ts';
import { denyPermissions } from './security/deny-permissions.ts';
import { keepOffTheNetwork } from './security/keep-off-the-network.ts';
import { refuseNavigation } from './security/refuse-navigation.ts';
import { refuseNewWindows } from './security/refuse-new-windows.ts';
import { refusePeerConnections } from './security/refuse-peer-connections.ts';
import { refuseWebviews } from './security/refuse-webviews.ts';
import { replaceMenu } from './security/replace-menu.ts';
import { isOnlyInstance } from './single-instance.ts';
import { openWindow } from './window.ts';

/** The desktop program, from start to end. */
async function run(): Promise<void> {
  app.disableHardwareAcceleration();
  keepOffTheNetwork(app);
  registerScheme();
  if (await reportIfAsked(process.argv)) return;
  if (!isOnlyInstance()) return;
  const packagesAreTakenBy = awaitPackages(process.argv);
  app.on('web-contents-created', (_, contents) => {
    refuseNavigation(contents);
    refuseNewWindows(contents);
    refusePeerConnections(contents);
    refuseWebviews(contents);
  });
  await app.whenReady();
  if (!(await claimData(app.getPath('userData'), app.getVersion()))) return app.quit();
  replaceMenu(Menu, process.platform);
  denyPermissions(session.defaultSession);
  cancelForeignRequests(session.defaultSession);
  serveWindow(session.defaultSession);
  packagesAreTakenBy(registerHandlers());
  app.on('window-all-closed', () => app.quit());
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow();
  });
  openWindow();
}

void run();
