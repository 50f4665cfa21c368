import { readFile, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomically } from '../host/files/write-atomically.ts';
import { removeOlder } from './remove-older.ts';
import { hashOf, isSame, isSecret, newSecret } from './secrets.ts';

/** As long as Chromium keeps a cookie at most, in seconds. */
export const SESSION_LIFE_S = 400 * 24 * 3600;

/** A session that was used is noted anew after so long, in milliseconds: little beside its life. */
const NOTED_AFTER_MS = 3600 * 1000;

/** What a browser that was let in shows with every call: the cookie, and the half that only pages of this address can read. */
export interface Session {
  readonly cookie: string;
  readonly half: string;
}

export interface Sessions {
  readonly begin: () => Promise<Session>;
  readonly knows: (session: Session) => Promise<boolean>;
  readonly removeForgotten: () => Promise<void>;
}

/**
 * The browsers that were let in. They outlive the server, so that an open page goes on and a bookmark works after the
 * program was started again; only hashes are kept. One that the disk does not take lasts until the server ends.
 */
export function sessionsIn(folder: string, now: () => number): Sessions {
  const held = new Map<string, string>();
  const noted = new Map<string, number>();
  const placeOf = (cookie: string) => join(folder, hashOf(cookie));
  const halfKept = async (cookie: string) =>
    held.get(cookie) ?? (await readFile(placeOf(cookie), 'utf8').catch(() => ''));
  return {
    begin: async () => {
      const session: Session = { cookie: newSecret(), half: newSecret() };
      const kept = hashOf(session.half);
      await writeAtomically(placeOf(session.cookie), kept).catch(() => held.set(session.cookie, kept));
      return session;
    },
    knows: async ({ cookie, half }) => {
      if (!isSecret(cookie)) return false;
      if (!isSame(hashOf(half), await halfKept(cookie))) return false;
      if (now() - (noted.get(cookie) ?? 0) < NOTED_AFTER_MS) return true;
      noted.set(cookie, now());
      await utimes(placeOf(cookie), now() / 1000, now() / 1000).catch(() => {});
      return true;
    },
    removeForgotten: () => removeOlder(folder, now() - SESSION_LIFE_S * 1000),
  };
}
