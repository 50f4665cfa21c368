import { describe, expect, it } from 'vitest';
import type { Dossier } from '#assessments/schema/dossier.ts';
import { done, trouble } from '#electron/contract/outcomes.ts';
import type { EnterpriseRow, EnterpriseRows, SetAsideRow } from '#renderer/storage/database.ts';
import type { LostEnterprise } from '#renderer/storage/lost-enterprises.ts';
import { mirrorText } from '#renderer/storage/mirror-text.ts';
import { RestoreOffer } from '#renderer/storage/restore-offer.ts';
import { demoMills } from '#tests/support/demo-mills.ts';

const [mill, other] = demoMills().map(({ dossier }) => dossier) as [Dossier, Dossier];
const named = (dossier: Dossier, name: string): Dossier => ({
  ...dossier,
  enterprise: { ...dossier.enterprise, name },
});
const lostAs = ({ id, enterprise }: Dossier, changedAt = 0): LostEnterprise => ({
  id,
  name: enterprise.name,
  at: 100,
  hasDamagedNewer: false,
  reason: changedAt === 0 ? 'missing' : 'smaller',
  changedAt,
});

/** Database, host and locks are faked: what is written over what is the matter. tests/e2e/backup.test.ts has the real ones. */
function offered(lost: readonly LostEnterprise[], held: readonly Dossier[] = []) {
  let moment = 200;
  const rows = new Map<string, { dossier: Dossier; changedAt: number }>();
  for (const dossier of held) rows.set(dossier.id, { dossier, changedAt: 50 });
  const write = (dossier: Dossier) => rows.set(dossier.id, { dossier, changedAt: (moment += 1) });
  const copies = new Map([mill, other].map((dossier) => [dossier.id as string, mirrorText(dossier)]));
  const open = new Set<string>();
  const locked = new Set<string>();
  const setAside = ({ id }: Dossier): SetAsideRow[] => {
    const row = rows.get(id);
    const enterprise = { id, base: row?.dossier } as unknown as EnterpriseRow;
    return row === undefined ? [] : [{ enterpriseId: id, at: 0, enterprise, diagnoses: [], answers: [] }];
  };
  const offer = new RestoreOffer({
    desktop: {
      readMirror: ({ id }) => {
        const copy = copies.get(id);
        return Promise.resolve(copy === undefined ? trouble('damaged') : done(copy));
      },
    },
    store: {
      read: (id) => Promise.resolve(rows.get(id)?.dossier ?? null),
      changedAt: (id) => Promise.resolve(rows.get(id)?.changedAt ?? 0),
      restoreAll: (dossiers) => {
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
    },
    lock: (id) => {
      if (open.has(id)) return Promise.resolve({ mine: false, release: () => undefined });
      locked.add(id);
      return Promise.resolve({ mine: true, release: () => locked.delete(id) });
    },
  });
  offer.offer(lost);
  const nameOf = ({ id }: Dossier) => rows.get(id)?.dossier.enterprise.name;
  return { offer, write, open, locked, copies, nameOf };
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
