import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Dossier } from '#assessments/schema/dossier.ts';
import { done, trouble, type Trouble } from '#electron/contract/outcomes.ts';
import type { EnterpriseRow, EnterpriseRows, SetAsideRow } from '#renderer/storage/database.ts';
import type { LostEnterprise } from '#renderer/storage/lost-enterprises.ts';
import { mirrorText } from '#renderer/storage/mirror-text.ts';
import { RestoreOffer } from '#renderer/storage/restore-offer.ts';
import { demoMills } from '#tests/support/demo-mills.ts';
import { dossierJson } from '#tests/support/dossiers.ts';

const [mill, other] = demoMills().map(({ dossier }) => dossier) as [Dossier, Dossier];
const named = (dossier: Dossier, name: string): Dossier => ({
  ...dossier,
  enterprise: { ...dossier.enterprise, name },
});
const lostAs = ({ id, enterprise }: Dossier, changedAt = 0): LostEnterprise => ({
  id,
  name: enterprise.name,
  sha256: 'a'.repeat(64),
  revision: 7,
  at: 100,
  hasDamagedNewer: false,
  reason: changedAt === 0 ? 'missing' : 'older',
  changedAt,
});

/** Database, host and locks are faked: what is written over what is the matter. tests/e2e/backup.test.ts has the real ones. */
function offered(lost: readonly LostEnterprise[], held: readonly Dossier[] = []) {
  let moment = 200;
  const rows = new Map<string, { dossier: Dossier; changedAt: number }>();
  for (const dossier of held) rows.set(dossier.id, { dossier, changedAt: 50 });
  const write = (dossier: Dossier) => rows.set(dossier.id, { dossier, changedAt: (moment += 1) });
  const transactions: number[] = [];
  const fullAt = { id: '' };
  const copies = new Map([mill, other].map((dossier) => [dossier.id as string, mirrorText(dossier)]));
  const outranked: string[] = [];
  const troubles = new Map<string, Trouble[]>();
  const reading = { now: 0, most: 0 };
  const open = new Set<string>();
  const locked = new Set<string>();
  const setAside = ({ id }: Dossier): SetAsideRow[] => {
    const row = rows.get(id);
    const enterprise = { id, base: row?.dossier } as unknown as EnterpriseRow;
    return row === undefined ? [] : [{ enterpriseId: id, at: 0, enterprise, diagnoses: [], answers: [] }];
  };
  const offer = new RestoreOffer({
    desktop: {
      readMirror: async ({ id }) => {
        reading.now += 1;
        reading.most = Math.max(reading.most, reading.now);
        await nextTurn();
        reading.now -= 1;
        const reason = troubles.get(id)?.shift();
        if (reason !== undefined) return trouble(reason);
        const copy = copies.get(id);
        return copy === undefined ? trouble('damaged') : done(copy);
      },
    },
    store: {
      read: (id) => Promise.resolve(rows.get(id)?.dossier ?? null),
      changedAt: (id) => Promise.resolve(rows.get(id)?.changedAt ?? 0),
      restoreAll: (dossiers) => {
        if (dossiers.some(({ id }) => id === fullAt.id)) return Promise.reject(new Error('QuotaExceededError'));
        transactions.push(dossiers.length);
        const before = dossiers.flatMap(setAside);
        for (const dossier of dossiers) expect(locked.has(dossier.id)).toBe(true);
        dossiers.forEach(write);
        return Promise.resolve(before);
      },
      putBack: (before: readonly EnterpriseRows[]) => {
        for (const { enterprise } of before) {
          expect(locked.has(enterprise.id)).toBe(true);
          write(enterprise.base as Dossier);
        }
        return Promise.resolve();
      },
      outrank: (others) => {
        for (const { id } of others) {
          expect(locked.has(id)).toBe(true);
          outranked.push(id);
        }
        return Promise.resolve();
      },
    },
    pauses: [0, 0],
    lock: (id) => {
      if (open.has(id)) return Promise.resolve({ mine: false, release: () => undefined });
      locked.add(id);
      return Promise.resolve({ mine: true, release: () => locked.delete(id) });
    },
  });
  offer.offer({ lost, unreadable: [] });
  const nameOf = ({ id }: Dossier) => rows.get(id)?.dossier.enterprise.name;
  return { offer, write, open, locked, copies, nameOf, rows, outranked, troubles, reading, transactions, fullAt };
}

