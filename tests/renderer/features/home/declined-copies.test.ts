import { beforeEach, describe, expect, it, vi } from 'vitest';
import { declineCopies, undeclined, wantCopiesAgain } from '#renderer/features/home/declined-copies.ts';
import type { LostEnterprise } from '#renderer/storage/lost-enterprises.ts';

const KEY = 'zhizhen-declined-copies';
const kept = new Map<string, string>();
let writes = 0;
vi.stubGlobal('localStorage', {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => {
    writes += 1;
    kept.set(key, value);
  },
});
beforeEach(() => {
  writes = 0;
  kept.clear();
});

const lost = (id: string, revision: number, reason: LostEnterprise['reason'] = 'missing'): LostEnterprise => ({
  id,
  name: '甲',
  sha256: 'a'.repeat(64),
  revision,
  at: 0,
  hasDamagedNewer: false,
  reason,
  changedAt: 0,
});
const offered = (one: LostEnterprise) => undeclined([one]).length === 1;

describe('copies that are not wanted back', () => {
  it('are those up to the revision that was declined; a later one is offered', () => {
    declineCopies([lost('ent-1', 100)]);
    expect(offered(lost('ent-1', 100))).toBe(false);
    expect(offered(lost('ent-1', 60))).toBe(false);
    expect(offered(lost('ent-1', 101))).toBe(true);
    expect(offered(lost('ent-2', 60))).toBe(true);
  });

  it('are declined in one write, however many they are', () => {
    const many = Array.from({ length: 500 }, (_, i) => lost(`ent-${i}`, i));
    declineCopies(many);
    expect(undeclined(many)).toEqual([]);
    expect(writes).toBe(1);
  });

  it('are those of an enterprise that was never changed too', () => {
    declineCopies([lost('ent-1', 0)]);
    expect(offered(lost('ent-1', 0))).toBe(false);
    expect(offered(lost('ent-2', 0))).toBe(true);
  });

  it('are offered where the database has none, though they were declined where it could not be read', () => {
    declineCopies([lost('ent-1', 100, 'damaged')]);
    expect(offered(lost('ent-1', 100, 'damaged'))).toBe(false);
    expect(offered(lost('ent-1', 101, 'damaged'))).toBe(true);
    expect(offered(lost('ent-1', 100))).toBe(true);
  });

  it('stay declined where an earlier one is declined later', () => {
    declineCopies([lost('ent-1', 100)]);
    declineCopies([lost('ent-1', 50)]);
    expect(offered(lost('ent-1', 100))).toBe(false);
  });

  it('are wanted again once the enterprise is', () => {
    declineCopies([lost('ent-1', 100)]);
    declineCopies([lost('ent-2', 100)]);
    wantCopiesAgain('ent-1');
    expect(offered(lost('ent-1', 60))).toBe(true);
    expect(offered(lost('ent-2', 60))).toBe(false);
  });

  it.each(['{', 'null', '7', '{"ent-1":"x"}', '[null]', '["ent-1"]'])('are none where %s is kept', (text) => {
    kept.set(KEY, text);
    expect(offered(lost('ent-1', 100))).toBe(true);
  });
});
