import { stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomically } from '../host/files/write-atomically.ts';
import { removeOlder } from './remove-older.ts';
import { hashOf, isSecret, newSecret } from './secrets.ts';

/** Long enough to copy an address from a terminal into a browser, in milliseconds. */
const LIFE_MS = 3600 * 1000;

export interface MadeKey {
  readonly key: string;
  /** The file that stands for it; null where the disk took none. */
  readonly path: string | null;
}

export interface OneTimeKeys {
  /** A new key. Its file holds `page`, which leads a browser in, and goes with the first use. */
  readonly make: (page: (key: string) => string) => Promise<MadeKey>;
  /** True once for each key, by whichever start of the program it was made, and not later than an hour after. */
  readonly use: (key: string) => Promise<boolean>;
  readonly removeExpired: () => Promise<void>;
}

/**
 * Keys that open the program to one browser. A key is a file that only its owner can read, so that whoever can start the
 * program can make one for the server that runs already, and nobody else can. Removing the file is using the key: of two
 * who try, the system lets one. A full disk shuts nobody out: then the key is held in memory.
 */
export function oneTimeKeys(folder: string, now: () => number): OneTimeKeys {
  const held = new Set<string>();
  const placeOf = (key: string) => join(folder, `${hashOf(key)}.html`);
  return {
    make: async (page) => {
      const key = newSecret();
      const path = placeOf(key);
      try {
        await writeAtomically(path, page(key));
        return { key, path };
      } catch {
        held.add(key);
        return { key, path: null };
      }
    },
    use: async (key) => {
      if (held.delete(key)) return true;
      if (!isSecret(key)) return false;
      const path = placeOf(key);
      const found = await stat(path).catch(() => null);
      if (found === null || now() - found.mtimeMs > LIFE_MS) return false;
      return unlink(path).then(
        () => true,
        () => false,
      );
    },
    removeExpired: () => removeOlder(folder, now() - LIFE_MS),
  };
}
