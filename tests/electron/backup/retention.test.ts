import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newestFirst, type Copy } from '#electron/host/backup/copy-name.ts';
import { copiesToDrop } from '#electron/host/backup/retention.ts';

const DAY = 24 * 3600 * 1000;
const START = Date.UTC(2026, 10, 25, 8);
const copyOf = (revision: number, at: number, bytes = 1000): Copy => ({
  at,
  revision,
  mill: '0'.repeat(16),
  bytes,
  sha256: revision.toString(16).padStart(64, '0'),
});
const dayOf = ({ at }: Copy) => Math.floor(at / DAY);

/** What is left after each of some copies was written in turn. */
function keptOf(written: readonly Copy[]): Copy[] {
  let kept: Copy[] = [];
  for (const copy of written) {
    kept = [...kept, copy].sort(newestFirst);
    const dropped = new Set(copiesToDrop(kept));
    kept = kept.filter((one) => !dropped.has(one));
  }
  return kept;
}

/** The first of each kind, in the order given. */
function firstOfEach<Kind>(copies: readonly Copy[], kindOf: (copy: Copy) => Kind): Copy[] {
  const seen = new Set<Kind>();
  return copies.filter((copy) => !seen.has(kindOf(copy)) && seen.add(kindOf(copy)));
}

/** Sessions, each with a clock of its own, that follow one another by so many real hours. */
const sessions = fc.array(
  fc.record({
    pause: fc.integer({ min: 1, max: 60 }),
    copies: fc.integer({ min: 1, max: 8 }),
    clockIsOff: fc.oneof(
      { weight: 4, arbitrary: fc.constant(0) },
      { weight: 1, arbitrary: fc.integer({ min: -10_000, max: 13_000 }) },
    ),
    bytes: fc.integer({ min: 200, max: 3000 }),
  }),
  { minLength: 1, maxLength: 60 },
);

function writtenIn(all: readonly { pause: number; copies: number; clockIsOff: number; bytes: number }[]): Copy[] {
  let now = START;
  const written: Copy[] = [];
  for (const { pause, copies, clockIsOff, bytes } of all) {
    now += pause * 3_600_000;
    for (let i = 0; i < copies; i += 1)
      written.push(copyOf(written.length + 1, now + clockIsOff * DAY + i * 60_000, bytes));
  }
  return written;
}

describe('whatever the clocks of its sessions say, what stays', () => {
  const property = (holds: (kept: ReadonlySet<Copy>, newest: readonly Copy[]) => void) =>
    fc.assert(
      fc.property(sessions, (all) => {
        const written = writtenIn(all);
        holds(new Set(keptOf(written)), [...written].sort(newestFirst));
      }),
      { numRuns: 200 },
    );

  it('is the last ten', () => {
    property((kept, newest) => expect(newest.slice(0, 10).every((copy) => kept.has(copy))).toBe(true));
  });

  it('is the last of each of the last thirty days that were named', () => {
    property((kept, newest) =>
      expect(
        firstOfEach(newest, dayOf)
          .slice(0, 30)
          .every((copy) => kept.has(copy)),
      ).toBe(true),
    );
  });

  it('is the last before each of the latest bounds between spans of changes', () => {
    property((kept, newest) => {
      for (let span = 4; span <= newest.length; span *= 4) {
        const spanOf = ({ revision }: Copy) => Math.floor(revision / span);
        for (const copy of firstOfEach(newest, spanOf).slice(0, 2)) expect(kept.has(copy)).toBe(true);
      }
    });
  });

  it('is the largest, and every one larger than all that is newer', () => {
    property((kept, newest) => {
      const most = Math.max(...newest.map(({ bytes }) => bytes));
      expect([...kept].some(({ bytes }) => bytes === most)).toBe(true);
      let largest = 0;
      for (const copy of newest) {
        if (copy.bytes > largest * 1.1)
          expect([...kept].some((one) => one.bytes >= copy.bytes / 1.1 && one.revision <= copy.revision)).toBe(true);
        largest = Math.max(largest, copy.bytes);
      }
    });
  });

  it('is a bounded number', () => {
    property((kept) => expect(kept.size).toBeLessThan(10 + 30 + 2 * 5 + 30));
  });
});

describe('a loss', () => {
  it('does not push out the copy from before it, sudden or in steps, however long ago', () => {
    const written: Copy[] = [];
    const lastOfEach = [10_000, 6000, 4000, 1500].map((bytes) => {
      for (let i = 0; i < 40; i += 1) written.push(copyOf(written.length + 1, START + 2 * DAY * written.length, bytes));
      return written.at(-1) as Copy;
    });
    const kept = keptOf(written);
    for (const copy of lastOfEach) expect(kept).toContain(copy);
  });
});

describe('a clock', () => {
  const day = (i: number) => copyOf(i, START + i * DAY);

  it('that is ahead for one session does not bring later days together', () => {
    const before = Array.from({ length: 15 }, (_, i) => day(i + 1));
    const ahead = copyOf(16, Date.UTC(2061, 0, 1));
    const after = Array.from({ length: 14 }, (_, i) => day(i + 17));
    expect(keptOf([...before, ahead, ...after])).toHaveLength(30);
  });

  it('that ages by years at once drops nothing', () => {
    const copies = Array.from({ length: 20 }, (_, i) => day(i + 1));
    expect(keptOf([...copies, copyOf(21, START + 9000 * DAY)])).toHaveLength(21);
  });

  it('that says the same day at every start leaves more than the last ten', () => {
    const revisions = keptOf(Array.from({ length: 500 }, (_, i) => copyOf(i + 1, START))).map(
      ({ revision }) => revision,
    );
    expect(revisions).toEqual([500, 499, 498, 497, 496, 495, 494, 493, 492, 491, 447, 255]);
  });
});
