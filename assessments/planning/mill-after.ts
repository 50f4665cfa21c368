import { factRatio } from '../indicators/sums.ts';
import type { AnswerValue } from '../schema/answers.ts';
import type { Diagnosis, Dossier } from '../schema/dossier.ts';
import type { YearFacts } from '../schema/facts.ts';
import type { Lift, Measure } from '../schema/measure.ts';
import type { Question } from '../schema/pack.ts';
import type { ScoredMill } from '../scoring/scored-mill.ts';
import { changedFacts } from './changed-facts.ts';
import { figureAt, isHigher, liftedStanding, standingOf, valueAt, withAnswers } from './lifted-answers.ts';

/** Dossier and diagnosis of a mill as it would be. */
export interface MillState {
  readonly dossier: Dossier;
  readonly diagnosis: Diagnosis;
}

/** What the state after some measures is computed from. */
export type MillBefore = Pick<
  ScoredMill,
  'dossier' | 'diagnosis' | 'questions' | 'isAsked' | 'green' | 'facts' | 'answer'
>;

/**
 * The mill as it would answer with the measures done: answers lifted, flows saved, KPIs reached. Scoring it gives the
 * expected result. What is not applicable stays so; what is better already stays as it is.
 */
export function millAfter(mill: MillBefore, measures: readonly Measure[]): MillState {
  const { dossier, diagnosis, green, facts } = mill;
  const lifted = liftedAnswers(mill, measures);
  const after = withLiftedRatios(changedFacts(facts.now, measures, green), lifted.ratios);
  return {
    dossier: { ...dossier, facts: { ...dossier.facts, [String(diagnosis.year)]: after } },
    diagnosis: withAnswers(diagnosis, lifted.values),
  };
}

interface Lifted {
  readonly values: ReadonlyMap<string, AnswerValue>;
  /** Numeric questions that the facts answer, with the rung they come to. */
  readonly ratios: readonly { readonly question: Question; readonly rung: number }[];
}

function liftedAnswers(
  { questions, isAsked, facts: { now }, answer }: MillBefore,
  measures: readonly Measure[],
): Lifted {
  const values = new Map<string, AnswerValue>();
  const ratios: { question: Question; rung: number }[] = [];
  for (const [question, lifts] of liftsByQuestion(measures, questions)) {
    const value = answer(question);
    if (value?.na !== undefined || !isAsked(question)) continue;
    const before = standingOf(question, value, now);
    const after = liftedStanding(before, lifts);
    if (!isHigher(after, before)) continue;
    if (isAnsweredByFacts(question, now)) ratios.push({ question, rung: after.rung });
    else values.set(question.id, valueAt(question, after));
  }
  return { values, ratios };
}

/** A question that the pinned packs lack is lifted by nothing. */
function liftsByQuestion(measures: readonly Measure[], questions: MillBefore['questions']): Map<Question, Lift[]> {
  const found = new Map<Question, Lift[]>();
  for (const lift of measures.flatMap((measure) => measure.lifts)) {
    const question = questions.get(lift.question);
    if (question === undefined) continue;
    const known = found.get(question);
    if (known === undefined) found.set(question, [lift]);
    else known.push(lift);
  }
  return found;
}

export function isAnsweredByFacts({ form }: Question, facts: YearFacts): boolean {
  return 'facts' in form && form.facts !== undefined && factRatio(facts, form.facts) !== null;
}

/** Raises the numerator of a ratio to the rung it is lifted to. */
function withLiftedRatios(facts: YearFacts, ratios: Lifted['ratios']): YearFacts {
  const after = { ...facts };
  for (const { question, rung } of ratios) {
    const { form } = question;
    if (form.kind !== 'numeric' || form.facts === undefined) continue;
    const denominator = after[form.facts.denominator] ?? 0;
    const needed = (figureAt(form, rung) * denominator) / 100;
    after[form.facts.numerator] = Math.max(after[form.facts.numerator] ?? 0, needed);
  }
  return after;
}
