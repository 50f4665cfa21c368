import { PackLibrary } from './library.ts';
import * as releases from './releases.ts';

export { packList } from './library.ts';

/** All packs that this program ships, in every version that was ever released. */
export const library = new PackLibrary(Object.values(releases));

/** The newest version of each pack. */
export const shippedPacks = library.newest.packs;
