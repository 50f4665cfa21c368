const KEY = 'zhizhen-declined-copies';

/** Enterprises whose copies the user does not want back, such as those taken away for good. */
export function declinedCopies(): ReadonlySet<string> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return new Set(Array.isArray(kept) ? kept.map(String) : []);
  } catch {
    return new Set();
  }
}

export function declineCopies(ids: readonly string[]): void {
  localStorage.setItem(KEY, JSON.stringify([...declinedCopies(), ...ids]));
}
