import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Dossier } from '#assessments/schema/dossier.ts';
import type { EnterpriseStore } from '#renderer/storage/enterprise-store.ts';
import { keepLastWords, writeLastWords } from '#renderer/storage/last-words.ts';
import { OpenRecord } from '#renderer/storage/open-record.ts';
import { demoMills } from '#tests/support/demo-mills.ts';
import { enterpriseRow } from '#tests/support/enterprise-rows.ts';

const AHEAD = 9_000;
const NOW = 1_000;
const ID = 'demo-garment';

/** A page that goes while a write is on its way; tests/e2e/nothing-lost.test.ts has a real browser and database. */
describe('what was typed as the page went', () => {
  let changedAt: number;
  let replaced: Dossier[];
  let writtenAt: number[];
  const store = {
    row: () => Promise.resolve(enterpriseRow({}, { id: ID, changedAt })),
    replace: (dossier: Dossier) => Promise.resolve(void replaced.push(dossier)),
    write: (_dossier: Dossier, _parts: unknown, at: number) => {
      writtenAt.push(at);
      return new Promise<void>(() => {});
    },
  } as unknown as EnterpriseStore;
  const typed = () => {
    const dossier = demoMills().find((mill) => mill.dossier.id === ID)?.dossier as Dossier;
    const record = new OpenRecord(store, { dossier, readOnly: false }, changedAt, () => NOW);
    record.enterprise((before) => ({ ...before, name: '新名' }));
    keepLastWords(record);
  };

  beforeEach(() => {
    const kept = new Map<string, string>();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, text: string) => void kept.set(key, text),
      removeItem: (key: string) => void kept.delete(key),
    });
    [changedAt, replaced, writtenAt] = [AHEAD, [], []];
  });
  afterEach(() => vi.unstubAllGlobals());

  it('is written although a clock that was ahead has been set right', async () => {
    typed();
    await writeLastWords(ID, store);
    expect(replaced.map(({ enterprise }) => enterprise.name)).toEqual(['新名']);
  });

  it('is written where the write on its way has come through, whose moment is later than that of the row', async () => {
    typed();
    expect(writtenAt).toEqual([AHEAD + 1]);
    changedAt = AHEAD + 1;
    await writeLastWords(ID, store);
    expect(replaced).toHaveLength(1);
  });

  it('gives way to what was written since, and is read once', async () => {
    typed();
    changedAt = AHEAD + 2;
    await writeLastWords(ID, store);
    changedAt = AHEAD;
    await writeLastWords(ID, store);
    expect(replaced).toEqual([]);
  });
});
