import { reaches } from '../indicators/comparison.ts';
import { PHASE_ENDS, type Phase, type PlanRequest } from '../schema/plan.ts';

/** A chosen measure as the scheduler sees it; `requires` are places in the same list. */
export interface Task {
  readonly cost: number;
  readonly effort: number;
  readonly requires: readonly number[];
  readonly earliest: Phase;
  /** The phase that it keeps; null where it is free. */
  readonly locked: Phase | null;
}

/**
 * The phase at whose end each task takes effect: as early as its duration, its prerequisites, money and people allow, what a
 * locked task waits for before all others, then the first of the list first. What is not spent in a phase may be spent
 * later, so the last phase takes all that the whole plan can pay. A locked task stays even where what it requires cannot
 * be done in time.
 */
export function schedule(tasks: readonly Task[], request: PlanRequest): Phase[] {
  const phases: (Phase | null)[] = tasks.map((task) => task.locked);
  const spent = { money: [0, 0, 0], people: [0, 0, 0] };
  const book = ({ cost, effort }: Task, phase: Phase) => {
    for (let i = phase - 1; i < 3; i += 1) {
      spent.money[i] = (spent.money[i] ?? 0) + cost;
      spent.people[i] = (spent.people[i] ?? 0) + effort;
    }
  };
  tasks.forEach((task) => task.locked !== null && book(task, task.locked));
  const place = (i: number): Phase => {
    const known = phases[i];
    const task = tasks[i];
    if (known !== null && known !== undefined) return known;
    if (task === undefined) return 3;
    const from = Math.max(task.earliest, ...task.requires.map(place)) as Phase;
    const phase = ([1, 2, 3] as const).find((candidate) => candidate >= from && fits(task, candidate)) ?? 3;
    phases[i] = phase;
    book(task, phase);
    return phase;
  };
  const fits = ({ cost, effort }: Task, phase: Phase) =>
    [0, 1, 2].every(
      (i) =>
        i < phase - 1 ||
        (reaches(request.phaseBudgetsWan?.[i] ?? Infinity, (spent.money[i] ?? 0) + cost) &&
          reaches((request.people ?? Infinity) * (PHASE_ENDS[i] ?? 0), (spent.people[i] ?? 0) + effort)),
    );
  awaitedByLocked(tasks).forEach(place);
  return tasks.map((_, i) => place(i));
}

/** What locked tasks require, directly or not; for the earliest locked task first. */
function awaitedByLocked(tasks: readonly Task[]): number[] {
  const awaited = new Set<number>();
  const visit = (task: Task | undefined) => {
    for (const i of task?.requires ?? []) {
      if (awaited.has(i)) continue;
      visit(tasks[i]);
      awaited.add(i);
    }
  };
  for (const phase of [1, 2, 3] as const) tasks.filter(({ locked }) => locked === phase).forEach(visit);
  return [...awaited];
}
