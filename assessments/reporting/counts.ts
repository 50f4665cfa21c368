import { questionCounts, type QuestionCounts } from '../scoring/question-counts.ts';
import { unknownsOf, type Unknown } from '../planning/unknowns.ts';
import type { Mill, Topic } from './report-input.ts';

/** The questions of one topic; every document that says how many takes them from here. */
export function topicCounts({ result }: Pick<Topic, 'result'>): QuestionCounts {
  return questionCounts(result.counts);
}

/** The questions of all scored topics together: the sum of what each topic shows. */
export function totalCounts({ topics }: Pick<Mill, 'topics'>): QuestionCounts {
  return topics.map(topicCounts).reduce(added, { asked: 0, applicable: 0, answered: 0, notApplicable: 0, unknown: 0 });
}

function added(one: QuestionCounts, other: QuestionCounts): QuestionCounts {
  return {
    asked: one.asked + other.asked,
    applicable: one.applicable + other.applicable,
    answered: one.answered + other.answered,
    notApplicable: one.notApplicable + other.notApplicable,
    unknown: one.unknown + other.unknown,
  };
}

/**
 * What is still to be verified in the scored topics: gates, questions, and the facts that keep KPIs unknown, each once. The
 * one list behind every count and table of 待核实, whether there is a plan or not.
 */
export function openItems(mill: Mill): readonly Unknown[] {
  return unknownsOf(
    mill,
    mill.topics.map(({ id }) => id),
  );
}

/** How the open items split, for a sentence: questions (gates among them) and facts. */
export function openCounts(items: readonly Unknown[]): {
  readonly count: number;
  readonly questions: number;
  readonly facts: number;
} {
  const facts = items.filter(({ kind }) => kind === 'fact').length;
  return { count: items.length, questions: items.length - facts, facts };
}

/**
 * Answers that stand in the dossier of the round, also those to questions that are not scored: `given` by the mill, of them
 * `verified` on site and `proved` by a file. `all` is what the annex of answers lists.
 */
export function answerCounts({ diagnosis }: Pick<Mill, 'diagnosis'>): {
  readonly all: number;
  readonly given: number;
  readonly verified: number;
  readonly proved: number;
} {
  const answers = Object.values(diagnosis.answers);
  const count = (is: (answer: (typeof answers)[number]) => boolean) => answers.filter(is).length;
  return {
    all: answers.length,
    given: count(({ self }) => self !== undefined),
    verified: count(({ verified }) => verified !== undefined),
    proved: count(({ evidence = [] }) => evidence.length > 0),
  };
}
