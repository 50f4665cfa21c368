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

export type FileKind = 'dossier' | 'evidence' | 'report';

/** One enterprise in the mirror, its newest copy first. */
export interface MirrorEntry {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970 at which each good copy was written, newest first, its size and its hash; the first was read, the others have the right size. */
  readonly copies: readonly { readonly at: number; readonly bytes: number; readonly sha256: Sha256 }[];
  /** Moments of copies that no longer are what was written, newest first. */
  readonly damaged: readonly number[];
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
  /** `isHere`: this computer keeps a file of that hash already; `isDamaged`: the package no longer holds it whole. */
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
  /** Keeps bytes under their hash; the same bytes are kept once. */
  keepEvidence: (request: NamedFile) => Promise<Outcome<{ readonly sha256: Sha256; readonly bytes: number }>>;
  readEvidence: (request: { readonly sha256: Sha256 }) => Promise<Outcome<Uint8Array>>;
  /** Removes what no dossier of the list of all references names and what is older than a day. */
  sweepEvidence: (request: {
    readonly referenced: readonly Sha256[];
  }) => Promise<Outcome<{ readonly removed: number }>>;
  /** Writes a verified copy of a dossier outside the profile; a smaller one never over a larger good one. */
  mirrorDossier: (request: {
    readonly id: string;
    readonly name: string;
    readonly dossier: string;
  }) => Promise<Outcome<{ readonly at: number }>>;
  listMirror: () => Promise<Outcome<readonly MirrorEntry[]>>;
  /** The newest good copy, or the one of a moment. */
  readMirror: (request: { readonly id: string; readonly at: number | null }) => Promise<Outcome<string>>;
  /** Removes every copy of an enterprise that the user has erased; done too where there is none. */
  forgetMirror: (request: { readonly id: string }) => Promise<Outcome<null>>;
  /** Makes a package where the user says; evidence that this computer does not keep, or no longer whole, is left out. */
  packDossier: (request: PackRequest) => Promise<
    Outcome<{
      readonly ticket: string;
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
