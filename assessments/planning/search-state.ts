import { exceeds, reaches } from '../indicators/comparison.ts';
import type { CombinedAt, Corner, PlanProblem } from './plan-problem.ts';
import { GATE, WISH, type ProblemIndex } from './problem-index.ts';

const OPEN = 0;
const TAKEN = 1;
const LEFT = 2;

type Undo =
  | { readonly kind: 'state'; readonly item: number }
  | { readonly kind: 'best'; readonly list: number; readonly before: number }
  | { readonly kind: 'combined'; readonly before: CombinedAt; readonly members: readonly number[] };

/** What is taken and left so far, and what it is worth; changes are taken back in the reverse order. */
export class SearchState {
  readonly problem: PlanProblem;
  readonly index: ProblemIndex;
  readonly #state: Uint8Array;
  readonly #best: Float64Array;
  readonly #trail: Undo[] = [];
  readonly #known = new Map<string, CombinedAt>();
  #members: readonly number[] = [];
  #combined: CombinedAt;
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

  /** At least what each part of the combined gain can still gain, by how far it is moved on. */
  linesAhead(): readonly (readonly Corner[])[] {
    return this.#combined.lines;
  }

  /** How far an item can still move a part of the combined gain at most. */
  stillMoves(item: number, part: number): number {
    return Math.min(this.index.moves[item]?.[part] ?? 0, this.#combined.lines[part]?.at(-1)?.way ?? 0);
  }

  /** Worth of what is taken, gates and wishes included. */
  value(): number {
    return this.#sum + this.#combined.gain;
  }

  /** Gates met, points of the objective, and the worth of gates and wishes that goes before these. */
  worth(): { readonly gates: number; readonly objective: number; readonly before: number } {
    const { firstGate, firstWish } = this.index;
    const met = (from: number, to?: number) => this.#best.subarray(from, to).filter((gain) => gain > 0).length;
    const gates = met(firstGate, firstWish);
    const before = gates * GATE + met(firstWish) * WISH;
    return { gates, objective: this.value() - before, before };
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
    return reaches(this.problem.budget, this.#cost) && reaches(this.problem.capacity, this.#effort);
  }

  /** Leaves an item and all that requires it; false where one of them is taken. */
  leave(item: number): boolean {
    if (!this.#leaveAlone(item)) return false;
    for (const dependent of this.index.descendants[item] ?? []) if (!this.#leaveAlone(dependent)) return false;
    return true;
  }

  /** Takes the forced items; false where they do not fit, or where nothing is left to begin with. */
  takeForced(): boolean {
    if (exceeds(0, this.restMoney()) || exceeds(0, this.restMonths())) return false;
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

  #combinedOf(members: readonly number[]): CombinedAt {
    const key = members.join();
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const entry = this.problem.combined.at(members);
    this.#known.set(key, entry);
    return entry;
  }
}
