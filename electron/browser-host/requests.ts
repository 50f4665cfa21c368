import type { IncomingMessage, ServerResponse } from 'node:http';

/** Answers what a page asks of its host below `/desktop/`. */
export type Answering = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const PREFIX = '/desktop/';

/** What is asked for: the address behind `/desktop/`. */
export function channelOf({ url = '' }: IncomingMessage): string {
  return url.slice(PREFIX.length);
}

/** A header that is sent once; empty where there is none. */
export function headerOf({ headers }: IncomingMessage, name: string): string {
  return String(headers[name] ?? '');
}

/** Null where it is longer than it may be, in bytes. */
export async function bodyOf(request: IncomingMessage, longest: number): Promise<Uint8Array | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.byteLength;
    if (size > longest) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

export function end(
  response: ServerResponse,
  status: number,
  body?: Uint8Array | string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, {
    'Content-Type': 'application/octet-stream',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ...headers,
  });
  response.end(body);
}
