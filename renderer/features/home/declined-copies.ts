import { z } from 'zod';
import type { LostEnterprise } from '../../storage/lost-enterprises.ts';

const KEY = 'zhizhen-declined-copies';

/** By what is declined, the revision up to which its copies are. */
const Declined = z.record(z.string(), z.int());

/** Lost enterprises without those whose copies the user does not want back, such as those taken away for good. */
export function undeclined(lost: readonly LostEnterprise[]): LostEnterprise[] {
  const declined = declinedCopies();
  return lost.filter((one) => one.revision > (declined.get(declinable(one)) ?? -1));
}

/**
 * Declines the copies of enterprises up to those of their revisions; a later one holds what was not known then. Whoever does
 * not want the copy of one that cannot be read here still wants it where the database has none.
 */
export function declineCopies(unwanted: readonly Pick<LostEnterprise, 'id' | 'revision' | 'reason'>[]): void {
  const declined = declinedCopies();
  for (const one of unwanted) {
    const what = declinable(one);
    declined.set(what, Math.max(one.revision, declined.get(what) ?? 0));
  }
  keep(declined);
}

/** An enterprise is here again, so that its copies count whatever was declined before. */
export function wantCopiesAgain(id: string): void {
  const declined = declinedCopies();
  if (declined.delete(id)) keep(declined);
}

function declinable({ id, reason }: Pick<LostEnterprise, 'id' | 'reason'>): string {
  return reason === 'missing' ? id : `${id}@held`;
}

function declinedCopies(): Map<string, number> {
  const declined = Declined.safeParse(keptJson());
  return new Map(declined.success ? Object.entries(declined.data) : []);
}

function keep(declined: ReadonlyMap<string, number>): void {
  localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(declined)));
}

function keptJson(): unknown {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}');
  } catch {
    return {};
  }
}
