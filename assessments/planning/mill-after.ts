import { BOTTOM, formOf, isHigher } from '../forms/forms.ts';
import { measuredFigure, ratioOf } from '../forms/known-figure.ts';
import type { AnswerValue } from '../schema/answers.ts';
import type { Diagnosis, Dossier } from '../schema/dossier.ts';
import type { YearFacts } from '../schema/facts.ts';
import type { Lift, Measure } from '../schema/measure.ts';
import type { FactRatio, Question } from '../schema/pack.ts';
import type { ScoredMill } from '../scoring/scored-mill.ts';
import { standingIn } from '../scoring/standing-in.ts';
import { changedFacts } from './changed-facts.ts';
import { withAnswers } from './lifted-answers.ts';

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
  /** Ratios of facts that answer questions, with the figure they come to. */
  readonly ratios: readonly { readonly ratio: FactRatio; readonly figure: number }[];
}

function liftedAnswers({ questions, isAsked, facts, answer }: MillBefore, measures: readonly Measure[]): Lifted {
  const values = new Map<string, AnswerValue>();
  const ratios: { ratio: FactRatio; figure: number }[] = [];
  for (const [question, lifts] of liftsByQuestion(measures, questions)) {
    const value = answer(question);
    if (value?.na !== undefined || !isAsked(question)) continue;
    const form = formOf(question);
    const before = standingIn(question, { questions, facts }, answer) ?? BOTTOM;
    const after = form.lifted(question, before, lifts);
    if (!isHigher(after, before)) continue;
    const lifted = form.valueAt(question, after);
    const ratio = measuredFigure(question, facts.now) === null ? undefined : ratioOf(question);
    if (ratio === undefined) values.set(question.id, lifted);
    else if (lifted.value !== undefined) ratios.push({ ratio, figure: lifted.value });
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

/** Raises the numerator of a ratio to the figure it is lifted to. */
function withLiftedRatios(facts: YearFacts, ratios: Lifted['ratios']): YearFacts {
  const after = { ...facts };
  for (const { ratio, figure } of ratios) {
    const needed = (figure * (after[ratio.denominator] ?? 0)) / 100;
    after[ratio.numerator] = Math.max(after[ratio.numerator] ?? 0, needed);
  }
  return after;
}
