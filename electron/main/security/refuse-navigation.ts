import type { WebContents } from 'electron';
import { isOwnAddress } from '../origin.ts';

/** Attack: a link or script leads the window to a foreign page, which would then have the preload's functions. */
export function refuseNavigation(contents: WebContents): void {
  const refuse = (event: { preventDefault: () => void; url: string }) => {
    if (!isOwnAddress(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', refuse);
  contents.on('will-redirect', refuse);
  contents.on('will-frame-navigate', refuse);
}
