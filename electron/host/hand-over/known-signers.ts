import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { MOST_MAKER, type SignerStanding } from '../../contract/desktop-api.ts';
import { sha256Of } from '../files/sha256.ts';
import { writeAtomically } from '../files/write-atomically.ts';
import { fingerprintOf } from './signing-key.ts';

const Known = z.strictObject({
  /** Public key as a package carries it. */
  signer: z.string().regex(/^[0-9a-f]{88}$/),
  /** As the first package of this key under this name said it. */
  name: z.string().max(MOST_MAKER),
  /** Milliseconds since 1970. */
  at: z.number(),
});
type Known = z.infer<typeof Known>;

interface KnownSignersOptions {
  readonly folder: string;
  readonly now: () => number;
}

export interface KnownSigners {
  /** How a key stands to those from which packages were taken here; `own` is this computer's key, null where it has none. */
  readonly standingOf: (signer: string, name: string, own: string | null) => Promise<SignerStanding>;
  /** Remembers that a package of this key under this name was taken. @throws what the file system says. */
  readonly remember: (signer: string, name: string) => Promise<void>;
}

/**
 * The keys from which packages were taken, remembered at first sight. One file for each key and name, never changed, under
 * the hash of what it holds: two programs may share the folder, and one that is damaged is seen.
 */
export function knownSigners({ folder, now }: KnownSignersOptions): KnownSigners {
  return {
    standingOf: async (signer, name, own) => {
      const { records, isDamaged } = await recordsIn(folder);
      const kind = signer === own ? 'own' : kindOf(signer, name, records, isDamaged);
      const first = firstOf(records.filter((known) => known.signer === signer));
      return {
        kind,
        first: first === undefined ? null : { at: first.at, name: first.name },
        others: kind === 'changed' ? othersOf(signer, name, records) : [],
      };
    },
    remember: async (signer, name) => {
      const { records } = await recordsIn(folder);
      if (records.some((known) => isSame(known, signer, name))) return;
      const text = JSON.stringify({ signer, name, at: now() } satisfies Known);
      await writeAtomically(join(folder, `${sha256Of(text)}.json`), text);
    },
  };
}

/** Names that a reader takes for one are one: width, case, blanks and signs that are not seen tell nobody apart. */
export function comparableName(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/[\p{C}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\s]/gu, '')
    .toLowerCase();
}

function kindOf(signer: string, name: string, records: readonly Known[], isDamaged: boolean): SignerStanding['kind'] {
  if (records.some((known) => isSame(known, signer, name))) return 'known';
  if (othersOf(signer, name, records).length > 0) return 'changed';
  if (isDamaged) return 'unclear';
  return records.some((known) => known.signer === signer) ? 'known' : 'new';
}

/** Other keys under which this name is known, each with when it was first seen. */
function othersOf(signer: string, name: string, records: readonly Known[]): SignerStanding['others'] {
  const wanted = comparableName(name);
  if (wanted === '') return [];
  const others = records.filter((known) => known.signer !== signer && comparableName(known.name) === wanted);
  return [...new Set(others.map((known) => known.signer))].map((other) => ({
    fingerprint: fingerprintOf(other),
    at: Math.min(...others.filter((known) => known.signer === other).map(({ at }) => at)),
  }));
}

function isSame(known: Known, signer: string, name: string): boolean {
  return known.signer === signer && comparableName(known.name) === comparableName(name);
}

function firstOf(records: readonly Known[]): Known | undefined {
  return records.toSorted((a, b) => a.at - b.at)[0];
}

/** A folder that cannot be read is as good as damaged; one that is not there knows nobody yet. */
async function recordsIn(folder: string): Promise<{ records: readonly Known[]; isDamaged: boolean }> {
  let names: string[];
  try {
    names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  } catch (error) {
    return { records: [], isDamaged: (error as NodeJS.ErrnoException).code !== 'ENOENT' };
  }
  const records: Known[] = [];
  for (const name of names) {
    const record = await recordIn(folder, name);
    if (record !== null) records.push(record);
  }
  return { records, isDamaged: records.length < names.length };
}

/** Null where it is no longer what was written. */
async function recordIn(folder: string, name: string): Promise<Known | null> {
  try {
    const text = await readFile(join(folder, name), 'utf8');
    return name === `${sha256Of(text)}.json` ? Known.parse(JSON.parse(text)) : null;
  } catch {
    return null;
  }
}
