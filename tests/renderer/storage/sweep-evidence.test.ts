import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DesktopApi } from '#electron/contract/desktop-api.ts';
import { done, trouble } from '#electron/contract/outcomes.ts';
import { EvidenceSweep } from '#renderer/storage/sweep-evidence.ts';
import { enterpriseRow } from '#tests/support/enterprise-rows.ts';

const DAY = 24 * 3600 * 1000;
const START = 100 * DAY;

/** Database and host are faked: what is asked of the host, and what the user is told. tests/e2e/evidence.test.ts has the real ones. */
describe('the weekly sweep of evidence', () => {
  let at: number;
  let offering: boolean;
  let outcome: Awaited<ReturnType<DesktopApi['sweepEvidence']>>;
  let asked: Parameters<DesktopApi['sweepEvidence']>[0][];
  /** Files in the bin by the day on which they came. */
  let binned: Readonly<Record<string, number>>;
  const started = () =>
    new EvidenceSweep({
      desktop: {
        sweepEvidence: (request) => {
          asked.push(request);
          return Promise.resolve(outcome);
        },
        listEvidenceBin: () => {
          const days = Object.entries(binned).map(([cameOn, files]) => ({
            cameOn,
            files,
            bytes: 1,
            staysUntil: cameOn,
          }));
          return Promise.resolve(done({ folder: '', days }));
        },
      },
      store: {
        evidenceNamed: () => Promise.resolve(['a'.repeat(64)]),
        list: () => Promise.resolve(['ent-1', 'ent-2'].map((id) => enterpriseRow({}, { id }))),
      },
      begun: () => Promise.resolve(42),
      isOffering: () => offering,
      now: () => at,
    });

  beforeEach(() => {
    const kept = new Map<string, string>();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, text: string) => void kept.set(key, text),
      removeItem: (key: string) => void kept.delete(key),
    });
    [at, offering, asked, outcome, binned] = [START, false, [], done({ moved: 0, deleted: 0 }), {}];
  });
  afterEach(() => vi.unstubAllGlobals());

  it('tells the host what the database names, of which enterprises, and since when', async () => {
    await started().start();
    expect(asked).toEqual([{ referenced: ['a'.repeat(64)], enterprises: ['ent-1', 'ent-2'], since: 42 }]);
  });

  it('is not made twice within a week, nor after the clock was set back by less', async () => {
    for (const moment of [START, START + 6 * DAY, START - 6 * DAY]) {
      at = moment;
      await started().start();
    }
    expect(asked).toHaveLength(1);
    at = START + 7 * DAY;
    await started().start();
    expect(asked).toHaveLength(2);
  });

  it('is tried again at the next start where it was refused, and says why', async () => {
    outcome = trouble('copies-incomplete');
    const sweep = started();
    await sweep.start();
    expect(sweep.state()).toEqual({ unsaid: null, waitsFor: 'copies-incomplete' });
    await started().start();
    expect(asked).toHaveLength(2);
  });

  it('no longer says why it was refused once it was made', async () => {
    outcome = trouble('copies-incomplete');
    const sweep = started();
    await sweep.start();
    outcome = done({ moved: 0, deleted: 0 });
    await sweep.start();
    expect(sweep.state().waitsFor).toBeNull();
  });

  it('is not made while there is something to restore', async () => {
    offering = true;
    const sweep = started();
    await sweep.start();
    expect(asked).toEqual([]);
    expect(sweep.state().waitsFor).toBe('restore-offer');
  });

  it('is told once, across starts, until it was read', async () => {
    outcome = done({ moved: 3, deleted: 1 });
    binned = { '2026-03-01': 3 };
    const sweep = started();
    let told = 0;
    sweep.subscribe(() => (told += 1));
    await sweep.start();
    expect(told).toBe(1);
    expect(sweep.state().unsaid).toEqual({ moved: 3, deleted: 1 });
    at += 7 * DAY;
    outcome = done({ moved: 2, deleted: 1 });
    binned = { '2026-03-01': 3, '2026-03-08': 2 };
    const next = started();
    await next.start();
    expect(next.state().unsaid).toEqual({ moved: 5, deleted: 2 });
    next.said();
    expect(next.state().unsaid).toBeNull();
    const later = started();
    await later.start();
    expect(later.state().unsaid).toBeNull();
    binned = { '2026-03-08': 3 };
    await later.start();
    expect(later.state().unsaid).toEqual({ moved: 1, deleted: 0 });
  });

  it('is told at the next start where the page was closed before it heard of it', async () => {
    outcome = trouble('failed');
    binned = { '2026-03-01': 30 };
    const sweep = started();
    await sweep.start();
    expect(sweep.state()).toEqual({ unsaid: { moved: 30, deleted: 0 }, waitsFor: 'failed' });
  });

  it('tells nothing where nothing was moved, whatever was kept of it', async () => {
    const sweep = started();
    await sweep.start();
    expect(sweep.state().unsaid).toBeNull();
    localStorage.setItem('zhizhen-swept-said', '{"binned":');
    await sweep.start();
    expect(sweep.state().unsaid).toBeNull();
  });
});
