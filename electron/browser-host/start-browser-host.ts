import { desktopServer } from './desktop-server.ts';
import { door } from './door.ts';
import { oneTimeKeys, type OneTimeKeys } from './one-time-keys.ts';
import { leadingPage, openPage } from './open-page.ts';
import { dataFolder, placesIn, type Places } from './places.ts';
import { prepareFolder } from './prepare-folder.ts';
import { proofAt, whoHas } from './proof.ts';
import { sessionsIn } from './sessions.ts';
import { StartFailure } from '../start-failure.mjs';
import { serve } from './static-server.mjs';

export interface BrowserHostOptions {
  /** Folder of the built window. */
  readonly window: string;
  readonly port: number;
  /** Folder of the data; undefined for the usual one. */
  readonly data: string | undefined;
  /** Whether a browser is opened; else the address with its key is said, for whoever started the program. */
  readonly isOpening: boolean;
  readonly now: () => number;
  /** Says an address to whoever started the program. */
  readonly give: (address: string) => void;
  /** Says something else to him: a key of `start-texts.json` and the values in it. */
  readonly say: (id: string, values?: Readonly<Record<string, string | number>>) => void;
}

/**
 * Serves the window to the browser of this user and opens it there; where the program runs already on that port with the
 * same data, opens that. Gives what ends the server, null where another start has it. @throws StartFailure
 */
export async function startBrowserHost(options: BrowserHostOptions): Promise<(() => void) | null> {
  const { port, now } = options;
  const places = placesIn(usualOr(options.data));
  await prepareFolder(places, now());
  const keys = oneTimeKeys(places.keys, now);
  const proof = await proofAt(places.proof);
  const server = await served(options, places, keys, proof);
  if (server === null) options.say('already-open', { port });
  await invite(options, server?.address ?? `http://127.0.0.1:${port}/`, keys);
  return server?.close ?? null;
}

function usualOr(data: string | undefined): string {
  try {
    return dataFolder(data);
  } catch {
    throw new StartFailure('no-home');
  }
}

/** Null where the port is had by this program with the same data. */
async function served(
  { window, port, now, say }: BrowserHostOptions,
  places: Places,
  keys: OneTimeKeys,
  proof: string,
): Promise<Awaited<ReturnType<typeof serve>> | null> {
  const sessions = sessionsIn(places.sessions, now);
  const desktop = door(
    { keys, sessions, proof, now, onGuessing: () => say('guessing') },
    desktopServer(places.data, now),
  );
  await keys.removeExpired();
  await sessions.removeForgotten();
  try {
    return await serve(window, port, desktop);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code !== 'EADDRINUSE')
      throw new StartFailure(code === 'EACCES' ? 'port-not-allowed' : 'port-failed', { port, code });
    const who = await whoHas(port, proof);
    if (who === 'own') return null;
    throw new StartFailure(who === 'zhizhen' ? 'port-of-another-zhizhen' : 'port-taken', { port });
  }
}

/** Another port is another address, whose pages have another database: it is never taken unasked. */
async function invite({ isOpening, give, say }: BrowserHostOptions, address: string, keys: OneTimeKeys): Promise<void> {
  const within = (key: string) => `${address}#key=${key}`;
  const { key, path } = await keys.make((made) => (isOpening ? leadingPage(within(made)) : ''));
  if (!isOpening) return give(within(key));
  if (path !== null && (await openPage(path))) return give(address);
  say('not-opened');
  give(within(key));
}
