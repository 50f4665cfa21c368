import { enterprises } from './0001-enterprises.ts';
import { setAside } from './0002-set-aside.ts';
import { moments } from './0003-moments.ts';
import type { Migration } from './migration.ts';

/** Every step of the database, in order. */
export const MIGRATIONS: readonly Migration[] = [enterprises, setAside, moments];
