import type { WebContents } from 'electron';

/** Attack: a <webview> brings in a page of its own with Node or another preload. */
export function refuseWebviews(contents: WebContents): void {
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
