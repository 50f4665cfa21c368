import { describe, expect, it, vi } from 'vitest';
import { done } from '#electron/contract/outcomes.ts';
import { compareCopies } from '#renderer/app/compare-copies.ts';
import { RestoreOffer } from '#renderer/storage/restore-offer.ts';

vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined });

const entry = {
  id: 'ent-1',
  name: '甲',
  newest: [{ sha256: 'a'.repeat(64), revision: 3, bytes: 1, at: 0 }],
  damaged: 0,
};

/** Database and host are faked; tests/e2e/backup.test.ts has the real ones. */
function started(list: () => Promise<[]>) {
  const restoreOffer = new RestoreOffer({} as ConstructorParameters<typeof RestoreOffer>[0]);
  const showOffer = vi.fn();
  const sweep = vi.fn(() => Promise.reject(new Error('no sweep')));
  const parts = {
    desktop: { listMirror: () => Promise.resolve(done({ entries: [entry], unreadable: [] })) },
    store: { list, scoreOutdated: () => Promise.resolve() },
    mirror: {},
    restoreOffer,
    evidenceSweep: { start: sweep },
    showOffer,
  } as unknown as Parameters<typeof compareCopies>[0];
  return { restoreOffer, showOffer, sweep, start: () => compareCopies(parts) };
}

describe('the start of the program', () => {
  it('shows the offer where the database has nothing of what the copies hold, and lives through a sweep that fails', async () => {
    const { start, restoreOffer, showOffer, sweep } = started(() => Promise.resolve([]));
    await start();
    expect(restoreOffer.state()).toMatchObject({ isCompared: true, lost: [{ id: 'ent-1' }], failure: null });
    expect(showOffer).toHaveBeenCalledOnce();
    expect(sweep).toHaveBeenCalledOnce();
  });

  it('waits for no comparison that cannot be made: it says why, and sweeps nothing', async () => {
    const failure = new Error('UnknownError');
    const { start, restoreOffer, showOffer, sweep } = started(() => Promise.reject(failure));
    await start();
    expect(restoreOffer.state()).toMatchObject({ isCompared: true, lost: [], failure });
    expect(showOffer).not.toHaveBeenCalled();
    expect(sweep).not.toHaveBeenCalled();
  });
});
