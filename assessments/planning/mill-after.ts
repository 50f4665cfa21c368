import { formOf, isHigher } from '../forms/forms.ts';
import { measuredFigure, ratioOf } from '../forms/known-figure.ts';
import { renewableKgce } from '../indicators/sums.ts';
import { kpiObject } from '../kpis/kpis.ts';
import type { AnswerValue } from '../schema/answers.ts';
import type { Diagnosis, Dossier } from '../schema/dossier.ts';
import type { NumericFactId, YearFacts } from '../schema/facts.ts';
import type { Lift } from '../schema/measure.ts';
import type { FactRatio, GreenPack, Question } from '../schema/pack.ts';
import type { ScoredMill } from '../scoring/scored-mill.ts';
import { standingIn } from '../scoring/standing-in.ts';
import { lessSaved, STREAMS, type Stream } from './flows.ts';
import { withAnswers } from './lifted-answers.ts';
import type { Offer } from './offer.ts';
import type { PlannedMill } from './planned-mill.ts';
import type { Pull } from './pull.ts';
import { savedOf } from './savings.ts';

/** Dossier and diagnosis of a mill as it would be. */
export interface MillState {
  readonly dossier: Dossier;
  readonly diagnosis: Diagnosis;
}

/** What of a chosen measure changes a mill. */
export type Doer = Pick<Offer, 'measure' | 'pull' | 'isDeep'>;

/**
 * The mill as it would answer with the measures done: answers lifted, flows saved, machines connected, KPIs reached.
 * Scoring it gives the expected result. What is unknown or not applicable stays so; what is better already stays as it is.
 */
export function millAfter(planned: PlannedMill, chosen: readonly Doer[]): MillState {
  const { dossier, diagnosis } = planned.mill;
  const lifted = liftedAnswers(planned.mill, chosen);
  const after = withLiftedRatios(factsAfter(planned, chosen), lifted.ratios);
  return {
    dossier: { ...dossier, facts: { ...dossier.facts, [String(diagnosis.year)]: after } },
    diagnosis: withAnswers(diagnosis, lifted.values),
  };
}

/** The year's facts with the measures done: flows scaled, what is added or generated, machines connected, then the KPIs that reach a value. */
export function factsAfter({ mill, flows }: PlannedMill, chosen: readonly Doer[]): YearFacts {
  const saved = Object.fromEntries(STREAMS.map((stream) => [stream, savedOf(stream, chosen, flows).whole]));
  const after = lessSaved(mill.facts.now, flows, saved as Record<Stream, number>);
  // Where nobody knows what is renewable today, more of it is not known either.
  const knowsRenewable = renewableKgce(after, mill.green.energy) !== null;
  for (const { pull } of chosen) {
    for (const { fact, amount } of pull.adds) raise(after, fact, amount.planned);
    if (knowsRenewable)
      for (const { kWh } of pull.generates)
        after['energy.renewable.pv'] = (after['energy.renewable.pv'] ?? 0) + kWh.planned;
    if (pull.connects !== null)
      raise(after, pull.connects.fact, pull.connects.by, after['equipment.production'] ?? Infinity);
  }
  const reaches = chosen.flatMap(({ pull }) => pull.reaches);
  return withReached(after, reaches, mill.green);
}

/** Facts once KPIs are brought to values, one after the other. */
export function withReached(facts: YearFacts, reaches: Pull['reaches'], green: GreenPack): YearFacts {
  return reaches.reduce((before, { kpi, to }) => {
    const object = kpiObject(kpi);
    return object.kind === 'facts' && object.brought !== null ? object.brought(before, to, green) : before;
  }, facts);
}

/** More of a fact that is known, no more than `most`. */
function raise(facts: YearFacts, fact: NumericFactId, by: number, most = Infinity): void {
  const value = facts[fact];
  if (value !== undefined) facts[fact] = Math.max(value, Math.min(most, value + by));
}

interface Lifted {
  readonly values: ReadonlyMap<string, AnswerValue>;
  /** Ratios of facts that answer questions, with the figure they come to. */
  readonly ratios: readonly { readonly ratio: FactRatio; readonly figure: number }[];
}

function liftedAnswers({ questions, isAsked, facts, answer }: ScoredMill, chosen: readonly Doer[]): Lifted {
  const values = new Map<string, AnswerValue>();
  const ratios: { ratio: FactRatio; figure: number }[] = [];
  for (const [question, lifts] of liftsByQuestion(chosen, questions, facts.now)) {
    const value = answer(question);
    if (value?.na !== undefined || !isAsked(question)) continue;
    const form = formOf(question);
    const before = standingIn(question, { questions, facts }, answer);
    if (before === null) continue;
    const after = form.lifted(question, before, lifts);
    if (!isHigher(after, before)) continue;
    const lifted = form.valueAt(question, after);
    const ratio = measuredFigure(question, facts.now) === null ? undefined : ratioOf(question);
    if (ratio === undefined) values.set(question.id, lifted);
    else if (lifted.value !== undefined) ratios.push({ ratio, figure: lifted.value });
  }
  return { values, ratios };
}

/** A question that the pinned packs lack is lifted by nothing; one that is read off machines is not lifted by what connects them, which raises the fact. */
function liftsByQuestion(
  chosen: readonly Doer[],
  questions: ScoredMill['questions'],
  facts: YearFacts,
): Map<Question, Lift[]> {
  const found = new Map<Question, Lift[]>();
  for (const { measure, pull } of chosen)
    for (const lift of measure.lifts) {
      const question = questions.get(lift.question);
      if (question === undefined || isReadOff(question, pull.connects?.fact, facts)) continue;
      const known = found.get(question);
      if (known === undefined) found.set(question, [lift]);
      else known.push(lift);
    }
  return found;
}

/** Whether the facts answer a question by the count of machines that a measure raises. */
export function isReadOff(question: Question, fact: NumericFactId | undefined, facts: YearFacts): boolean {
  return fact !== undefined && ratioOf(question)?.numerator === fact && measuredFigure(question, facts) !== null;
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
