import type { Outcome } from './outcomes.ts';

/** Files that cross the contract at once are no larger together. */
export const MOST_BYTES = 200 * 1024 * 1024;

/** Characters of the name of who makes a package. */
export const MOST_MAKER = 40;

/** Characters of a passphrase. */
export const MOST_PASSPHRASE = 1000;

/** Whether files of these sizes in bytes are too large to cross the contract at once. */
export function areTooLarge(sizes: readonly number[]): boolean {
  return sizes.reduce((sum, size) => sum + size, 0) > MOST_BYTES;
}

/** Characters of the id of an enterprise. */
export const MOST_ID = 200;

/** Digits of the SHA-256 of an id by which copies name their enterprise. */
export const MILL_DIGITS = 16;

/** SHA-256 of bytes, lower-case hexadecimal. */
export type Sha256 = string;

export interface About {
  readonly version: string;
  readonly host: 'electron' | 'browser';
  readonly chromium: string;
  /** Bytes free where the data stands; null where that is not known. Under 2 GB is low, under 500 MB takes no evidence. */
  readonly freeBytes: number | null;
  /** The folder of the mirror, to show to the user; null where the host keeps none. */
  readonly mirrorFolder: string | null;
}

export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Where an office puts its own cover and logo: a folder of this name in that of the data, or beside dossiers. */
export const OFFICE_FOLDER = '机构版式';

/** What an office put there, a file each where there is one: `cover.docx`, `logo.jpg`; no bytes where it cannot be read. */
export interface OfficeFiles {
  readonly cover?: Uint8Array;
  readonly logo?: Uint8Array;
}

export type FileKind = 'dossier' | 'evidence' | 'report' | 'table';

/** How many files a sweep moved into the bin, and how many it deleted there. */
export interface SweptEvidence {
  readonly moved: number;
  readonly deleted: number;
}

/** Evidence that came into the bin on one day; days are YYYY-MM-DD where the computer is. */
export interface BinnedDay {
  readonly cameOn: string;
  readonly files: number;
  readonly bytes: number;
  /** Nothing of it is deleted before this day, as things stand. */
  readonly staysUntil: string;
}

/** The bin of evidence: its folder, to show to the user, and what lies in it, the oldest first. */
export interface EvidenceBinList {
  readonly folder: string;
  readonly days: readonly BinnedDay[];
}

/** A copy in the mirror, known by the hash of its contents. */
export interface MirrorCopy {
  readonly sha256: Sha256;
  /** That its contents give; of two copies of one enterprise it tells the later. */
  readonly revision: number;
  readonly bytes: number;
  /** When it was written, in milliseconds since 1970, to be shown: the clock may have been wrong. */
  readonly at: number;
}

/** One enterprise in the mirror, as its copies say. */
export interface MirrorEntry {
  readonly id: string;
  readonly name: string;
  /** The whole copies of the latest revision, at least one; more where that revision was reached with different contents. */
  readonly newest: readonly MirrorCopy[];
  /** How many copies of a later revision are damaged or could not be read. */
  readonly damaged: number;
}

/** Copies of one enterprise of which none could be read. */
export interface UnreadableCopies {
  /** The first `MILL_DIGITS` of the SHA-256 of its id, if a name still says so. */
  readonly mill: string;
  /** Of the enterprise, as far as it can be made out; else empty. */
  readonly name: string;
  /** Where the last of them lies. */
  readonly folder: string;
  readonly copies: number;
  /** When the last of them was written, in milliseconds since 1970. */
  readonly at: number;
}

export interface MirrorListing {
  readonly entries: readonly MirrorEntry[];
  readonly unreadable: readonly UnreadableCopies[];
}

export interface PackRequest {
  /** Suggested name of the file, without extension. */
  readonly name: string;
  /** The dossier as JSON text, exactly as it shall arrive. */
  readonly dossier: string;
  readonly evidence: readonly Sha256[];
  /** Empty for a package that anyone can read. */
  readonly passphrase: string;
  /** Names and codes were taken out of the dossier before. */
  readonly isDeidentified: boolean;
  /** A day, YYYY-MM-DD. */
  readonly madeAt: string;
  readonly maker: string;
}

/** How the key that signed a package stands to those from which packages were taken on this computer. */
export interface SignerStanding {
  /** `changed`: the name is known under other keys; `unclear`: what was remembered cannot be read whole. */
  readonly kind: 'own' | 'new' | 'known' | 'changed' | 'unclear';
  /** When a package of this key was first taken, in milliseconds since 1970, and under which name; null where none was. */
  readonly first: { readonly at: number; readonly name: string } | null;
  /** Fingerprints of the other keys of a known name, each with when a package of it was first taken. */
  readonly others: readonly { readonly fingerprint: string; readonly at: number }[];
}

