const STORED_AT = 'zhizhen-host-session';
const KEY_IN_ADDRESS = /^#key=([0-9a-f]+)$/;
/** What the server says to a page that it does not know. */
const UNKNOWN = [401, 429];

/** Only where the browser stores nothing more. */
let unstored = '';

/**
 * Shows the server on this machine that this page is its own, by the one-time key in the address where there is one, else
 * by what it gave this browser before. False where the server does not know this browser: nothing of the program may be
 * shown then. A server that does not answer is no reason: the calls say that.
 */
export async function enterHost(): Promise<boolean> {
  const key = keyInAddress();
  if (key !== undefined) await useKey(key);
  const response = await fetch('desktop/session', { headers: sessionHeaders() }).catch(() => null);
  return response === null || !UNKNOWN.includes(response.status);
}

/** Loads a page again that is open when an address with a key is put into it, as the browser itself does not. */
export function awaitKeys(): void {
  window.addEventListener('hashchange', () => {
    if (keyInAddress() !== undefined) location.reload();
  });
}

function keyInAddress(): string | undefined {
  return KEY_IN_ADDRESS.exec(location.hash)?.[1];
}

/** The half of the session that only pages of this address have; the browser adds the cookie. */
export function sessionHeaders(): Readonly<Record<string, string>> {
  return { 'x-zhizhen': localStorage.getItem(STORED_AT) ?? unstored };
}

/** The key works once and leaves the address, so that nobody reads it there. */
async function useKey(key: string): Promise<void> {
  history.replaceState(null, '', location.pathname);
  const response = await fetch('desktop/enter', { method: 'POST', headers: sessionHeaders(), body: key }).catch(
    () => null,
  );
  if (response?.status === 200) store(await response.text());
}

function store(half: string): void {
  try {
    localStorage.setItem(STORED_AT, half);
  } catch {
    localStorage.removeItem(STORED_AT);
    unstored = half;
  }
}
