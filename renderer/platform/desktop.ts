import type { DesktopApi } from '#electron/contract/desktop-api.ts';
import { browserDesktop } from './browser-desktop.ts';

declare global {
  interface Window {
    /** Put there by the preload of the desktop program; absent in a browser. */
    readonly desktop?: DesktopApi;
  }
}

/** The host of this window: the desktop program, else the server that the page came from. */
export function desktopOf(window: Window): DesktopApi {
  return window.desktop ?? browserDesktop();
}