/** A package that was opened, checked and held back until it is accepted; nothing is written yet. */
export interface OpenedPackage {
  readonly ticket: string;
  readonly dossier: string;
  /** `isHere`: this computer keeps a file of that hash already, and its bytes are whole; `isDamaged`: the package no longer holds it whole. */
  readonly evidence: readonly {
    readonly sha256: Sha256;
    readonly bytes: number;
    readonly isHere: boolean;
    readonly isDamaged: boolean;
  }[];
  /** Something in the file is not as it was made, if only around the evidence. */
  readonly isDamaged: boolean;
  readonly isEncrypted: boolean;
  readonly isDeidentified: boolean;
  readonly madeAt: string;
  readonly maker: string;
  /** Fingerprint of the key that signed it, and what is known of that. */
  readonly signer: SignerStanding & { readonly fingerprint: string };
}

/**
 * What the window may ask of its host. Electron and the browser host implement the same; calls never reject, and
 * arguments are checked on the other side.
 */
export interface DesktopApi {
  about: () => Promise<Outcome<About>>;
  /** Lets the user keep a file; the ticket reveals it in its folder. */
  saveFile: (request: NamedFile & { readonly kind: FileKind }) => Promise<Outcome<{ readonly ticket: string }>>;
  /** Lets the user choose files of his own, one or many; they come whole. */
  openFiles: (request: { readonly kind: FileKind; readonly many: boolean }) => Promise<Outcome<readonly NamedFile[]>>;
  revealSaved: (request: { readonly ticket: string }) => Promise<Outcome<null>>;
  readOffice: () => Promise<Outcome<OfficeFiles>>;
  /** Keeps bytes under their hash; the same bytes are kept once, no bytes at all: `empty-file`. */
  keepEvidence: (request: NamedFile) => Promise<Outcome<{ readonly sha256: Sha256; readonly bytes: number }>>;
  readEvidence: (request: { readonly sha256: Sha256 }) => Promise<Outcome<Uint8Array>>;
  /**
   * Moves evidence that neither the database nor a copy names into a bin, and deletes what has lain there for thirty days
   * and five sweeps. `enterprises` are all ids of the database, `since` the moment it began, in milliseconds since 1970.
   * `database-new` where that is less than a week ago; `copies-incomplete` where the copies outside the database cannot all
   * be read, or lack one of these enterprises, or there is none: then nothing is moved or deleted.
   */
  sweepEvidence: (request: {
    readonly referenced: readonly Sha256[];
    readonly enterprises: readonly string[];
    readonly since: number;
  }) => Promise<Outcome<SweptEvidence>>;
  listEvidenceBin: () => Promise<Outcome<EvidenceBinList>>;
  /** Brings everything in the bin back to its place. */
  putBackEvidence: () => Promise<Outcome<{ readonly broughtBack: number }>>;
  /** Writes a verified copy of a dossier outside the profile, in the place of none; refused where it is of another id. */
  mirrorDossier: (request: {
    readonly id: string;
    readonly dossier: string;
  }) => Promise<Outcome<{ readonly at: number }>>;
  listMirror: () => Promise<Outcome<MirrorListing>>;
  /** The copy of a hash, or the whole one of the latest revision. */
  readMirror: (request: { readonly id: string; readonly sha256: Sha256 | null }) => Promise<Outcome<string>>;
  /** Removes every copy of an enterprise that the user has erased; done too where there is none. */
  forgetMirror: (request: { readonly id: string }) => Promise<Outcome<null>>;
  /** Makes a package where the user says, `file` by its name; evidence that this computer does not keep, or no longer whole, is left out. */
  packDossier: (request: PackRequest) => Promise<
    Outcome<{
      readonly ticket: string;
      readonly file: string;
      readonly missing: readonly Sha256[];
      readonly damaged: readonly Sha256[];
      /** Of the key that signed it, to be read out to whoever opens it. */
      readonly fingerprint: string;
    }>
  >;
  /** Asks for a file and checks it; `again` opens the file chosen last with another passphrase. */
  openPackage: (request: { readonly again: boolean; readonly passphrase: string }) => Promise<Outcome<OpenedPackage>>;
  /** Takes the whole evidence of an opened package into the store, gives what was damaged, and remembers who signed. */
  acceptPackage: (request: {
    readonly ticket: string;
  }) => Promise<Outcome<{ readonly evidence: number; readonly damaged: readonly Sha256[] }>>;
  /** Called before the program closes; it waits until the promise settles, five seconds at most. */
  onClosing: (finish: () => Promise<void>) => void;
  /** Called when the user opened a package from outside; `openPackage` with `again` then opens it. Never in a browser. */
  onPackageGiven: (tell: () => void) => void;
}
