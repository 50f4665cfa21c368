/** Why something could not be done; the window says it in the user's language. */
export type Trouble =
  | 'disk-full'
  | 'disk-low'
  | 'read-only'
  | 'busy'
  | 'not-found'
  | 'too-large'
  | 'damaged'
  | 'empty-file'
  | 'database-new'
  | 'copies-incomplete'
  | 'not-allowed'
  | 'not-a-package'
  | 'newer-version'
  | 'trial-version'
  | 'dossier-too-large'
  | 'too-many-files'
  | 'package-too-large'
  | 'passphrase-needed'
  | 'wrong-passphrase'
  | 'package-forgotten'
  | 'key-damaged'
  | 'refused'
  | 'shut-out'
  | 'host-gone'
  | 'failed';

/** What every call comes to; calls never reject. `cancelled`: the user closed the dialog. */
export type Outcome<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'trouble'; readonly trouble: Trouble };

export const done = <T>(value: T): Outcome<T> => ({ kind: 'done', value });
export const trouble = (reason: Trouble): Outcome<never> => ({ kind: 'trouble', trouble: reason });
export const CANCELLED: Outcome<never> = { kind: 'cancelled' };
