/** SHA-256 of a file as 64 hexadecimal digits; answers write `sha256:` before it, lists of evidence may. */
export function bareHash(hash: string): string {
  return hash.replace('sha256:', '');
}
