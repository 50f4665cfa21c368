import { MILL_DIGITS } from '../../contract/desktop-api.ts';
import { sha256Of } from '../files/sha256.ts';

/** One copy of a dossier, as its contents say and as its name repeats. */
export interface Copy {
  /** When it was written, in milliseconds since 1970, by a clock that may have been wrong. */
  readonly at: number;
  readonly revision: number;
  /** Whose copy it is: `millOf` its id. */
  readonly mill: string;
  readonly bytes: number;
  readonly sha256: string;
}

const NAME =
  /^((\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{3}Z)\.r(\d+)\.([0-9a-f]{16})\.(\d+)\.([0-9a-f]{64}))\.([0-9a-f]{8})\.json$/;
const CHECK_DIGITS = 8;

/** The sign of an enterprise in file names, which any id may have. */
export function millOf(id: string): string {
  return sha256Of(id).slice(0, MILL_DIGITS);
}

/** No sign in it is forbidden on Windows; its last digits check the others, so that nobody changes it unseen. */
export function copyName({ at, revision, mill, bytes, sha256 }: Copy): string {
  const time = new Date(at).toISOString().replaceAll(':', '-');
  const said = `${time}.r${revision}.${mill}.${bytes}.${sha256}`;
  return `${said}.${checkOf(said)}.json`;
}

/** Null where the name is not one that `copyName` gives, so that only the contents can tell what the file is. */
export function readCopyName(name: string): Copy | null {
  const [, said = '', time = '', revision, mill = '', bytes, sha256 = '', check] = NAME.exec(name) ?? [];
  if (check === undefined || check !== checkOf(said)) return null;
  const at = Date.parse(time.replace(/T(\d\d)-(\d\d)-/, 'T$1:$2:'));
  return Number.isNaN(at) ? null : { at, revision: Number(revision), mill, bytes: Number(bytes), sha256 };
}

/** The later revision first; of equal ones, by contents, so that the order is the same on every computer. */
export function newestFirst(a: Copy, b: Copy): number {
  return b.revision - a.revision || (a.sha256 < b.sha256 ? 1 : a.sha256 > b.sha256 ? -1 : b.at - a.at);
}

function checkOf(said: string): string {
  return sha256Of(said).slice(0, CHECK_DIGITS);
}
