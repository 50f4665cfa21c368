import { awaitKeys, enterHost } from './platform/host-session.ts';

/** The program is loaded, and its database opened, only in a page that its host knows; the desktop program has no other. */
const isInBrowser = window.desktop === undefined;
if (isInBrowser) awaitKeys();
const isIn = !isInBrowser || (await enterHost());
if (isIn) await import('./main.tsx');
else await import('./shut-out.tsx');
