import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Dossier } from '#assessments/schema/dossier.ts';
import { done, trouble, type Outcome } from '#electron/contract/outcomes.ts';
import { Mirror } from '#renderer/storage/mirror.ts';
import { demoMills } from '#tests/support/demo-mills.ts';

const mill = demoMills()[0]?.dossier as Dossier;

/** Database and host are faked here: what they do when they fail is the matter. tests/e2e/backup.test.ts has the real ones. */
function mirrorOver(
  reads: readonly ('fails' | 'reads')[],
  answers: readonly Outcome<{ at: number }>[],
  isWritten: () => Promise<void> = () => Promise.resolve(),
) {
  const copied: string[] = [];
  const called: string[] = [];
  const names: string[] = [];
  let read = 0;
  const mirror = new Mirror(
    {
      mirrorDossier: async ({ id, dossier }) => {
        names.push((JSON.parse(dossier) as Dossier).enterprise.name);
        const answer = answers[copied.push(id) - 1] ?? done({ at: copied.length });
        await isWritten();
        called.push(`copied ${id}`);
        return answer;
      },
      forgetMirror: ({ id }) => {
        called.push(`forgot ${id}`);
        return Promise.resolve(done(null));
      },
    },
    { read: () => (reads[read++] === 'fails' ? Promise.reject(new Error('closed')) : Promise.resolve(mill)) },
  );
  return { mirror, copied, called, names };
}

/** Something that is under way until it is let go. */
function held() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve: () => resolve() };
}

describe('the copies outside the database', () => {
  it('are tried again after the database could not be read', async () => {
    const { mirror, copied } = mirrorOver(['fails', 'reads'], []);
    mirror.changed('ent-1');
    await mirror.flush();
    expect(mirror.state()).toEqual({ kind: 'failed', trouble: 'failed' });
    await mirror.flush();
    expect(copied).toEqual(['ent-1']);
    expect(mirror.state()).toEqual({ kind: 'mirrored', at: 1 });
  });

  it('say why they could not be written, and are tried again with all that waits', async () => {
    const { mirror, copied } = mirrorOver([], [trouble('disk-full')]);
    mirror.changed('ent-1');
    mirror.changed('ent-2');
    await mirror.flush();
    expect(mirror.state()).toEqual({ kind: 'failed', trouble: 'disk-full' });
    await mirror.flush();
    expect(copied).toEqual(['ent-1', 'ent-2', 'ent-1']);
    expect(mirror.state()).toEqual({ kind: 'mirrored', at: 3 });
  });

  it('of one enterprise that fails hold up no other, and the failure stays said', async () => {
    const { mirror, copied } = mirrorOver([], [trouble('refused')]);
    mirror.changed('ent-1');
    mirror.changed('ent-2');
    await mirror.flush();
    expect(copied).toEqual(['ent-1', 'ent-2']);
    expect(mirror.state()).toEqual({ kind: 'failed', trouble: 'refused' });
  });

  it('are forgotten after the one that is on its way, and never written again', async () => {
    const writing = held();
    const { mirror, copied, called } = mirrorOver([], [], () => writing.promise);
    mirror.changed('ent-1');
    const flushed = mirror.flush();
    await expect.poll(() => copied).toEqual(['ent-1']);
    mirror.changed('ent-1');
    const forgotten = mirror.forget('ent-1');
    writing.resolve();
    await Promise.all([forgotten, flushed]);
    await mirror.flush();
    expect(called).toEqual(['copied ent-1', 'forgot ent-1']);
  });

  describe('by the clock', () => {
    afterEach(() => {
      vi.useRealTimers();
    });
    const begun = (answers: readonly Outcome<{ at: number }>[] = []) => {
      vi.useFakeTimers();
      return mirrorOver([], answers);
    };

    it('come four seconds after the last change', async () => {
      const { mirror, copied } = begun();
      mirror.changed('ent-1');
      await vi.advanceTimersByTimeAsync(3000);
      mirror.changed('ent-1');
      await vi.advanceTimersByTimeAsync(3900);
      expect(copied).toEqual([]);
      await vi.advanceTimersByTimeAsync(100);
      expect(copied).toEqual(['ent-1']);
      await vi.advanceTimersByTimeAsync(60_000);
      expect(copied).toEqual(['ent-1']);
    });

    it('come every ten seconds at the latest while changes go on', async () => {
      const { mirror, copied } = begun();
      for (let second = 0; second < 75; second += 3) {
        mirror.changed('ent-1');
        await vi.advanceTimersByTimeAsync(3000);
      }
      expect(copied.length).toBeGreaterThanOrEqual(6);
    });

    it('that failed are tried again without a change', async () => {
      const { mirror, copied } = begun([trouble('disk-full')]);
      mirror.changed('ent-1');
      await vi.advanceTimersByTimeAsync(4000);
      expect(copied).toEqual(['ent-1']);
      await vi.advanceTimersByTimeAsync(15_000);
      expect(copied).toEqual(['ent-1', 'ent-1']);
      expect(mirror.state()).toEqual({ kind: 'mirrored', at: 2 });
    });
  });

  describe('of a state that the database may not hold', () => {
    const state = (name: string): Dossier => ({ ...mill, enterprise: { ...mill.enterprise, name } });

    it('are made at once, without the database, and known to hold it', async () => {
      const { mirror, names } = mirrorOver(['fails'], []);
      const unwritten = state('甲');
      expect(mirror.holds(unwritten)).toBe(false);
      mirror.keep(unwritten);
      await mirror.flush();
      expect(names).toEqual(['甲']);
      expect(mirror.holds(unwritten)).toBe(true);
      expect(mirror.holds(state('甲'))).toBe(false);
    });

    it('are tried again with the newest state', async () => {
      const { mirror, names } = mirrorOver([], [trouble('disk-full'), trouble('disk-full')]);
      mirror.keep(state('甲'));
      await mirror.flush();
      mirror.keep(state('乙'));
      await mirror.flush();
      expect(names).toEqual(['甲', '甲', '乙']);
      expect(mirror.state()).toMatchObject({ kind: 'mirrored' });
    });

    it('are not put back in the place of a newer one that came while they failed', async () => {
      const writing = held();
      const { mirror, names } = mirrorOver([], [trouble('disk-full')], () => writing.promise);
      const newer = state('乙');
      mirror.keep(state('甲'));
      await expect.poll(() => names).toEqual(['甲']);
      mirror.keep(newer);
      writing.resolve();
      await mirror.flush();
      await mirror.flush();
      expect(names.at(-1)).toBe('乙');
      expect(mirror.holds(newer)).toBe(true);
    });

    it('hold nothing more once the database was written', async () => {
      const { mirror } = mirrorOver([], []);
      const unwritten = state('甲');
      mirror.keep(unwritten);
      await mirror.flush();
      mirror.changed(unwritten.id);
      expect(mirror.holds(unwritten)).toBe(false);
      await mirror.flush();
    });
  });
});
