import type { IncomingMessage } from 'node:http';

/**
 * Whether a page of this server asks, or no page at all. A page of another site in the same browser names its own origin,
 * and Chromium says where it stands; the server itself has seen to the host that is asked.
 */
export function isFromOwnPage({ headers }: IncomingMessage): boolean {
  const { origin } = headers;
  const site = headers['sec-fetch-site'];
  if (origin !== undefined && origin !== `http://${headers.host}`) return false;
  if (site !== undefined && site !== 'same-origin') return false;
  return true;
}
