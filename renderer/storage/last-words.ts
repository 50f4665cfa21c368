import { z } from 'zod';
import { Dossier } from '#assessments/schema/dossier.ts';
import type { EnterpriseStore } from './enterprise-store.ts';
import type { OpenRecord } from './open-record.ts';

const LastWords = z.object({ at: z.number(), dossier: Dossier });
const key = (id: string) => `zhizhen-last-words/${id}`;

/**
 * A page that goes has no time for a database; what it could not write any more is kept here, which is done at once.
 * Called when the page hides, after the fields have handed on what was typed in them.
 */
export function keepLastWords(record: OpenRecord, at: number): void {
  const { dossier, readOnly } = record.state();
  if (!readOnly && record.hasUnwritten()) localStorage.setItem(key(dossier.id), JSON.stringify({ at, dossier }));
}

/** Writes what an earlier page could not, unless the database has been written since. */
export async function writeLastWords(id: string, store: EnterpriseStore): Promise<void> {
  const kept = localStorage.getItem(key(id));
  if (kept === null) return;
  const words = LastWords.safeParse(JSON.parse(kept));
  if (words.success && words.data.at >= (await store.changedAt(id))) await store.replace(words.data.dossier);
  localStorage.removeItem(key(id));
}
