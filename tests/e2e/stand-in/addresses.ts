const PAGE_ORIGIN = 'https://zhizhen.stand-in';
const APP_ORIGIN = 'app://zhizhen';

/** Chromium cannot serve `app://`: a page has an https address instead, and main never sees it. */
export const toPage = (address: string) => replaced(address, APP_ORIGIN, PAGE_ORIGIN);
export const toApp = (address: string) => replaced(address, PAGE_ORIGIN, APP_ORIGIN);

function replaced(address: string, from: string, to: string): string {
  return address === from || address.startsWith(`${from}/`) ? to + address.slice(from.length) : address;
}
