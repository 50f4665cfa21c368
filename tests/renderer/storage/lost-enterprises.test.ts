import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Dossier } from '#assessments/schema/dossier.ts';
import type { MirrorCopy, UnreadableCopies } from '#electron/contract/desktop-api.ts';
import { done, trouble } from '#electron/contract/outcomes.ts';
import type { EnterpriseRow, EnterpriseSummary } from '#renderer/storage/database.ts';
import { compareWithMirror } from '#renderer/storage/lost-enterprises.ts';
import { summaryOf } from '#renderer/storage/summary.ts';
import { mirrorText } from '#renderer/storage/mirror-text.ts';
import { demoMills } from '#tests/support/demo-mills.ts';

const demo = demoMills()[0]?.dossier ?? expect.fail('no demo mill');
const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const at = (revision: number, dossier: Dossier = demo): Dossier => ({ ...dossier, revision });
const without = (part: number): Dossier => ({
  ...demo,
  diagnoses: demo.diagnoses.map((diagnosis) => ({
    ...diagnosis,
    answers: Object.fromEntries(
      Object.entries(diagnosis.answers).slice(Math.floor(part * Object.keys(diagnosis.answers).length)),
    ),
  })),
});
const named = (name: string): Dossier => ({ ...demo, enterprise: { ...demo.enterprise, name } });
const { name } = demo.enterprise;
const copyOf = (dossier: Dossier): MirrorCopy => ({
  sha256: hash(mirrorText(dossier)),
  revision: dossier.revision ?? 0,
  bytes: Buffer.byteLength(mirrorText(dossier)),
  at: 100,
});

interface Mirrored {
  readonly copies?: readonly Dossier[];
  readonly damaged?: number;
  readonly unreadable?: readonly UnreadableCopies[];
  readonly isUnread?: boolean;
  /** As it was counted when the row was written. */
  readonly summary?: EnterpriseSummary | null;
}

/** Database and host are faked: what they hold is the matter. tests/e2e/backup.test.ts has the real ones. */
function compared(held: Dossier | null | 'unreadable', { copies = [], damaged = 0, ...mirrored }: Mirrored) {
  const row = { id: demo.id, changedAt: 50, summary: mirrored.summary ?? null };
  const rows = held === null ? [] : [row as unknown as EnterpriseRow];
  const entries = copies.length === 0 ? [] : [{ id: demo.id, name: '甲', newest: copies.map(copyOf), damaged }];
  return compareWithMirror(
    {
      listMirror: () => Promise.resolve(done({ entries, unreadable: mirrored.unreadable ?? [] })),
      readMirror: ({ sha256 }) => {
        const copy = copies.find((one) => copyOf(one).sha256 === sha256);
        return Promise.resolve(
          copy === undefined || mirrored.isUnread === true ? trouble('busy') : done(mirrorText(copy)),
        );
      },
    },
    {
      list: () => Promise.resolve(rows),
      read: () => (held === 'unreadable' ? Promise.reject(new Error('rows')) : Promise.resolve(held)),
    },
  );
}

