import type { LostEnterprise } from '../../storage/lost-enterprises.ts';

const KEY = 'zhizhen-declined-copies';

/** Lost enterprises without those whose copies the user does not want back, such as those taken away for good. */
export function undeclined(lost: readonly LostEnterprise[]): LostEnterprise[] {
  const declined = declinedCopies();
  return lost.filter((one) => !declined.has(declinable(one)));
}

/** An enterprise that was taken away is declined for good; a copy that holds more, only as it is now. */
export function declinable({ id, at, reason }: LostEnterprise): string {
  return reason === 'missing' ? id : `${id}@${at}`;
}

function declinedCopies(): ReadonlySet<string> {
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
