import { z } from 'zod';
import { compareDossiers } from '#assessments/exchange/compare.ts';
import { Dossier } from '#assessments/schema/dossier.ts';
import type { EnterpriseStore } from './enterprise-store.ts';
import type { OpenRecord } from './open-record.ts';
import { whileLocked } from './record-lock.ts';
import { packedText, unpackedText } from './packed-text.ts';
import { setAsideWords, type WhyAside } from './words-aside.ts';

const LastWords = z.object({ basedOn: z.array(z.number()), dossier: Dossier });
/** What is left where the words themselves had no room. */
const NoRoom = z.object({ noRoom: z.literal(true), name: z.string() });
const PREFIX = 'zhizhen-last-words/';
const key = (id: string) => PREFIX + id;

/**
 * A page that goes has no time for a database; what it could not write any more is kept here, which is done at once:
 * as it is, packed where that is too long, and where even that is, with the bare word that it was lost.
 * Called when the page hides, after the fields have handed on what was typed in them.
 */
export function keepLastWords(record: OpenRecord): void {
  const { dossier, readOnly } = record.state();
  if (readOnly || !record.hasUnwritten()) return;
  const words = JSON.stringify({ basedOn: record.basedOn(), dossier });
  const name = dossier.enterprise.name;
  const forms = [() => words, () => packedText(words), () => JSON.stringify({ noRoom: true, name })];
  forms.some((form) => isKept(dossier.id, form));
}

/**
 * Writes what an earlier page could not. What cannot be read, has no enterprise any more or one that was written since is
 * set aside for the user to look at, never thrown away. @throws what the database says
 */
export async function writeLastWords(id: string, store: EnterpriseStore): Promise<void> {
  const kept = localStorage.getItem(key(id));
  if (kept === null) return;
  const text = unpackedText(kept);
  const why = await whyNotWritten(id, text, store);
  if (why === 'written') {
    forgetLastWords(id);
    return;
  }
  const name = nameIn(text) || ((await store.row(id))?.base.enterprise.name ?? '');
  forgetLastWords(id);
  // Where there is no room for them, they stay where they were.
  if (!setAsideWords({ id, why, name, text })) localStorage.setItem(key(id), kept);
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

/** Writes the words where they follow what the database holds. @throws what the database says */
async function whyNotWritten(id: string, text: string, store: EnterpriseStore): Promise<WhyAside | 'written'> {
  const found = jsonIn(text);
  if (NoRoom.safeParse(found).success) return 'no-room';
  const words = LastWords.safeParse(found);
  if (!words.success || words.data.dossier.id !== id) return 'unreadable';
  const row = await store.row(id);
  if (row === null) return 'no-enterprise';
  if (!words.data.basedOn.includes(row.changedAt)) {
    const now = await store.read(id);
    const isThere = now !== null && compareDossiers(now, words.data.dossier).relation === 'same';
    return isThere ? 'written' : 'changed-since';
  }
  await store.replace(words.data.dossier);
  return 'written';
}

/** False where the browser has no room for it. */
function isKept(id: string, form: () => string): boolean {
  try {
    localStorage.setItem(key(id), form());
    return true;
  } catch {
    return false;
  }
}

const Named = z.union([
  NoRoom.transform(({ name }) => name),
  z
    .object({ dossier: z.object({ enterprise: z.object({ name: z.string() }) }) })
    .transform(({ dossier }) => dossier.enterprise.name),
]);

/** Empty where the words do not say whose they are. */
function nameIn(text: string): string {
  return Named.safeParse(jsonIn(text)).data ?? '';
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