describe('the offer to restore', () => {
  it('is over once it was accepted', async () => {
    const { offer, locked, nameOf } = offered([lostAs(mill), lostAs(other)]);
    await offer.accept();
    expect(offer.state()).toMatchObject({ lost: [], result: { restored: 2, changed: [], replaced: [] } });
    expect(nameOf(mill)).toBe(mill.enterprise.name);
    expect(locked.size).toBe(0);
  });

  it('does not write over what was written since it was made, and says so', async () => {
    const { offer, write, nameOf } = offered([lostAs(mill), lostAs(other, 50)], [named(other, '少了')]);
    write(named(mill, '另一个窗口恢复并改名'));
    write(named(other, '后来改了'));
    await offer.accept();
    expect(nameOf(mill)).toBe('另一个窗口恢复并改名');
    expect(nameOf(other)).toBe('后来改了');
    expect(offer.state()).toMatchObject({
      lost: [],
      result: { restored: 0, changed: [{ id: mill.id }, { id: other.id }] },
    });
  });

  it('leaves alone what is open elsewhere, and offers it still', async () => {
    const { offer, open, locked, nameOf } = offered([lostAs(mill), lostAs(other)]);
    open.add(mill.id);
    await offer.accept();
    expect(nameOf(mill)).toBeUndefined();
    expect(offer.state()).toMatchObject({
      lost: [{ id: mill.id }],
      result: { restored: 1, openElsewhere: [{ id: mill.id }] },
    });
    open.clear();
    await offer.accept();
    expect(offer.state()).toMatchObject({ lost: [], result: { restored: 2, openElsewhere: [] } });
    expect(locked.size).toBe(0);
  });

  it('stays for what cannot be read', async () => {
    const { offer, copies } = offered([lostAs(mill), lostAs(other)]);
    copies.delete(other.id);
    await offer.accept();
    expect(offer.state()).toMatchObject({
      lost: [{ id: other.id }],
      result: { restored: 1, unreadable: [{ id: other.id }] },
    });
  });

  it('is made again when it was undone', async () => {
    const { offer, nameOf } = offered([lostAs(mill, 50)], [named(mill, '少了')]);
    await offer.accept();
    expect(nameOf(mill)).toBe(mill.enterprise.name);
    await offer.undo();
    expect(nameOf(mill)).toBe('少了');
    expect(offer.state()).toMatchObject({ lost: [{ id: mill.id }], result: null });
    await offer.accept();
    expect(nameOf(mill)).toBe(mill.enterprise.name);
  });

  it('does not undo over later work, nor over what is open elsewhere', async () => {
    const held = [named(mill, '少了'), named(other, '少了')];
    const { offer, write, open, nameOf } = offered([lostAs(mill, 50), lostAs(other, 50)], held);
    await offer.accept();
    write(named(mill, '恢复后改名'));
    open.add(other.id);
    await offer.undo();
    expect(nameOf(mill)).toBe('恢复后改名');
    expect(nameOf(other)).toBe(other.enterprise.name);
    expect(offer.state()).toMatchObject({
      lost: [],
      result: {
        restored: 2,
        changed: [{ id: mill.id }],
        openElsewhere: [{ id: other.id }],
        replaced: [{ id: other.id }],
      },
    });
  });
});

/** Many mills that are lost, with a copy of each. */
function manyOffered(count: number) {
  const mills = Array.from({ length: count }, (_, i) => Dossier.parse(dossierJson({ id: `ent-${i}` })));
  const all = offered(mills.map((dossier) => lostAs(dossier)));
  for (const dossier of mills) all.copies.set(dossier.id, mirrorText(dossier));
  return { ...all, mills };
}

