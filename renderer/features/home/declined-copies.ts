import { z } from 'zod';
import type { LostEnterprise } from '../../storage/lost-enterprises.ts';

const KEY = 'zhizhen-declined-copies';

/** By what is declined, the moment up to which its copies are declined, in milliseconds since 1970. */
const Declined = z.record(z.string(), z.number());
/** As it was kept before: an id, or an id and the moment of a copy, `ent-1@1764000000000`. */
const DeclinedBefore = z.array(z.string());

/** Lost enterprises without those whose copies the user does not want back, such as those taken away for good. */
export function undeclined(lost: readonly LostEnterprise[]): LostEnterprise[] {
  const declined = declinedCopies();
  return lost.filter((one) => one.at > (declined.get(declinable(one)) ?? 0));
}

/** Whoever keeps the smaller one that the database holds still wants a copy where the database has none. */
export function declinable({ id, reason }: LostEnterprise): string {
  return reason === 'missing' ? id : `${id}@held`;
}

/** Declines the copies up to a moment, now if none is given; a later one holds what was not known then. */
export function declineCopies(those: readonly string[], until = Date.now()): void {
  const declined = declinedCopies();
  for (const one of those) declined.set(one, Math.max(until, declined.get(one) ?? 0));
  keep(declined);
}

function declinedCopies(): Map<string, number> {
  const kept = keptJson();
  const declined = Declined.safeParse(kept);
  if (declined.success) return new Map(Object.entries(declined.data));
  const before = DeclinedBefore.safeParse(kept);
  if (!before.success) return new Map();
  const moments = before.data.map((text): [string, number] => {
    const [id = '', at] = text.split('@');
    return at === undefined ? [id, Date.now()] : [`${id}@held`, Number(at)];
  });
  const read = new Map(moments.sort(([, a], [, b]) => a - b));
  keep(read);
  return read;
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
