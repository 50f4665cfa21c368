import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { fewAtOnce } from '#electron/contract/few-at-once.ts';

describe('work that is done a few at once', () => {
  it('is done for each, in order given, with no more than eight begun and not ended', async () => {
    let begun = 0;
    let most = 0;
    const results = await fewAtOnce(
      Array.from({ length: 100 }, (_, i) => i),
      async (i) => {
        begun += 1;
        most = Math.max(most, begun);
        for (let turn = 0; turn < i % 7; turn += 1) await nextTurn();
        begun -= 1;
        return i * i;
      },
    );
    expect(results).toEqual(Array.from({ length: 100 }, (_, i) => i * i));
    expect(most).toBe(8);
  });

  it('says what went wrong', async () => {
    await expect(
      fewAtOnce([1, 2], (i) => (i === 2 ? Promise.reject(new Error('two')) : Promise.resolve(i))),
    ).rejects.toThrow('two');
  });
});
