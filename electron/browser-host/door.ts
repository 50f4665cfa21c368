import type { IncomingMessage, ServerResponse } from 'node:http';
import { guesses } from './guesses.ts';
import type { OneTimeKeys } from './one-time-keys.ts';
import { isFromOwnPage } from './own-page.ts';
import { bodyOf, channelOf, end, headerOf, type Answering } from './requests.ts';
import { answerTo, isSecret } from './secrets.ts';
import { SESSION_LIFE_S, type Session, type Sessions } from './sessions.ts';

/** What the program calls itself where it is asked who it is; nothing else is said to a stranger. */
export const PROGRAM = 'zhizhen';
const LONGEST_KEY = 1000;

export interface DoorOptions {
  readonly keys: OneTimeKeys;
  readonly sessions: Sessions;
  /** By which another start of the program by the same user knows this one. */
  readonly proof: string;
  readonly now: () => number;
  /** Somebody on this computer shows wrong keys one after the other. */
  readonly onGuessing: () => void;
}

/**
 * Lets in who was let in. Everybody on this computer can reach the server: other pages of the same browser, and programs of
 * other users. A one-time key from the address that was opened gets a browser a session; its calls carry that in two
 * halves, as a cookie would be sent to a server at any port of this machine, and a header can be read by pages alone.
 */
export function door(options: DoorOptions, within: Answering): Answering {
  const { keys, sessions, proof } = options;
  const wrong = guesses(options.now, options.onGuessing);
  const refuse = (response: ServerResponse) => end(response, wrong.isTooMany() ? 429 : 401);

  const enter = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await bodyOf(request, LONGEST_KEY);
    const key = body === null ? '' : Buffer.from(body).toString();
    if (!(await keys.use(key))) return refuse(response);
    if (await sessions.knows(shownBy(request))) return end(response, 204);
    const session = await sessions.begin();
    end(response, 200, session.half, { 'Set-Cookie': cookieOf(session, request) });
  };

  return async (request, response) => {
    const channel = channelOf(request);
    if (!isFromOwnPage(request)) return end(response, 403);
    if (channel === 'who') return end(response, 200, introduced(request, proof));
    if (channel === 'enter' && request.method === 'POST') return enter(request, response);
    if (!(await sessions.knows(shownBy(request)))) return refuse(response);
    if (channel === 'session') return end(response, 204);
    return within(request, response);
  };
}

/** Servers at other ports of this machine have the same cookies. */
export function cookieName(port: number | string | undefined): string {
  return `zhizhen-${port}`;
}

function cookieOf({ cookie }: Session, { socket }: IncomingMessage): string {
  return [
    `${cookieName(socket.localPort)}=${cookie}`,
    'Path=/desktop/',
    'HttpOnly',
    'SameSite=Strict',
    `Max-Age=${SESSION_LIFE_S}`,
  ].join('; ');
}

function shownBy(request: IncomingMessage): Session {
  const name = `${cookieName(request.socket.localPort)}=`;
  const cookies = headerOf(request, 'cookie').split('; ');
  const own = cookies.find((cookie) => cookie.startsWith(name)) ?? name;
  return { cookie: own.slice(name.length), half: headerOf(request, 'x-zhizhen') };
}

/** The port is part of the challenge, so that nobody at another port can have this server answer for him. */
function introduced(request: IncomingMessage, proof: string): string {
  const challenge = headerOf(request, 'x-zhizhen-challenge');
  return isSecret(challenge) ? `${PROGRAM} ${answerTo(`${request.socket.localPort}:${challenge}`, proof)}` : PROGRAM;
}
