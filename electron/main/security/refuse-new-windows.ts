import type { WebContents } from 'electron';

/** Attack: a page opens a second window, with preferences of its own choice and outside all rules of the first. */
export function refuseNewWindows(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
