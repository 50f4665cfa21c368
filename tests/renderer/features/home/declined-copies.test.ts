import { beforeEach, describe, expect, it, vi } from 'vitest';
import { declinable, declineCopies, undeclined } from '#renderer/features/home/declined-copies.ts';
import type { LostEnterprise } from '#renderer/storage/lost-enterprises.ts';

const KEY = 'zhizhen-declined-copies';
const kept = new Map<string, string>();
vi.stubGlobal('localStorage', {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => kept.set(key, value),
});
beforeEach(() => kept.clear());

const lost = (id: string, at: number, reason: LostEnterprise['reason'] = 'missing'): LostEnterprise => ({
  id,
  name: '甲',
  at,
  hasDamagedNewer: false,
  reason,
  changedAt: 0,
});
const offered = (one: LostEnterprise) => undeclined([one]).length === 1;

describe('copies that are not wanted back', () => {
  it('are those up to the moment of declining; a later one is offered', () => {
    declineCopies(['ent-1'], 100);
    expect(offered(lost('ent-1', 100))).toBe(false);
    expect(offered(lost('ent-1', 60))).toBe(false);
    expect(offered(lost('ent-1', 101))).toBe(true);
    expect(offered(lost('ent-2', 60))).toBe(true);
  });

  it('are offered where the database has none, though they were declined where it held less', () => {
    declineCopies([declinable(lost('ent-1', 100, 'smaller'))], 100);
    expect(offered(lost('ent-1', 100, 'smaller'))).toBe(false);
    expect(offered(lost('ent-1', 101, 'smaller'))).toBe(true);
    expect(offered(lost('ent-1', 100))).toBe(true);
  });

  it('stay declined where an earlier moment is declined later', () => {
    declineCopies(['ent-1'], 100);
    declineCopies(['ent-1', 'ent-2'], 50);
    expect(offered(lost('ent-1', 100))).toBe(false);
    expect(offered(lost('ent-2', 60))).toBe(true);
  });

  it('are declined until now where no moment is said', () => {
    declineCopies(['ent-1']);
    expect(offered(lost('ent-1', Date.now() - 1000))).toBe(false);
    expect(offered(lost('ent-1', Date.now() + 60_000))).toBe(true);
  });

  it('are read as they were kept before, an id without a moment as declined when it is first read', () => {
    kept.set(KEY, JSON.stringify(['ent-1', 'ent-2@100']));
    expect(offered(lost('ent-1', Date.now() - 1000))).toBe(false);
    expect(offered(lost('ent-2', 100, 'smaller'))).toBe(false);
    expect(offered(lost('ent-2', 101, 'smaller'))).toBe(true);
    vi.setSystemTime(Date.now() + 3600_000);
    expect(offered(lost('ent-1', Date.now() - 1000))).toBe(true);
    vi.useRealTimers();
  });

  it.each(['{', 'null', '7', '{"ent-1":"x"}', '[null]'])('are none where %s is kept', (text) => {
    kept.set(KEY, text);
    expect(offered(lost('ent-1', 100))).toBe(true);
  });
});
