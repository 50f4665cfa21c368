import { measuredFigure } from '../forms/known-figure.ts';
import type { Question } from '../schema/pack.ts';
import type { Mill } from './report-input.ts';

/** How far the answers that count may be trusted: what each question rests on, every question in one class. */
export interface AnswerGrounds {
  /** Only said by the mill. */
  readonly claimed: number;
  /** With evidence, but not looked at on site. */
  readonly seen: number;
  readonly verified: number;
  /** Reckoned from the facts of the year without an answer. */
  readonly measured: number;
  readonly unknown: number;
  readonly notApplicable: number;
}

/** The applicable questions of some packs by what their answers rest on. */
export function answerGrounds(questions: readonly Question[], mill: Mill): AnswerGrounds {
  const classes = questions.filter((question) => mill.isAsked(question)).map((question) => classOf(question, mill));
  const count = (one: keyof AnswerGrounds) => classes.filter((found) => found === one).length;
  return {
    claimed: count('claimed'),
    seen: count('seen'),
    verified: count('verified'),
    measured: count('measured'),
    unknown: count('unknown'),
    notApplicable: count('notApplicable'),
  };
}

/** The questions of the scored topics, each once. */
export function topicQuestions({ topics }: Mill): Question[] {
  return [...new Map(topics.flatMap(({ pack }) => pack.questions).map((one) => [one.id, one])).values()];
}

function classOf(question: Question, mill: Mill): keyof AnswerGrounds {
  const given = mill.diagnosis.answers[question.id];
  const value = mill.answer(question);
  if (value?.na !== undefined) return 'notApplicable';
  const measured = measuredFigure(question, mill.facts.now) !== null;
  if (value === undefined || value.unknown !== undefined) return measured ? 'measured' : 'unknown';
  if (given?.verified !== undefined) return 'verified';
  if ((given?.evidence ?? []).length > 0) return 'seen';
  return 'claimed';
}
