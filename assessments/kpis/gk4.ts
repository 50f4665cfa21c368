import type { AnswerKpi } from './kpi.ts';

/** Functions of the energy and carbon platform against the number that gives full marks. */
export const gk4: AnswerKpi = {
  kind: 'answer',
  question: ({ platform }) => platform.question,
  points: (ticked, { platform }) => 100 * Math.min(ticked / platform.full, 1),
  figure: { isBenchmark: false },
};
