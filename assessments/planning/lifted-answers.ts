import type { Answer, AnswerValue } from '../schema/answers.ts';
import type { Diagnosis } from '../schema/dossier.ts';
import type { YearFacts } from '../schema/facts.ts';
import type { Lift, Measure } from '../schema/measure.ts';
import type { FormOf, Question } from '../schema/pack.ts';
import { reaches } from '../indicators/comparison.ts';
import { factRatio } from '../indicators/sums.ts';

/** Where a mill stands on a question: rung, option, 1 for a gate met, or the ticks. */
export interface Standing {
  readonly rung: number;
  readonly ticks: ReadonlySet<string>;
}

/** What the answer and the facts of a question come to; unanswered and unknown stand at the bottom. */
export function standingOf({ form }: Question, value: AnswerValue | undefined, facts: YearFacts): Standing {
  const ticks = new Set(value?.choices ?? []);
  switch (form.kind) {
    case 'ladder':
    case 'option':
    case 'single':
      return { rung: value?.rung ?? 0, ticks };
    case 'gate':
      return { rung: value?.gate === 'yes' ? 1 : 0, ticks };
    case 'numeric': {
      const figure = (form.facts === undefined ? null : factRatio(facts, form.facts)) ?? value?.value ?? 0;
      return { rung: figure === 0 ? 0 : 1 + form.edges.filter((edge) => reaches(figure, edge)).length, ticks };
    }
    case 'tally':
    case 'multiple':
      return { rung: 0, ticks };
  }
}

/** Where the lifts of the chosen measures lead: the best rung of those that can be reached one after the other, and all ticks. */
export function liftedStanding(standing: Standing, lifts: readonly Lift[]): Standing {
  let { rung } = standing;
  for (const lift of [...lifts].sort((a, b) => a.from - b.from)) {
    const to = lift.gate === undefined ? (lift.rung ?? 0) : 1;
    if (lift.from <= rung) rung = Math.max(rung, to);
  }
  return { rung, ticks: new Set([...standing.ticks, ...lifts.flatMap((lift) => lift.choices ?? [])]) };
}

export function isHigher(a: Standing, b: Standing): boolean {
  return a.rung > b.rung || a.ticks.size > b.ticks.size;
}

/** The answer value that says a standing. */
export function valueAt({ form }: Question, { rung, ticks }: Standing): AnswerValue {
  switch (form.kind) {
    case 'ladder':
    case 'option':
    case 'single':
      return { rung };
    case 'gate':
      return { gate: rung >= 1 ? 'yes' : 'no' };
    case 'numeric':
      return { value: figureAt(form, rung) };
    case 'tally':
    case 'multiple':
      return { choices: [...ticks].sort() };
  }
}

/** The smallest figure that stands on a rung; half of the first edge for rung 1, which has none of its own. */
export function figureAt({ edges, whole }: FormOf<'numeric'>, rung: number): number {
  if (rung <= 0) return 0;
  const figure = rung === 1 ? edges[0] / 2 : (edges[rung - 2] ?? edges[3]);
  return whole ? Math.ceil(figure) : figure;
}

/** The diagnosis with answers put in place of what counted before; notes and evidence stay. */
export function withAnswers(diagnosis: Diagnosis, values: ReadonlyMap<string, AnswerValue>): Diagnosis {
  const answers: Record<string, Answer> = { ...diagnosis.answers };
  for (const [question, value] of values) {
    const { verified: _verified, ...rest } = answers[question] ?? {};
    answers[question] = { ...rest, self: value };
  }
  return { ...diagnosis, answers };
}

/** Of the questions given, the ids of those that a measure lifts, each once. */
export function liftedBy({ lifts }: Measure, questions: ReadonlyMap<string, Question>): string[] {
  return [...new Set(lifts.map(({ question }) => question as string))].filter((id) => questions.has(id));
}
