import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { inOrder } from '#electron/cli/in-order.ts';

async function worked(count: number, atOnce: number) {
  const given: number[] = [];
  let begun = 0;
  let mostAhead = 0;
  const work = async (i: number) => {
    begun += 1;
    for (let turn = 0; turn < (i * 7) % 5; turn += 1) await nextTurn();
    return i * i;
  };
  for await (const [one, square] of inOrder(Array.from({ length: count }).keys(), atOnce, work)) {
    expect(square).toBe(one * one);
    mostAhead = Math.max(mostAhead, begun - given.length);
    given.push(one);
  }
  return { given, mostAhead };
}

describe('work whose results are taken in order', () => {
  it.each([0, 1, 5, 100])('is done for each of %i, some ahead of who takes the results', async (count) => {
    const { given, mostAhead } = await worked(count, 2);
    expect(given).toEqual([...Array(count).keys()]);
    expect(mostAhead).toBe(Math.min(count, 8));
  });

  it('is done one by one where one can be done at once', async () => {
    expect(await worked(5, 1)).toEqual({ given: [0, 1, 2, 3, 4], mostAhead: 1 });
  });
});
