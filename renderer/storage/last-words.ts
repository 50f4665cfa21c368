import { z } from 'zod';
import { Dossier } from '#assessments/schema/dossier.ts';
import type { EnterpriseStore } from './enterprise-store.ts';
import type { OpenRecord } from './open-record.ts';
import { whileLocked } from './record-lock.ts';

const LastWords = z.object({ basedOn: z.array(z.number()), dossier: Dossier });
const PREFIX = 'zhizhen-last-words/';
const key = (id: string) => PREFIX + id;

/**
 * A page that goes has no time for a database; what it could not write any more is kept here, which is done at once.
 * Called when the page hides, after the fields have handed on what was typed in them.
 */
export function keepLastWords(record: OpenRecord): void {
  const { dossier, readOnly } = record.state();
  if (readOnly || !record.hasUnwritten()) return;
  localStorage.setItem(key(dossier.id), JSON.stringify({ basedOn: record.basedOn(), dossier }));
}

/** Writes what an earlier page could not, unless the database has been written since or has no such enterprise. */
export async function writeLastWords(id: string, store: EnterpriseStore): Promise<void> {
  const kept = localStorage.getItem(key(id));
  if (kept === null) return;
  const words = LastWords.safeParse(JSON.parse(kept));
  const row = await store.row(id);
  if (words.success && row !== null && words.data.basedOn.includes(row.changedAt))
    await store.replace(words.data.dossier);
  forgetLastWords(id);
}

/** Takes away what was kept of an enterprise. */
export function forgetLastWords(id: string): void {
  localStorage.removeItem(key(id));
}

/**
 * Writes what earlier pages could not, of every enterprise that no other tab has, so that whoever reads the database
 * reads it whole. What cannot be written stays for the next time.
 */
export async function writeAllLastWords(store: EnterpriseStore): Promise<void> {
  const ids = Object.keys(localStorage).flatMap((name) => (name.startsWith(PREFIX) ? [name.slice(PREFIX.length)] : []));
  await Promise.allSettled(ids.map((id) => whileLocked(id, () => writeLastWords(id, store))));
}
