import { enterHost } from './platform/host-session.ts';

/** The program is loaded, and its database opened, only in a page that its host knows; the desktop program has no other. */
const isIn = window.desktop !== undefined || (await enterHost());
if (isIn) await import('./main.tsx');
else await import('./shut-out.tsx');
