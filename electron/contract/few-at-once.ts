/** Files that are open at once on either side of the contract: a system gives a program some hundreds in all. */
const FEW = 8;

/** Does work for each of many, a few at once. @returns what came of each, in the order given. @throws what any work throws */
export async function fewAtOnce<One, Result>(
  all: readonly One[],
  work: (one: One) => Promise<Result>,
): Promise<Result[]> {
  const results = new Map<number, Result>();
  const waiting = all.entries();
  const worker = async () => {
    for (const [position, one] of waiting) results.set(position, await work(one));
  };
  await Promise.all(Array.from({ length: Math.min(FEW, all.length) }, worker));
  return all.map((_, position) => results.get(position) as Result);
}
