/** Where Chromium is, and how it is started so that it asks nobody for anything. */
export const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
export const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** How long a test waits for anything in a page before it is held to be missing, on a machine that has much else to do. */
export const PATIENCE_MS = 90_000;
