import type { MenuItemConstructorOptions } from 'electron';

interface MenuModule<M> {
  readonly buildFromTemplate: (template: MenuItemConstructorOptions[]) => M;
  readonly setApplicationMenu: (menu: M | null) => void;
}

/**
 * Leak: the menu that Electron puts in place by itself leads to sites on the network and to the developer tools. Only
 * macOS needs a menu, for copying and pasting.
 */
export function replaceMenu<M>(menu: MenuModule<M>, platform: NodeJS.Platform): void {
  const roles: MenuItemConstructorOptions[] = [{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }];
  menu.setApplicationMenu(platform === 'darwin' ? menu.buildFromTemplate(roles) : null);
}
