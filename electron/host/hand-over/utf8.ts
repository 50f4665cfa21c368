import { PackageTrouble } from './trouble.ts';

/** Text that gives the same bytes again. @throws PackageTrouble where they are no UTF-8. */
export function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new PackageTrouble('damaged');
  }
}
