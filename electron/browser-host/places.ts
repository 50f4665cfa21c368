import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { OWN_NAMES } from '../host/files/own-names.ts';

/** Where the browser host keeps what is its own, below the folder of the data. */
export interface Places {
  readonly data: string;
  readonly signingKey: string;
  /** Hand-over packages that were made in a page. */
  readonly packages: string;
  /** Packages that pages gave to be opened, as long as they need them. */
  readonly given: string;
  readonly keys: string;
  readonly sessions: string;
  /** By which one start of the program knows another of the same user. */
  readonly proof: string;
}

/** The folder of the data: the one that is named, else the same as of the desktop program. @throws where the user has no home. */
export function dataFolder(named: string | undefined): string {
  return named === undefined ? join(homedir(), '织诊') : resolve(named);
}

export function placesIn(data: string): Places {
  const own = join(data, OWN_NAMES.browserHost);
  return {
    data,
    signingKey: join(data, OWN_NAMES.signingKey),
    packages: join(data, OWN_NAMES.packages),
    given: join(own, 'given'),
    keys: join(own, 'keys'),
    sessions: join(own, 'sessions'),
    proof: join(own, 'proof'),
  };
}
