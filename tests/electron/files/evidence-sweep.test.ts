import { mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { localDay } from '#electron/contract/local-day.ts';
import { BIN, DAY, sha256, sweptStores } from '#tests/support/swept-stores.ts';

/** One file that is named, one that only a copy names and one that nobody names any more, all two days old. */
async function threeFiles() {
  const stores = sweptStores();
  for (const text of ['named', 'copied', 'nobody']) await stores.keep(text);
  await stores.copy(['copied']);
  stores.pass(2 * DAY);
  return stores;
}

const swept = (moved: number, deleted = 0) => ({ kind: 'done', value: { moved, deleted } });
const refused = (trouble: string) => ({ kind: 'trouble', trouble });

describe('the sweep of evidence', () => {
  it('moves what nobody names into the bin of the day, and nothing else', async () => {
    const { sweep, place, isKept, binned, evidenceFolder, now } = await threeFiles();
    expect(await sweep(['named'])).toEqual(swept(1));
    expect(binned('nobody')).toEqual([join(evidenceFolder, BIN, localDay(now()), sha256('nobody'))]);
    expect([binned('named'), binned('copied')]).toEqual([[], []]);
    expect(readdirSync(dirname(place('nobody')))).not.toContain(sha256('nobody'));
    for (const text of ['named', 'copied', 'nobody']) expect(isKept(text), text).toBe(true);
  });

  it('moves nothing that was given less than a day ago, nor after the clock was set back', async () => {
    const { keep, copy, sweep, pass } = sweptStores();
    await keep('new');
    await copy([]);
    pass(DAY - 1000);
    expect(await sweep([])).toEqual(swept(0));
    pass(-10 * DAY);
    expect(await sweep([])).toEqual(swept(0));
    pass(11 * DAY);
    await keep('new');
    expect(await sweep([])).toEqual(swept(0));
    pass(DAY + 1000);
    expect(await sweep([])).toEqual(swept(1));
  });

  it('moves nothing that was given before the database began', async () => {
    const { keep, copy, sweep, pass, now } = sweptStores();
    await keep('of another database');
    pass(DAY);
    const since = now();
    await copy([]);
    pass(60 * DAY);
    expect(await sweep([], { since })).toEqual(swept(0));
    expect(await sweep([], { since: since - 2 * DAY })).toEqual(swept(1));
  });

  it('removes what a crash left half written, once that is old', async () => {
    const { keep, copy, sweep, place, pass, now } = sweptStores();
    await keep('named');
    await copy([]);
    const half = join(dirname(place('named')), 'x.unfinished');
    writeFileSync(half, 'half');
    utimesSync(half, now() / 1000, now() / 1000);
    await sweep(['named']);
    expect(readdirSync(dirname(half))).toHaveLength(2);
    pass(DAY);
    await sweep(['named']);
    expect(readdirSync(dirname(half))).toEqual([sha256('named')]);
  });

  it('does nothing where no file was kept yet', async () => {
    const { sweep } = sweptStores();
    expect(await sweep([])).toEqual(swept(0));
  });

  it('is not made where the folder of evidence cannot be read', async () => {
    const { sweep, evidenceFolder } = await threeFiles();
    renameSync(evidenceFolder, `${evidenceFolder}-gone`);
    writeFileSync(evidenceFolder, '');
    await expect(sweep([])).rejects.toThrow('ENOTDIR');
  });
});

describe('the sweep of evidence is refused, and leaves every file where it is,', () => {
  const enterpriseFolder = (mirrorFolder: string) => join(mirrorFolder, readdirSync(mirrorFolder)[0] ?? '');
  const copyIn = (folder: string) => join(folder, readdirSync(folder).find((name) => name !== 'enterprise.json') ?? '');

  it.each<[string, string, (now: number) => { enterprises?: readonly string[]; since?: number }]>([
    ['where the database has no enterprise', 'copies-incomplete', () => ({ enterprises: [] })],
    [
      'where an enterprise of the database has no copy',
      'copies-incomplete',
      () => ({ enterprises: ['ent-1', 'ent-2'] }),
    ],
    ['where the database began just now', 'database-new', (now) => ({ since: now })],
    ['where it began less than a week ago', 'database-new', (now) => ({ since: now - 7 * DAY + 1000 })],
    ['where it began on a day that is yet to come', 'database-new', (now) => ({ since: now + 1000 * DAY })],
  ])('%s', async (_, trouble, databaseAt) => {
    const { sweep, isKept, binned, filesKept, now } = await threeFiles();
    expect(await sweep([], databaseAt(now()))).toEqual(refused(trouble));
    expect(filesKept()).toBe(3);
    for (const text of ['named', 'copied', 'nobody']) expect([isKept(text), binned(text)]).toEqual([true, []]);
  });

  it.each<[string, (mirrorFolder: string) => void]>([
    ['where the folder of the copies is missing', (folder) => rmSync(folder, { recursive: true })],
    [
      'where it is empty',
      (folder) => {
        rmSync(folder, { recursive: true });
        mkdirSync(folder);
      },
    ],
    [
      'where a file stands in its place',
      (folder) => {
        rmSync(folder, { recursive: true });
        writeFileSync(folder, '');
      },
    ],
    ['where a folder in it cannot be read', (folder) => symlinkSync('nowhere', join(folder, 'f'.repeat(16)))],
    [
      'where a copy is damaged',
      (folder) => writeFileSync(copyIn(enterpriseFolder(folder)), '{"id":"ent-1","evidence":[]}'),
    ],
    [
      'where a copy cannot be read',
      (folder) => {
        const copy = copyIn(enterpriseFolder(folder));
        rmSync(copy);
        symlinkSync('nowhere', copy);
      },
    ],
    ['where the copies of an enterprise are gone', (folder) => rmSync(copyIn(enterpriseFolder(folder)))],
  ])('%s', async (_, damage) => {
    const { sweep, mirrorFolder, filesKept, binned } = await threeFiles();
    damage(mirrorFolder);
    expect(await sweep([])).toEqual(refused('copies-incomplete'));
    expect(filesKept()).toBe(3);
    for (const text of ['named', 'copied', 'nobody']) expect(binned(text)).toEqual([]);
  });

  it('on a fresh profile whose copies were moved away: 30 of 30 files stay, week after week', async () => {
    const { keep, copy, sweep, pass, mirrorFolder, filesKept, isKept, now } = sweptStores();
    const texts = Array.from({ length: 30 }, (_, i) => `photo ${i}`);
    for (const text of texts) await keep(text);
    await copy(texts);
    pass(90 * DAY);
    renameSync(mirrorFolder, `${mirrorFolder}-moved`);
    const fresh = { enterprises: [] as readonly string[], since: now() };
    expect(await sweep([], fresh)).toEqual(refused('database-new'));
    mkdirSync(mirrorFolder);
    for (let week = 0; week < 8; week += 1) {
      expect(await sweep([], fresh)).toMatchObject({ kind: 'trouble' });
      pass(8 * DAY);
    }
    // A first enterprise is entered, and copied; what is older than its database is still not its own to judge.
    await copy([]);
    for (let week = 0; week < 8; week += 1) {
      expect(await sweep([], { ...fresh, enterprises: ['ent-1'] })).toEqual(swept(0));
      pass(8 * DAY);
    }
    expect(filesKept()).toBe(30);
    for (const text of texts) expect(isKept(text)).toBe(true);
  });
});

describe('what lies in the bin', () => {
  const WEEK = 7 * DAY;
  /** Swept so many times, a week apart; what each sweep deleted. */
  async function weekly({ sweep, pass }: ReturnType<typeof sweptStores>, weeks: number, named: readonly string[]) {
    const deleted: number[] = [];
    for (let week = 0; week < weeks; week += 1) {
      pass(WEEK);
      const outcome = await sweep(named);
      deleted.push(outcome.kind === 'done' ? outcome.value.deleted : -1);
    }
    return deleted;
  }

  it('is deleted by the fifth sweep after thirty days, and leaves no folder', async () => {
    const stores = await threeFiles();
    await stores.sweep(['named']);
    expect(await weekly(stores, 4, ['named'])).toEqual([0, 0, 0, 0]);
    expect(stores.isKept('nobody')).toBe(true);
    expect(await weekly(stores, 1, ['named'])).toEqual([1]);
    expect(stores.isKept('nobody')).toBe(false);
    expect(stores.filesKept()).toBe(2);
    expect(readdirSync(join(stores.evidenceFolder, BIN))).toEqual([]);
  });

  it('does not age where the clock is ahead for a session', async () => {
    const stores = await threeFiles();
    await stores.sweep(['named']);
    stores.pass(1000 * DAY);
    await stores.sweep(['named']);
    stores.pass(DAY);
    await stores.sweep(['named']);
    stores.pass(-1001 * DAY);
    expect(await weekly(stores, 3, ['named'])).toEqual([0, 0, 0]);
    expect(stores.isKept('nobody')).toBe(true);
  });

  it('counts its sweeps anew where more comes on the same day, as the clock was set back to it', async () => {
    const stores = await threeFiles();
    await stores.sweep(['named']);
    await weekly(stores, 4, ['named']);
    stores.pass(-4 * WEEK);
    await stores.keep('later');
    expect(await stores.sweep(['named'])).toEqual(swept(1));
    stores.pass(4 * WEEK);
    expect(await weekly(stores, 4, ['named'])).toEqual([0, 0, 0, 0]);
    for (const text of ['nobody', 'later']) expect(stores.isKept(text), text).toBe(true);
  });

  it('comes back once something names it, and is named where only a copy does', async () => {
    const stores = await threeFiles();
    await stores.sweep(['named']);
    expect(await stores.sweep(['named', 'nobody'])).toEqual(swept(0));
    expect(stores.binned('nobody')).toEqual([]);
    expect(stores.isKept('nobody')).toBe(true);
    await stores.sweep(['named']);
    expect(stores.binned('nobody')).toHaveLength(1);
    await stores.copy(['nobody', 'copied']);
    expect(await stores.sweep(['named'])).toEqual(swept(0));
    expect(stores.binned('nobody')).toEqual([]);
  });

  it('stays there where another file of its day comes back', async () => {
    const stores = await threeFiles();
    await stores.keep('nobody either');
    stores.pass(2 * DAY);
    expect(await stores.sweep(['named'])).toEqual(swept(2));
    await stores.sweep(['named', 'nobody']);
    expect([stores.binned('nobody'), stores.binned('nobody either').length]).toEqual([[], 1]);
    await stores.evidence.putBackEvidence();
    expect(stores.filesKept()).toBe(4);
  });

  it('comes back where it is named, though the rest of the sweep is refused', async () => {
    const stores = await threeFiles();
    await stores.sweep(['named']);
    rmSync(stores.mirrorFolder, { recursive: true });
    expect(await stores.sweep(['nobody'])).toEqual(refused('copies-incomplete'));
    expect(stores.binned('nobody')).toEqual([]);
    expect(stores.isKept('nobody')).toBe(true);
  });

  it('is not deleted while the copies are incomplete, however old it is', async () => {
    const stores = await threeFiles();
    await stores.sweep(['named']);
    await weekly(stores, 4, ['named']);
    rmSync(stores.mirrorFolder, { recursive: true });
    expect(await weekly(stores, 4, ['named'])).toEqual([-1, -1, -1, -1]);
    expect(stores.isKept('nobody')).toBe(true);
  });

  it('keeps its age though what was noted of it is damaged', async () => {
    const stores = await threeFiles();
    await stores.sweep(['named']);
    await weekly(stores, 4, ['named']);
    const [binned] = stores.binned('nobody');
    if (binned === undefined) throw new Error('nothing lies in the bin');
    writeFileSync(join(dirname(binned), 'swept-on.json'), '["2026-');
    expect(await weekly(stores, 4, ['named'])).toEqual([0, 0, 0, 0]);
    expect(stores.isKept('nobody')).toBe(true);
  });
});
