import { once } from 'node:events';
import { request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';

export interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string;
}

export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A request of a program that is no browser: every header can be what an attacker would send, and the path is as it is. */
export async function ask(
  address: string,
  path: string,
  { method = 'GET', headers = {}, body }: Asked = {},
): Promise<Answered> {
  const { port } = new URL(address);
  const sent = request({ host: '127.0.0.1', port, path, method, headers: { ...headers } });
  sent.end(body);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part as Buffer);
  return { status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) };
}

/** What a browser that was let in by a key sends with every call. */
export async function enteredBy(address: string, key: string): Promise<Record<string, string>> {
  const { headers, body } = await ask(address, '/desktop/enter', { method: 'POST', body: key });
  const [cookie = ''] = headers['set-cookie'] ?? [];
  return { cookie: cookie.split(';')[0] ?? '', 'x-zhizhen': body.toString() };
}

/** The key of an address that was said to whoever started the program. */
export function keyOf(address: string): string {
  return new URL(address).hash.replace('#key=', '');
}
