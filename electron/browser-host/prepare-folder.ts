import { access, constants } from 'node:fs/promises';
import { keepPrivate } from '../host/files/private-folder.ts';
import { removeUnfinished } from '../host/files/write-atomically.ts';
import type { Places } from './places.ts';
import { removeOlder } from './remove-older.ts';
import { StartFailure } from '../start-failure.mjs';

/** No page needs a package for longer; another host with the same data may still read one. */
const GIVEN_MS = 24 * 3600 * 1000;

/**
 * Makes the folder of the data its owner's alone and removes what a crash left in it. @throws StartFailure where nothing
 * can be written there, as no copy and no evidence could be kept.
 */
export async function prepareFolder({ data, packages, given }: Places, now: number): Promise<void> {
  try {
    await keepPrivate(data);
    await access(data, constants.W_OK);
  } catch (error) {
    throw new StartFailure('data-folder', {
      folder: data,
      reason: (error as NodeJS.ErrnoException).code ?? String(error),
    });
  }
  await removeUnfinished(packages, now);
  await removeOlder(given, now - GIVEN_MS);
}
