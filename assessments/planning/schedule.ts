import { reaches } from '../indicators/comparison.ts';
import { LAST_MONTH, PHASE_ENDS, type Phase } from '../schema/plan.ts';

/** A chosen measure as the scheduler sees it. */
export interface Task {
  readonly cost: number;
  /** Person-months of the mill's own people. */
  readonly effort: number;
  /** Planned months from the decision to the effect. */
  readonly months: number;
  /** Places in the same list. */
  readonly requires: readonly number[];
  /** The month before which it does not start. */
  readonly notBefore: number;
  /** Months that the mill itself gave, whatever else binds; null where it gave none. */
  readonly given: Span | null;
}

/** Whole months from the start of the plan; the end is not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What binds the schedule, and the schedule alone. */
export interface SchedulePace {
  /** Own people free for projects. */
  readonly people: number;
  /** Measures at once. */
  readonly parallel: number;
  /** Money up to the end of each phase, 10k yuan; null where it is not bound. */
  readonly phaseBudgets: readonly (number | null)[];
}

/** Beyond any plan, so that a search for a month ends. */
const FURTHEST_MONTH = 600;

/**
 * When each task runs: in the order of the list each starts at the first month in which what it requires is done and people,
 * number at once and phase money suffice. It takes its planned months or what its effort needs, whichever is longer,
 * rounded up, and uses its effort spread over them (planning.md 5). What ends after month 36 is for the caller to say.
 */
export function schedule(tasks: readonly Task[], { people, parallel, phaseBudgets }: SchedulePace): Span[] {
  const spans: (Span | undefined)[] = tasks.map(({ given }) => given ?? undefined);
  const used: number[] = [];
  const running: number[] = [];
  const spent = PHASE_ENDS.map(() => 0);
  tasks.forEach((task) => task.given !== null && book(task, task.given));
  const place = (i: number): Span => {
    const known = spans[i];
    const task = tasks[i];
    if (known !== undefined || task === undefined) return known ?? { start: 0, end: 0 };
    const length = Math.max(1, Math.ceil(Math.max(task.months, task.effort / people) - 1e-9));
    const ready = Math.max(task.notBefore, ...task.requires.map((needed) => place(needed).end));
    let start = ready;
    while (start < FURTHEST_MONTH && !fits(task, { start, end: start + length })) start += 1;
    const span = { start, end: start + length };
    spans[i] = span;
    book(task, span);
    return span;
  };
  return tasks.map((_, i) => place(i));

  function fits({ cost, effort }: Task, span: Span): boolean {
    const share = effort / (span.end - span.start);
    for (let month = span.start; month < span.end; month += 1)
      if (!reaches(people, (used[month] ?? 0) + share) || (running[month] ?? 0) + 1 > parallel) return false;
    return PHASE_ENDS.every((end, i) => span.end > end || reaches(phaseBudgets[i] ?? Infinity, (spent[i] ?? 0) + cost));
  }

  function book({ cost, effort }: Task, span: Span): void {
    const length = Math.max(1, span.end - span.start);
    for (let month = span.start; month < span.end; month += 1) {
      used[month] = (used[month] ?? 0) + effort / length;
      running[month] = (running[month] ?? 0) + 1;
    }
    PHASE_ENDS.forEach((end, i) => {
      if (span.end <= end) spent[i] = (spent[i] ?? 0) + cost;
    });
  }
}

/** The phase of a measure is that of its end. */
export function phaseOf({ end }: Span): Phase {
  const index = PHASE_ENDS.findIndex((last) => end <= last);
  return (index < 0 ? PHASE_ENDS.length : index + 1) as Phase;
}

export function isLate({ end }: Span): boolean {
  return end > LAST_MONTH;
}

/** Months from the start of the plan to the start of a phase. */
export function phaseStart(phase: Phase): number {
  return PHASE_ENDS[phase - 2] ?? 0;
}

/** Whole months from one day to another, YYYY-MM-DD, begun ones counted; negative where the second comes first. */
export function monthsBetween(from: string, to: string): number {
  const [a, b] = [from, to].map((day) => day.split('-').map(Number));
  const part = (day: readonly number[] | undefined, i: number) => day?.[i] ?? 0;
  const months = 12 * (part(b, 0) - part(a, 0)) + (part(b, 1) - part(a, 1));
  return part(b, 2) > part(a, 2) ? months + 1 : months;
}

/** The day so many months after another, YYYY-MM-DD; the last of the month where that has no such day. */
export function monthsAfter(from: string, months: number): string {
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number);
  const whole = 12 * year + month - 1 + months;
  const [inYear, inMonth] = [Math.floor(whole / 12), (whole % 12) + 1];
  const last = daysIn(inYear, inMonth);
  return [inYear, String(inMonth).padStart(2, '0'), String(Math.min(day, last)).padStart(2, '0')].join('-');
}

function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}
