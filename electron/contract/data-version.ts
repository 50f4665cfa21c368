/** Number of the newest migration of the database; a program of a lower one must not touch the data. */
export const DATA_VERSION = 3;
