import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Dossier } from '#assessments/schema/dossier.ts';
import { DatabaseTrust } from '#renderer/storage/database-trust.ts';
import type { DossierPart, EnterpriseStore } from '#renderer/storage/enterprise-store.ts';
import { isDiskFull } from '#renderer/storage/is-disk-full.ts';
import { OpenRecord } from '#renderer/storage/open-record.ts';
import { OpenRecords } from '#renderer/storage/open-records.ts';
import { demoMills } from '#tests/support/demo-mills.ts';
import { enterpriseRow } from '#tests/support/enterprise-rows.ts';

const DOSSIER = demoMills().find(({ dossier }) => dossier.id === 'demo-garment')?.dossier as Dossier;
const NOW = 5000;

/** A database that takes or refuses writes as the test says; tests/e2e/full-disk.test.ts has a real one on a real disk. */
class Disk {
  isFull = false;
  written: { readonly name: string; readonly parts: readonly DossierPart[]; readonly at: number }[] = [];
  guarded: string[] = [];
  held: (() => void)[] = [];
  isHeld = false;
  readonly trust = new DatabaseTrust({
    renewLog: () => new Promise(() => {}),
    writeMark: () => Promise.resolve(),
    readMark: () => Promise.resolve(null),
    reopen: () => Promise.resolve(),
  });
  readonly store = {
    trust: this.trust,
    guard: ({ enterprise }: Dossier) => void this.guarded.push(enterprise.name),
    row: (id: string) => Promise.resolve(enterpriseRow({}, { id, changedAt: 1 })),
    read: () => Promise.resolve(DOSSIER),
    write: async ({ enterprise }: Dossier, parts: readonly DossierPart[], at: number) => {
      if (this.isHeld) await new Promise<void>((resolve) => this.held.push(resolve));
      if (this.isFull) throw new Error('NO_SPACE');
      this.written.push({ name: enterprise.name, parts, at });
    },
  } as unknown as EnterpriseStore;
}