describe('the offer to restore many', () => {
  it('brings all back, few at once, in transactions of at most fifty, and says how far it is', async () => {
    const { offer, rows, reading, transactions } = manyOffered(120);
    const said: unknown[] = [];
    offer.subscribe(() => said.push(offer.state().progress?.done));
    await offer.accept();
    expect(offer.state()).toMatchObject({ lost: [], progress: null, result: { restored: 120, notYet: [] } });
    expect(rows.size).toBe(120);
    expect(transactions).toEqual([50, 50, 20]);
    expect(reading.most).toBeLessThanOrEqual(8);
    expect(said).toEqual(expect.arrayContaining([0, 50, 100, undefined]));
  });

  it.each(['busy', 'failed', 'refused'] as const)(
    'tries again what is %s, and calls nothing damaged',
    async (reason) => {
      const { offer, troubles } = manyOffered(60);
      troubles.set('ent-3', [reason, reason]);
      troubles.set('ent-55', [reason, reason, reason]);
      await offer.accept();
      expect(offer.state()).toMatchObject({
        lost: [{ id: 'ent-55' }],
        result: { restored: 59, unreadable: [], notYet: [{ id: 'ent-55' }] },
      });
      await offer.accept();
      expect(offer.state()).toMatchObject({ lost: [], result: { restored: 60, notYet: [] } });
    },
  );

  it('does not try again what is damaged or gone', async () => {
    const { offer, troubles } = manyOffered(3);
    troubles.set('ent-1', ['damaged', 'busy']);
    troubles.set('ent-2', ['not-found', 'busy']);
    await offer.accept();
    expect(offer.state().result).toMatchObject({
      restored: 1,
      notYet: [],
      unreadable: [{ id: 'ent-1' }, { id: 'ent-2' }],
    });
  });

  it('ends where nothing can be had any more, and goes on when asked again', async () => {
    const { offer, troubles, rows, mills } = manyOffered(170);
    for (const { id } of mills.slice(50)) troubles.set(id, ['refused', 'refused', 'refused']);
    await offer.accept();
    expect(rows.size).toBe(50);
    expect(offer.state().lost).toHaveLength(120);
    expect(offer.state().result).toMatchObject({ restored: 50, unreadable: [] });
    expect(troubles.get('ent-160')).toHaveLength(3);
    troubles.clear();
    await offer.accept();
    expect(offer.state()).toMatchObject({ lost: [], result: { restored: 170, notYet: [] } });
  });

  it('keeps what was brought back where the database takes no more, and offers the rest', async () => {
    const { offer, rows, fullAt } = manyOffered(120);
    fullAt.id = 'ent-70';
    await expect(offer.accept()).rejects.toThrow('QuotaExceededError');
    expect(rows.size).toBe(50);
    expect(offer.state()).toMatchObject({ progress: null, result: { restored: 50 } });
    expect(offer.state().lost).toHaveLength(70);
    fullAt.id = '';
    await offer.accept();
    expect(offer.state()).toMatchObject({ lost: [], result: { restored: 120 } });
  });

  it('ends after the batch in which it is stopped, and goes on when asked again', async () => {
    const { offer, rows } = manyOffered(120);
    const accepted = offer.accept();
    offer.stop();
    await accepted;
    expect(rows.size).toBe(50);
    expect(offer.state().lost).toHaveLength(70);
    await offer.accept();
    expect(rows.size).toBe(120);
  });

  it('puts many back in batches too', async () => {
    const mills = Array.from({ length: 60 }, (_, i) => Dossier.parse(dossierJson({ id: `ent-${i}` })));
    const held = mills.map((dossier) => named(dossier, '旧'));
    const { offer, copies, rows } = offered(
      mills.map((dossier) => lostAs(dossier, 50)),
      held,
    );
    for (const dossier of mills) copies.set(dossier.id, mirrorText(dossier));
    await offer.accept();
    await offer.undo();
    expect([...rows.values()].every(({ dossier }) => dossier.enterprise.name === '旧')).toBe(true);
    expect(offer.state()).toMatchObject({ result: null, progress: null });
    expect(offer.state().lost).toHaveLength(60);
  });
});

describe('what the database holds beside another state', () => {
  const forked = (dossier: Dossier): LostEnterprise => ({ ...lostAs(dossier, 50), reason: 'forked' });

  it('is not replaced by a click that restores all', async () => {
    const { offer, nameOf } = offered([forked(mill), lostAs(other)], [named(mill, '本机')]);
    await offer.accept();
    expect(nameOf(mill)).toBe('本机');
    expect(offer.state()).toMatchObject({ lost: [{ id: mill.id }], result: { restored: 1 } });
  });

  it('goes before the copies once these are declined, but for what was changed or is open elsewhere', async () => {
    const { offer, open, outranked } = offered([forked(mill), lostAs(other, 50)], [mill, other]);
    open.add(other.id);
    await offer.decline();
    expect(outranked).toEqual([mill.id]);
    expect(offer.state().lost).toEqual([]);
    const again = offered([forked(mill)], [mill]);
    again.write(named(mill, '后来改了'));
    await again.offer.decline();
    expect(again.outranked).toEqual([]);
  });
});
