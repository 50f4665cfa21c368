const MiB = 1024 * 1024;

/** Bytes of a whole package: a stick formatted in FAT32 takes no larger file, and a zip needs extensions beyond. */
export const MOST_PACKAGE = 2 ** 32 - 1;
/** Plain bytes of every chunk of a locked package but the last. */
export const CHUNK_BYTES = MiB;
/** Files of evidence. */
export const MOST_FILES = 10_000;
/** Bytes of what is held in memory; no longer dossier can be imported. */
export const MOST_DOSSIER = 20 * MiB;
export const MOST_MANIFEST = 4 * MiB;