describe('the database against its copies', () => {
  it.each([
    ['has none of it', null, [at(7)], 'missing', []],
    ['went back, and is shorter', at(6, without(0.1)), [at(7)], 'older', [demo.id]],
    ['went back, and is longer', at(6, named(`${name}${name}`)), [at(7)], 'older', [demo.id]],
    ['went back, and is as long', at(6), [at(7)], 'older', [demo.id]],
    ['went back to before anything was counted', demo, [at(1)], 'older', [demo.id]],
    ['lost some of the same revision', at(7, without(0.1)), [at(7)], 'smaller', [demo.id]],
    ['holds something else of the same revision', at(7, named('乙')), [at(7)], 'forked', [demo.id]],
    ['holds one of two states of the same revision', at(7), [at(7), at(7, named('乙'))], 'forked', [demo.id]],
    ['cannot be read', 'unreadable', [at(7)], 'damaged', []],
    ['holds what no dossier is', { id: demo.id, diagnoses: [] } as unknown as Dossier, [at(7)], 'damaged', []],
    [
      'holds what no dossier is, of a later revision',
      { id: demo.id, revision: 9, diagnoses: [] } as unknown as Dossier,
      [at(7)],
      'damaged',
      [],
    ],
  ] as const)('offers the copy where it %s', async (_, held, copies, reason, uncopied) => {
    const comparison = await compared(held, { copies });
    expect(comparison.lost).toMatchObject([
      { id: demo.id, name: '甲', revision: copies[0].revision, at: 100, hasDamagedNewer: false, reason },
    ]);
    expect(comparison.lost[0]?.changedAt).toBe(held === null ? 0 : 50);
    expect(comparison.uncopied).toEqual(uncopied);
    expect(comparison.isEmpty).toBe(held === null);
  });

  it('offers the copy that the database does not hold, of two of one revision', async () => {
    const theirs = at(7, named('乙'));
    for (const copies of [
      [at(7), theirs],
      [theirs, at(7)],
    ])
      expect((await compared(at(7), { copies })).lost).toMatchObject([{ sha256: copyOf(theirs).sha256 }]);
  });

  it('says of a copy that later ones are damaged', async () => {
    const lostWith = async (damaged: number) =>
      (await compared(null, { copies: [at(7)], damaged })).lost.map((one) => one.hasDamagedNewer);
    expect([await lostWith(0), await lostWith(2)]).toEqual([[false], [true]]);
  });

  it.each([
    ['both are the same', at(7), [at(7)], []],
    ['neither was ever changed', demo, [demo], []],
    ['both say the same in another order', { ...at(7), facts: reversed(demo.facts) }, [at(7)], []],
    ['a change came after the copy', at(8, without(0.1)), [at(7)], [demo.id]],
    ['a change that took nearly all came after the copy', at(8, without(0.95)), [at(7)], [demo.id]],
    ['it holds more of the same revision', at(7), [at(7, without(0.1))], [demo.id]],
    ['there is no copy yet', at(7), [], [demo.id]],
  ] as const)('offers nothing where %s, and says what has no copy', async (_, held, copies, uncopied) => {
    expect(await compared(held, { copies })).toMatchObject({ lost: [], uncopied, isEmpty: false });
  });

  it('offers the copy where answers are gone that were counted in a later revision, and not where they were taken out', async () => {
    const [before, after] = [summaryOf(demo, '2026-11-24'), summaryOf(without(0.1), '2026-11-24')];
    const left = at(8, without(0.1));
    expect((await compared(left, { copies: [at(7)], summary: before })).lost).toMatchObject([{ reason: 'smaller' }]);
    expect((await compared(left, { copies: [at(7)], summary: after })).lost).toEqual([]);
  });

  it('copies what it holds where a copy of the same revision cannot be read to be compared', async () => {
    const comparison = await compared(at(7, named('乙')), { copies: [at(7)], isUnread: true });
    expect(comparison).toMatchObject({ lost: [], uncopied: [demo.id] });
  });

  it('says which copies cannot be read, and whether the enterprise is here', async () => {
    const copies = { name: '', folder: '/f', copies: 3, at: 5 };
    const unreadable = [
      { ...copies, mill: hash(demo.id).slice(0, 16) },
      { ...copies, mill: '0'.repeat(16) },
    ];
    expect((await compared(at(7), { unreadable })).unreadable.map(({ isHeld }) => isHeld)).toEqual([true, false]);
    expect((await compared(null, { unreadable })).unreadable.map(({ isHeld }) => isHeld)).toEqual([false, false]);
  });

  it('offers nothing where the copies cannot be listed', async () => {
    const nothing = await compareWithMirror(
      { listMirror: () => Promise.resolve(trouble('busy')), readMirror: () => Promise.resolve(trouble('busy')) },
      { list: () => Promise.resolve([]), read: () => Promise.resolve(null) },
    );
    expect(nothing).toEqual({ lost: [], uncopied: [], isEmpty: true, unreadable: [] });
  });
});

function reversed<Value>(record: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).reverse());
}
