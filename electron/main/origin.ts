/** The one origin of the window. It must never change: the database of every user hangs on it. */
export const SCHEME = 'app';
export const ORIGIN = `${SCHEME}://zhizhen`;

/** Whether an address is a page or file of the program itself. */
export function isOwnAddress(address: string): boolean {
  try {
    const { protocol, host } = new URL(address);
    return protocol === `${SCHEME}:` && host === 'zhizhen';
  } catch {
    return false;
  }
}
