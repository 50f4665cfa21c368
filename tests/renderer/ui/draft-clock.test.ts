import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DraftClock } from '#renderer/ui/draft-clock.ts';

describe('a text that is being typed', () => {
  let handedOn: number[];
  let clock: DraftClock;
  const start = 1_000_000;
  const pass = (ms: number) => vi.advanceTimersByTime(ms);
  beforeEach(() => {
    vi.useFakeTimers({ now: start });
    handedOn = [];
    clock = new DraftClock(() => handedOn.push(Date.now() - start));
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is handed on once, after a pause of a second', () => {
    clock.typed();
    pass(900);
    clock.typed();
    pass(10_000);
    expect(handedOn).toEqual([1900]);
  });

  it('is handed on every two seconds at the latest while the keys go on', () => {
    for (let i = 0; i < 100; i += 1) {
      clock.typed();
      pass(100);
    }
    expect(handedOn).toEqual([2000, 4000, 6000, 8000, 10_000]);
  });

  it('is not handed on within a word that is being composed, however long that takes', () => {
    clock.composing();
    for (let i = 0; i < 50; i += 1) {
      clock.typed();
      pass(100);
    }
    expect(handedOn).toEqual([]);
  });

  it('is handed on after the word has ended, though its end changed nothing', () => {
    clock.composing();
    clock.typed();
    pass(5000);
    clock.composed();
    pass(1000);
    expect(handedOn).toEqual([6000]);
  });

  it('is handed on as far as it stood before a word begins', () => {
    clock.typed();
    pass(300);
    clock.composing();
    expect(handedOn).toEqual([300]);
    pass(5000);
    expect(handedOn).toEqual([300]);
  });

  it('of word after word without a pause is handed on with each', () => {
    for (let i = 0; i < 4; i += 1) {
      clock.composing();
      pass(600);
      clock.composed();
      pass(100);
    }
    expect(handedOn).toEqual([700, 1400, 2100]);
  });

  it('is not handed on any more once its field is gone', () => {
    clock.typed();
    clock.stop();
    pass(10_000);
    expect(handedOn).toEqual([]);
  });
});
