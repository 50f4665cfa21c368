import { describe, expect, it } from 'vitest';
import { schedule, type Task } from '#assessments/planning/schedule.ts';

const task = (more: Partial<Task> = {}): Task => ({
  cost: 10,
  effort: 0,
  requires: [],
  earliest: 1,
  locked: null,
  ...more,
});

describe('the schedule', () => {
  it('pays first for what a locked task waits for', () => {
    const tasks = [task(), task(), task({ locked: 1, requires: [1] })];
    expect(schedule(tasks, { phaseBudgetsWan: [20, 30, 30] })).toEqual([2, 1, 1]);
    expect(schedule([task(), task(), task()], { phaseBudgetsWan: [20, 30, 30] })).toEqual([1, 1, 2]);
  });

  it('keeps a locked task in its phase even where what it requires takes longer', () => {
    expect(schedule([task({ earliest: 2 }), task({ locked: 1, requires: [0] })], {})).toEqual([2, 1]);
  });

  it('places a task no earlier than what it requires, through several steps', () => {
    const tasks = [task({ requires: [1] }), task({ requires: [2] }), task({ earliest: 2 })];
    expect(schedule(tasks, {})).toEqual([2, 2, 2]);
  });
});
