import { BEGUN, control, hooks, type Control, type Hooks } from './state.ts';

export { BrowserWindow } from './browser-window.ts';

export const app = Object.assign(control.appEvents, {
  commandLine: { appendSwitch: (name: string, value: string) => control.switches.push(`--${name}=${value}`) },
  disableHardwareAcceleration: () => {},
  requestSingleInstanceLock: () => control.isFirstInstance,
  whenReady: () => Promise.resolve(),
  quit: () => {
    control.quits += 1;
    control.appEvents.emit(BEGUN);
  },
  exit: () => {},
  getVersion: () => '0.0.0-stand-in',
  getPath: (name: string) => (name === 'home' ? control.home : control.userData),
});

export const ipcMain = Object.assign(hooks.messages, {
  handle: (channel: string, handler: (event: unknown, request?: unknown) => unknown) =>
    hooks.handlers.set(channel, handler),
});

export const protocol = {
  registerSchemesAsPrivileged: () => {},
};

export const session = {
  defaultSession: {
    protocol: {
      handle: (_scheme: string, serve: Hooks['serve']) => {
        hooks.serve = serve;
      },
    },
    webRequest: {
      onBeforeRequest: (listener: Hooks['onRequest']) => {
        hooks.onRequest = listener;
      },
    },
    setPermissionRequestHandler: (ask: Control['permissions']['ask']) => {
      control.permissions.ask = ask;
    },
    setPermissionCheckHandler: (check: Control['permissions']['check']) => {
      control.permissions.check = check;
    },
    setDevicePermissionHandler: (device: Control['permissions']['device']) => {
      control.permissions.device = device;
    },
  },
};

export const dialog = {
  showErrorBox: (title: string) => control.errorBoxes.push(title),
  showSaveDialog: () => Promise.resolve({ canceled: control.savePath === null, filePath: control.savePath ?? '' }),
  showOpenDialog: () => Promise.resolve({ canceled: control.openPaths.length === 0, filePaths: control.openPaths }),
};

export const shell = { showItemInFolder: (path: string) => control.revealed.push(path) };

export const Menu = {
  buildFromTemplate: (template: unknown) => template,
  setApplicationMenu: (menu: unknown) => {
    control.menu = menu;
  },
};
