import { beforeEach, describe, expect, it } from 'vitest';
import type { DesktopApi } from '#electron/contract/desktop-api.ts';
import { CANCELLED, done, trouble, type Outcome, type Trouble } from '#electron/contract/outcomes.ts';
import { HostHealth } from '#renderer/platform/host-health.ts';

let outcome: Outcome<never> = CANCELLED;
let health: HostHealth;
let desktop: DesktopApi;
let told = 0;
beforeEach(() => {
  health = new HostHealth();
  told = 0;
  health.subscribe(() => (told += 1));
  const call = () => Promise.resolve(outcome);
  const names = ['about', 'keepEvidence', 'mirrorDossier', 'listMirror', 'sweepEvidence', 'revealSaved'];
  const calls = Object.fromEntries(names.map((name) => [name, call]));
  desktop = health.watched({ ...calls, onClosing: () => {} } as unknown as DesktopApi);
});

const comesTo = async (
  name: 'about' | 'listMirror' | 'keepEvidence' | 'mirrorDossier' | 'sweepEvidence',
  next: Outcome<unknown>,
) => {
  outcome = next as Outcome<never>;
  return (desktop[name] as (request?: unknown) => Promise<unknown>)({});
};
const stands = () => health.state().map(({ part, trouble: reason }) => `${part} ${reason}`);

describe('the health of the host', () => {
  it.each(['refused', 'failed', 'shut-out', 'host-gone'] satisfies Trouble[])(
    'takes "%s" of any call for what the user must know, and hands it on',
    async (reason) => {
      for (const name of ['about', 'keepEvidence', 'sweepEvidence'] as const) {
        expect(await comesTo(name, trouble(reason))).toEqual(trouble(reason));
        expect(stands()).toEqual([`other ${reason}`]);
        await comesTo(name, done(null));
        expect(stands()).toEqual([]);
      }
    },
  );

  it.each(['damaged', 'not-found', 'disk-full', 'read-only'] satisfies Trouble[])(
    'leaves "%s" to who asked, except of the copies',
    async (reason) => {
      await comesTo('keepEvidence', trouble(reason));
      expect(stands()).toEqual([]);
      await comesTo('listMirror', trouble(reason));
      await comesTo('mirrorDossier', trouble(reason));
      expect(stands()).toEqual([`copies ${reason}`, `list ${reason}`]);
    },
  );

  it('stands until the same call is answered: that a change has no copy is not over with another answer', async () => {
    await comesTo('mirrorDossier', trouble('host-gone'));
    await comesTo('about', trouble('host-gone'));
    await comesTo('keepEvidence', trouble('refused'));
    expect(stands()).toEqual(['copies host-gone', 'other host-gone']);
    await comesTo('sweepEvidence', done(null));
    expect(stands()).toEqual(['copies host-gone', 'other refused']);
    await comesTo('keepEvidence', trouble('damaged'));
    await comesTo('mirrorDossier', done({ at: 1 }));
    expect(stands()).toEqual([]);
  });

  it('tells whoever shows it of each change, and only then', async () => {
    await comesTo('about', done(null));
    expect(told).toBe(0);
    await comesTo('about', trouble('failed'));
    expect(told).toBe(1);
    expect(health.state()).toBe(health.state());
    await comesTo('about', done(null));
    await comesTo('about', done(null));
    expect(told).toBe(2);
  });
});
