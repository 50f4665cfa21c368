/** Pieces begun for each that can be done at once, so that a long one keeps nobody waiting. */
const AHEAD = 4;

/**
 * Begins work for each of many, some ahead of what has come, and gives what came of each in the order given. No further
 * work is begun before who takes the results has taken what came, so that however many there are, few are held. The work
 * must not throw.
 */
export async function* inOrder<One, Result>(
  all: Iterable<One>,
  atOnce: number,
  work: (one: One) => Promise<Result>,
): AsyncGenerator<readonly [One, Result]> {
  const begun: Promise<readonly [One, Result]>[] = [];
  const most = atOnce === 1 ? 1 : atOnce * AHEAD;
  for (const one of all) {
    begun.push(work(one).then((result) => [one, result] as const));
    const [first] = begun;
    if (begun.length < most || first === undefined) continue;
    void begun.shift();
    yield await first;
  }
  for (const last of begun) yield await last;
}
