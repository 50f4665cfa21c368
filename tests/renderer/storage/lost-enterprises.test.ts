import { describe, expect, it } from 'vitest';
import type { Dossier } from '#assessments/schema/dossier.ts';
import { done, trouble } from '#electron/contract/outcomes.ts';
import type { EnterpriseRow } from '#renderer/storage/database.ts';
import { compareWithMirror } from '#renderer/storage/lost-enterprises.ts';
import { mirrorText } from '#renderer/storage/mirror-text.ts';
import { demoMills } from '#tests/support/demo-mills.ts';

const mill = demoMills()[0]?.dossier ?? expect.fail('no demo mill');
const whole = Buffer.byteLength(mirrorText(mill));
const without = (part: number): Dossier => ({
  ...mill,
  diagnoses: mill.diagnoses.map((diagnosis) => ({
    ...diagnosis,
    answers: Object.fromEntries(
      Object.entries(diagnosis.answers).slice(Math.floor(part * Object.keys(diagnosis.answers).length)),
    ),
  })),
});

/** Database and host are faked: what they hold is the matter. tests/e2e/backup.test.ts has the real ones. */
function compared(
  held: Dossier | null | 'unreadable',
  changedAt: number,
  copy: { at: number; bytes: number } | null,
  damaged: readonly number[] = [],
) {
  const rows = held === null ? [] : [{ id: mill.id, changedAt } as unknown as EnterpriseRow];
  const copies = copy === null ? [] : [copy];
  return compareWithMirror(
    { listMirror: () => Promise.resolve(done([{ id: mill.id, name: '甲', copies, damaged }])) },
    {
      list: () => Promise.resolve(rows),
      read: () => (held === 'unreadable' ? Promise.reject(new Error('rows')) : Promise.resolve(held)),
    },
  );
}

describe('the database against its copies', () => {
  it.each([
    ['has none of it', null, 0, 'missing'],
    ['went back behind its copy', without(0.1), 50, 'smaller'],
    ['lost more than half after its copy', without(0.9), 200, 'smaller'],
    ['cannot be read', 'unreadable', 50, 'damaged'],
    ['holds what no dossier is', { id: mill.id, diagnoses: [] } as unknown as Dossier, 50, 'damaged'],
  ] as const)('offers the copy where it %s', async (_, held, changedAt, reason) => {
    const { lost } = await compared(held, changedAt, { at: 100, bytes: whole });
    expect(lost).toEqual([{ id: mill.id, name: '甲', at: 100, hasDamagedNewer: false, reason, changedAt }]);
  });

  it('says of a copy that it is not the newest where a newer one is damaged', async () => {
    const lostWith = async (damaged: readonly number[]) =>
      (await compared(null, 0, { at: 100, bytes: whole }, damaged)).lost.map((one) => one.hasDamagedNewer);
    expect([await lostWith([]), await lostWith([90]), await lostWith([110, 90])]).toEqual([[false], [false], [true]]);
  });

  it.each([
    ['both are the same', mill, 50, { at: 100, bytes: whole }, []],
    ['a change came after the copy', without(0.1), 200, { at: 100, bytes: whole }, [mill.id]],
    ['there is no copy yet', mill, 50, null, [mill.id]],
  ] as const)('offers nothing where %s, and says what has no copy', async (_, held, changedAt, copy, uncopied) => {
    expect(await compared(held, changedAt, copy)).toEqual({ lost: [], uncopied });
  });

  it('offers nothing where the copies cannot be listed', async () => {
    const nothing = await compareWithMirror(
      { listMirror: () => Promise.resolve(trouble('refused')) },
      { list: () => Promise.resolve([]), read: () => Promise.resolve(null) },
    );
    expect(nothing).toEqual({ lost: [], uncopied: [] });
  });
});
