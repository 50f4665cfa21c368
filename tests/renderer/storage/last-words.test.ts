import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Dossier } from '#assessments/schema/dossier.ts';
import type { EnterpriseStore } from '#renderer/storage/enterprise-store.ts';
import { keepLastWords, writeAllLastWords, writeLastWords } from '#renderer/storage/last-words.ts';
import { OpenRecord } from '#renderer/storage/open-record.ts';
import { forgetWordsAsideOf, wordsAside } from '#renderer/storage/words-aside.ts';
import { demoMills } from '#tests/support/demo-mills.ts';
import { enterpriseRow } from '#tests/support/enterprise-rows.ts';

const ROW_NAME = enterpriseRow({}).base.enterprise.name;
const AHEAD = 9_000;
const NOW = 1_000;
const ID = 'demo-garment';
const GARMENT = demoMills().find(({ dossier }) => dossier.id === ID)?.dossier as Dossier;

/** A page that goes while a write is on its way; tests/e2e/nothing-lost.test.ts has a real browser and database. */
describe('what was typed as the page went', () => {
  let changedAt: number;
  let replaced: Dossier[];
  let writtenAt: number[];
  let isThere: boolean;
  let stored: Dossier;
  /** Signs that a value of the local storage may have, and the beginning of the keys that it refuses. */
  let room: number;
  let refused: string;
  const aside = () => [...wordsAside().values()];
  const store = {
    guard: () => {},
    row: () => Promise.resolve(isThere ? enterpriseRow({}, { id: ID, changedAt }) : null),
    read: () => Promise.resolve(isThere ? stored : null),
    replace: (dossier: Dossier) => Promise.resolve(void replaced.push(dossier)),
    write: (_dossier: Dossier, _parts: unknown, at: number) => {
      writtenAt.push(at);
      return new Promise<void>(() => {});
    },
  } as unknown as EnterpriseStore;
  const typed = () => {
    const record = new OpenRecord(store, { dossier: GARMENT, readOnly: false }, changedAt, () => NOW);
    record.enterprise((before) => ({ ...before, name: '新名' }));
    keepLastWords(record);
  };

  /** Its own keys are its values, as with the real one. */
  const storageOf = () =>
    Object.defineProperties(
      {},
      {
        getItem: { value: (key: string) => (localStorage as Record<string, string>)[key] ?? null },
        setItem: {
          value: (key: string, text: string) => {
            if (text.length > room || key.startsWith(refused)) throw new Error('QuotaExceededError');
            (localStorage as Record<string, string>)[key] = text;
          },
        },
        removeItem: { value: (key: string) => void Reflect.deleteProperty(localStorage, key) },
      },
    );

  beforeEach(() => {
    room = Infinity;
    vi.stubGlobal('localStorage', storageOf());
    [changedAt, replaced, writtenAt, isThere, stored, refused] = [AHEAD, [], [], true, GARMENT, 'nothing'];
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

  it('gives way to what was written since, is set aside for the user, and is read once', async () => {
    typed();
    changedAt = AHEAD + 2;
    await writeLastWords(ID, store);
    changedAt = AHEAD;
    await writeLastWords(ID, store);
    expect(replaced).toEqual([]);
    expect(aside()).toMatchObject([{ id: ID, why: 'changed-since', name: '新名' }]);
    expect(aside()[0]?.text).toContain('新名');
  });

  it('is not set aside where the database holds just that', async () => {
    typed();
    changedAt = AHEAD + 2;
    stored = { ...GARMENT, enterprise: { ...GARMENT.enterprise, name: '新名' } };
    await writeLastWords(ID, store);
    expect(aside()).toEqual([]);
  });

  it('is set aside where the database has no such enterprise any more', async () => {
    typed();
    isThere = false;
    await writeLastWords(ID, store);
    expect(aside()).toMatchObject([{ why: 'no-enterprise', name: '新名' }]);
  });

  it.each(['{"basedOn":[', '{"basedOn":[9000],"dossier":{}}', '[]', '=packed', ''])(
    'and was damaged is set aside as it is, and holds up nothing: %s',
    async (text) => {
      localStorage.setItem(`zhizhen-last-words/${ID}`, text);
      await writeLastWords(ID, store);
      expect(replaced).toEqual([]);
      expect(aside()).toEqual([{ id: ID, why: 'unreadable', name: ROW_NAME, text }]);
      expect(localStorage.getItem(`zhizhen-last-words/${ID}`)).toBeNull();
    },
  );

  it('of another enterprise is not written over this one', async () => {
    const dossier = { ...GARMENT, id: 'ent-other' };
    localStorage.setItem(`zhizhen-last-words/${ID}`, JSON.stringify({ basedOn: [AHEAD], dossier }));
    await writeLastWords(ID, store);
    expect(replaced).toEqual([]);
    expect(aside()).toMatchObject([{ why: 'unreadable' }]);
  });

  it('stays where it is while the database fails', async () => {
    typed();
    const failing = { ...store, replace: () => Promise.reject(new Error('full')) } as unknown as EnterpriseStore;
    await expect(writeLastWords(ID, failing)).rejects.toThrow('full');
    await writeLastWords(ID, store);
    expect(replaced).toHaveLength(1);
  });

  it('and is too long is packed', async () => {
    const whole = JSON.stringify({ basedOn: [AHEAD, AHEAD + 1], dossier: GARMENT }).length;
    room = whole / 2;
    typed();
    expect(localStorage.getItem(`zhizhen-last-words/${ID}`)?.length).toBeLessThan(whole / 2);
    await writeLastWords(ID, store);
    expect(replaced.map(({ enterprise }) => enterprise.name)).toEqual(['新名']);
  });

  it('and had no room at all is said at the next start', async () => {
    room = 200;
    typed();
    await writeLastWords(ID, store);
    expect(replaced).toEqual([]);
    expect(aside()).toMatchObject([{ why: 'no-room', name: '新名' }]);
  });

  it('stays where it is where nothing more can be set aside', async () => {
    typed();
    changedAt = AHEAD + 2;
    const before = localStorage.getItem(`zhizhen-last-words/${ID}`);
    refused = 'zhizhen-words-aside/';
    await writeLastWords(ID, store);
    expect(localStorage.getItem(`zhizhen-last-words/${ID}`)).toBe(before);
  });

  it('and was set aside goes with an enterprise that is erased, or when the user says so', async () => {
    typed();
    isThere = false;
    await writeLastWords(ID, store);
    forgetWordsAsideOf('ent-other');
    expect(aside()).toHaveLength(1);
    forgetWordsAsideOf(ID);
    expect(aside()).toEqual([]);
  });

  it('of every enterprise is written at the start, and a damaged one holds up none', async () => {
    vi.stubGlobal('navigator', {
      locks: { request: (_: string, __: object, got: (lock: object) => unknown) => got({}) },
    });
    localStorage.setItem('zhizhen-last-words/ent-damaged', '{');
    typed();
    await writeAllLastWords(store);
    expect(replaced).toHaveLength(1);
    expect(aside()).toMatchObject([{ id: 'ent-damaged' }]);
  });
});
