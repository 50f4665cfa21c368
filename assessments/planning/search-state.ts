import type { PlanProblem } from './plan-problem.ts';
import { GATE, type ProblemIndex } from './problem-index.ts';

export const SAME = 1e-9;
const OPEN = 0;
const TAKEN = 1;
const LEFT = 2;

interface CombinedNow {
  readonly gain: number;
  readonly rooms: readonly number[];
  /** At least what each item can add to each part; none for an item that adds to none. */
  readonly by: readonly (readonly number[] | undefined)[];
}

type Undo =
  | { readonly kind: 'state'; readonly item: number }
  | { readonly kind: 'best'; readonly list: number; readonly before: number }
  | { readonly kind: 'combined'; readonly before: CombinedNow; readonly members: readonly number[] };

/** What is taken and left so far, and what it is worth; changes are taken back in the reverse order. */
export class SearchState {
  readonly problem: PlanProblem;
  readonly index: ProblemIndex;
  readonly #state: Uint8Array;
  readonly #best: Float64Array;
  readonly #trail: Undo[] = [];
  readonly #known = new Map<string, CombinedNow>();
  #members: readonly number[] = [];
  #combined: CombinedNow;
  #sum = 0;
  #cost = 0;
  #effort = 0;

  constructor(problem: PlanProblem, index: ProblemIndex) {
    this.problem = problem;
    this.index = index;
    this.#state = new Uint8Array(index.count);
    this.#best = new Float64Array(index.lists);
    this.#combined = this.#combinedOf([]);
  }

  isOpen(item: number): boolean {
    return this.#state[item] === OPEN;
  }

  /** Money and person-months that are left. */
  restMoney(): number {
    return this.problem.budget - this.#cost;
  }

  restMonths(): number {
    return this.problem.capacity - this.#effort;
  }

  /** The gain that counts in a list now. */
  bestIn(list: number): number {
    return this.#best[list] ?? 0;
  }

  /** At least what an item can add to the parts of the combined gain now, where a share of each part is granted already. */
  mostOf(item: number, granted: Float64Array): number {
    const by = this.#combined.by[item];
    if (by === undefined) return 0;
    let most = 0;
    for (let part = 0; part < by.length; part += 1) most += (1 - (granted[part] ?? 0)) * (by[part] ?? 0);
    return most;
  }

  /** At least what an item can add to one part. */
  mostIn(item: number, part: number): number {
    return this.#combined.by[item]?.[part] ?? 0;
  }

  /** At least what a part of the combined gain can still grow by. */
  roomIn(part: number): number {
    return this.#combined.rooms[part] ?? 0;
  }

  /** Worth of what is taken, gates included. */
  value(): number {
    return this.#sum + this.#combined.gain;
  }

  worth(): { readonly gates: number; readonly objective: number } {
    const gates = this.#best.subarray(this.index.firstGate).filter((gain) => gain > 0).length;
    return { gates, objective: this.value() - gates * GATE };
  }

  chosen(): number[] {
    return [...this.#state.keys()].filter((i) => this.#state[i] === TAKEN);
  }

  mark(): number {
    return this.#trail.length;
  }

  backTo(mark: number): void {
    while (this.#trail.length > mark) this.#undo(this.#trail.pop());
  }

  /** Takes an item with all that it requires and leaves what these exclude; false where that cannot be. */
  take(item: number): boolean {
    for (const needed of this.index.ancestors[item] ?? []) if (!this.#takeAlone(needed)) return false;
    if (!this.#takeAlone(item)) return false;
    return this.#cost <= this.problem.budget + SAME && this.#effort <= this.problem.capacity + SAME;
  }

  /** Leaves an item and all that requires it; false where one of them is taken. */
  leave(item: number): boolean {
    if (!this.#leaveAlone(item)) return false;
    for (const dependent of this.index.descendants[item] ?? []) if (!this.#leaveAlone(dependent)) return false;
    return true;
  }

  /** Takes the forced items; false where they do not fit, or where nothing is left to begin with. */
  takeForced(): boolean {
    if (this.restMoney() < -SAME || this.restMonths() < -SAME) return false;
    return this.problem.items.every((item, i) => !item.forced || this.take(i));
  }

  #takeAlone(item: number): boolean {
    if (this.#state[item] === TAKEN) return true;
    if (this.#state[item] === LEFT) return false;
    this.#state[item] = TAKEN;
    this.#trail.push({ kind: 'state', item });
    this.#cost += this.index.cost[item] ?? 0;
    this.#effort += this.index.effort[item] ?? 0;
    const lists = this.index.inLists[item] ?? [];
    const gains = this.index.gains[item] ?? [];
    for (let k = 0; k < lists.length; k += 1) this.#raise(lists[k] ?? 0, gains[k] ?? 0);
    if (this.index.isCombined[item] === true) {
      this.#trail.push({ kind: 'combined', before: this.#combined, members: this.#members });
      this.#members = [...this.#members, item].sort((a, b) => a - b);
      this.#combined = this.#combinedOf(this.#members);
    }
    for (const other of this.index.excluded[item] ?? []) if (!this.leave(other)) return false;
    return true;
  }

  #raise(list: number, gain: number): void {
    const before = this.#best[list] ?? 0;
    if (gain <= before) return;
    this.#trail.push({ kind: 'best', list, before });
    this.#best[list] = gain;
    this.#sum += gain - before;
  }

  #leaveAlone(item: number): boolean {
    if (this.#state[item] === TAKEN) return false;
    if (this.#state[item] === LEFT) return true;
    this.#state[item] = LEFT;
    this.#trail.push({ kind: 'state', item });
    return true;
  }

  #undo(step: Undo | undefined): void {
    if (step === undefined) return;
    switch (step.kind) {
      case 'state':
        if (this.#state[step.item] === TAKEN) {
          this.#cost -= this.index.cost[step.item] ?? 0;
          this.#effort -= this.index.effort[step.item] ?? 0;
        }
        this.#state[step.item] = OPEN;
        return;
      case 'best':
        this.#sum -= (this.#best[step.list] ?? 0) - step.before;
        this.#best[step.list] = step.before;
        return;
      case 'combined':
        this.#combined = step.before;
        this.#members = step.members;
    }
  }

  #combinedOf(members: readonly number[]): CombinedNow {
    const key = members.join();
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const { combined } = this.problem;
    const { rooms, by } = combined.most(members);
    const byItem: (readonly number[] | undefined)[] = Array.from(this.index.cost, () => undefined);
    combined.items.forEach((item, i) => {
      byItem[item] = by[i];
    });
    const entry = { gain: combined.of(members), rooms, by: byItem };
    this.#known.set(key, entry);
    return entry;
  }
}
