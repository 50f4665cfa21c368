import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Dossier } from '#assessments/schema/dossier.ts';
import { done, trouble } from '#electron/contract/outcomes.ts';
import type { EnterpriseRow } from '#renderer/storage/database.ts';
import { compareWithMirror } from '#renderer/storage/lost-enterprises.ts';
import { mirrorText } from '#renderer/storage/mirror-text.ts';
import { demoMills } from '#tests/support/demo-mills.ts';

const mill = demoMills()[0]?.dossier ?? expect.fail('no demo mill');
const NOW = 1000;
const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const whole = { bytes: Buffer.byteLength(mirrorText(mill)), sha256: hash(mirrorText(mill)) };
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
  copy: { at: number; bytes: number; sha256: string } | null,
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
    NOW,
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
    const { lost } = await compared(held, changedAt, { at: 100, ...whole });
    expect(lost).toEqual([{ id: mill.id, name: '甲', at: 100, hasDamagedNewer: false, reason, changedAt }]);
  });

  it('says of a copy that it is not the newest where a newer one is damaged', async () => {
    const lostWith = async (damaged: readonly number[]) =>
      (await compared(null, 0, { at: 100, ...whole }, damaged)).lost.map((one) => one.hasDamagedNewer);
    expect([await lostWith([]), await lostWith([90]), await lostWith([110, 90])]).toEqual([[false], [false], [true]]);
  });

  it.each([
    ['both are the same', mill, 50, { at: 100, ...whole }, []],
    ['a change came after the copy', without(0.1), 200, { at: 100, ...whole }, [mill.id]],
    ['there is no copy yet', mill, 50, null, [mill.id]],
  ] as const)('offers nothing where %s, and says what has no copy', async (_, held, changedAt, copy, uncopied) => {
    expect(await compared(held, changedAt, copy)).toEqual({ lost: [], uncopied });
  });

  const renamed = (name: string): Dossier => ({ ...mill, enterprise: { ...mill.enterprise, name } });
  const { name } = mill.enterprise;
  const ahead = { at: NOW + 500, ...whole };
  it.each([
    ['made smaller by an edit', renamed(name.slice(1)), NOW - 10, ahead],
    ['made smaller, its time kept growing', renamed(name.slice(1)), NOW + 499, ahead],
    ['made larger by an edit', renamed(`${name}甲`), NOW - 10, ahead],
    ['changed without another size', renamed(`甲${name.slice(1)}`), NOW - 10, ahead],
    ['changed without another size, the clock being right', renamed(`甲${name.slice(1)}`), 200, { at: 100, ...whole }],
    ['made larger before the time of its copy', renamed(`${name}甲`), 50, { at: 100, ...whole }],
  ] as const)('has no copy, and nothing is offered, where it was %s', async (_, held, changedAt, copy) => {
    expect(await compared(held, changedAt, copy)).toEqual({ lost: [], uncopied: [mill.id] });
  });

  it.each([
    ['the clock was ahead when it was copied', NOW - 10, ahead],
    ['the clock was ahead when it was changed', NOW + 400, { at: 100, ...whole }],
  ] as const)('is neither lost nor without a copy where both are the same and %s', async (_, changedAt, copy) => {
    expect(await compared(mill, changedAt, copy)).toEqual({ lost: [], uncopied: [] });
  });

  it('is offered where less than half is left, though the copy is of a clock that was ahead', async () => {
    const { lost, uncopied } = await compared(without(0.9), NOW - 10, ahead);
    expect([lost.map(({ reason }) => reason), uncopied]).toEqual([['smaller'], []]);
  });

  it('offers nothing where the copies cannot be listed', async () => {
    const nothing = await compareWithMirror(
      { listMirror: () => Promise.resolve(trouble('refused')) },
      { list: () => Promise.resolve([]), read: () => Promise.resolve(null) },
      NOW,
    );
    expect(nothing).toEqual({ lost: [], uncopied: [] });
  });
});