describe('an open enterprise', () => {
  let disk: Disk;
  let record: OpenRecord;
  const rename = (name: string) => record.enterprise((before) => ({ ...before, name }));
  const settle = () => vi.advanceTimersByTimeAsync(0);
  beforeEach(() => {
    vi.useFakeTimers();
    disk = new Disk();
    record = new OpenRecord(disk.store, { dossier: DOSSIER, readOnly: false }, 1, () => NOW);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('keeps an answer to a question that no pack of the program has', async () => {
    const [{ id } = expect.fail('no diagnosis')] = DOSSIER.diagnoses;
    record.answer(id, 'ZZ-NO-01', () => ({ self: { rung: 1 } }));
    await settle();
    expect(record.save().kind).toBe('saved');
    expect(disk.written.at(-1)?.parts).toEqual([{ kind: 'answers', diagnosisId: id, pack: 'none' }]);
    expect(record.state().dossier.diagnoses[0]?.answers['ZZ-NO-01']).toEqual({ self: { rung: 1 } });
  });

  it('is said to be saved only once it was written', async () => {
    disk.isHeld = true;
    rename('甲');
    expect(record.save()).toEqual({ kind: 'saving' });
    expect(record.hasUnwritten()).toBe(true);
    disk.held.shift()?.();
    await settle();
    expect(record.save()).toEqual({ kind: 'saved', at: NOW });
    expect(record.hasUnwritten()).toBe(false);
  });

  it('is not said to be saved before what was changed during the write is written too', async () => {
    disk.isHeld = true;
    rename('甲');
    rename('乙');
    const said: string[] = [];
    record.subscribe(() => said.push(record.save().kind));
    disk.held.shift()?.();
    await settle();
    expect(record.save()).toEqual({ kind: 'saving' });
    expect(said).not.toContain('saved');
    disk.held.shift()?.();
    await settle();
    expect(record.save().kind).toBe('saved');
    expect(disk.written.at(-1)?.name).toBe('乙');
  });

  it('stays marked where it could not be written, and is tried again by itself with all its parts', async () => {
    disk.isFull = true;
    rename('甲');
    await settle();
    expect(record.save()).toMatchObject({ kind: 'failed' });
    expect(record.hasUnwritten()).toBe(true);
    disk.isFull = false;
    await vi.advanceTimersByTimeAsync(3000);
    expect(record.save().kind).toBe('saved');
    expect(disk.written).toMatchObject([{ name: '甲', parts: [{ kind: 'enterprise' }] }]);
  });

  it('is written at once on demand', async () => {
    disk.isFull = true;
    rename('甲');
    await settle();
    disk.isFull = false;
    record.retry();
    await settle();
    expect(disk.written).toHaveLength(1);
  });

  it('gives every change for keeping elsewhere, as it then is', () => {
    rename('甲');
    rename('乙');
    expect(disk.guarded).toEqual(['甲', '乙']);
  });

  it('that another tab has is never written', async () => {
    const theirs = new OpenRecord(disk.store, { dossier: DOSSIER, readOnly: true }, 1, () => NOW);
    theirs.enterprise((before) => ({ ...before, name: '甲' }));
    theirs.writeAgain();
    await settle();
    expect(disk.written).toEqual([]);
  });

  it('is written whole where nobody knows what the database holds of it', async () => {
    record.writeAgain();
    await settle();
    const [first] = disk.written;
    expect(first?.parts).toContainEqual({ kind: 'enterprise' });
    for (const { id, answers } of DOSSIER.diagnoses) {
      expect(first?.parts).toContainEqual({ kind: 'diagnosis', id });
      if (Object.keys(answers).length > 0)
        expect(first?.parts.filter((part) => part.kind === 'answers' && part.diagnosisId === id)).not.toEqual([]);
    }
  });

  it('is written later than the row that it changes, though the clock was set back', async () => {
    const ahead = new OpenRecord(disk.store, { dossier: DOSSIER, readOnly: false }, NOW + 1000, () => NOW);
    ahead.enterprise((before) => ({ ...before, name: '甲' }));
    expect(ahead.basedOn()).toEqual([NOW + 1000, NOW + 1001]);
    await settle();
    expect(disk.written).toMatchObject([{ at: NOW + 1001 }]);
    expect(ahead.basedOn()).toEqual([NOW + 1001]);
  });

  describe('among all of this tab', () => {
    let records: OpenRecords;
    let unlocked: number;
    beforeEach(() => {
      unlocked = 0;
      vi.stubGlobal('localStorage', { getItem: () => null });
      vi.stubGlobal('navigator', {
        locks: {
          request: (_: string, __: object, got: (lock: object) => Promise<void>) =>
            got({}).then(() => {
              unlocked += 1;
            }),
        },
      });
      records = new OpenRecords(disk.store, () => NOW);
    });

    it('is written again as soon as the database is doubted', async () => {
      await records.open('demo-garment');
      disk.trust.doubt('closed');
      await settle();
      expect(disk.written).toHaveLength(1);
      expect(disk.guarded).toEqual([DOSSIER.enterprise.name]);
    });

    it('keeps its lock and is named while it is closed and unwritten, and opens as it was left', async () => {
      const opened = await records.open('demo-garment');
      disk.isFull = true;
      opened?.enterprise((before) => ({ ...before, name: '甲' }));
      await settle();
      if (opened !== null) records.close(opened);
      await settle();
      expect(unlocked).toBe(0);
      expect(records.unwritten()).toEqual([opened]);
      expect(await records.open('demo-garment')).toBe(opened);
      expect(records.unwritten()).toEqual([]);
      if (opened !== null) records.close(opened);
      disk.isFull = false;
      await vi.advanceTimersByTimeAsync(3000);
      expect(unlocked).toBe(1);
      expect(records.unwritten()).toEqual([]);
    });
  });
});

describe('a failed write', () => {
  it.each([
    'QuotaExceededError: no room',
    'UnknownError: IO error: 000003.log: FILE_ERROR_NO_SPACE (ChromeMethodBFE: 3::WritableFileAppend::8)',
  ])('for want of room is known: %s', (said) => {
    expect(isDiskFull(new Error(said))).toBe(true);
  });

  it('for another reason is not taken for that', () => {
    expect(isDiskFull(new Error('DatabaseClosedError'))).toBe(false);
  });
});
