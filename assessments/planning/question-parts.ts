import type { Standing } from '../forms/form.ts';
import { formOf, pointsAt } from '../forms/forms.ts';
import { measuredFigure, ratioOf } from '../forms/known-figure.ts';
import { atRung } from '../forms/rungs.ts';
import type { NumericFactId } from '../schema/facts.ts';
import type { Lift } from '../schema/measure.ts';
import type { Question } from '../schema/pack.ts';
import type { ScoredMill } from '../scoring/scored-mill.ts';
import { standingIn } from '../scoring/standing-in.ts';
import { constant, type Expression, type LinearModel, sumOfExpressions, times } from './linear-model.ts';
import type { Variable } from './linear-program.ts';
import { isReadOff } from './mill-after.ts';
import type { Offer } from './offer.ts';

/** How a question moves with the choice. */
export interface QuestionPart {
  /** Points 0..100 that it gains. */
  readonly gain: Expression;
  /** 1 where its rung reaches `rung`, as levels, gates and scenes count it. */
  readonly reaches: (rung: number) => Expression;
  /** The rung that counts. */
  readonly rung: Expression;
  /** How many are ticked; constant where nothing is. */
  readonly ticked: Expression;
}

interface Step {
  readonly rung: number;
  readonly reached: Variable;
}

/** The parts of all asked questions whose standing is known, by id. What is unknown moves with nothing. */
export function questionParts(
  model: LinearModel,
  mill: ScoredMill,
  offers: readonly Offer[],
  chosen: readonly Variable[],
): ReadonlyMap<string, QuestionPart> {
  const facts = mill.facts.now;
  const standings = new Map<string, Standing>();
  for (const question of mill.questions.values()) {
    if (!mill.isAsked(question) || mill.answer(question)?.na !== undefined) continue;
    const standing = standingIn(question, mill, mill.answer);
    if (standing !== null) standings.set(question.id, standing);
  }
  const lifts = liftsOf();
  const connected = connectors();
  /** Lifts of measured questions with the count that they come to, by the fact that is counted. */
  const counted = new Map<NumericFactId, { amount: number; done: Expression }[]>();
  const parts = new Map<string, QuestionPart>();
  const measured: (() => void)[] = [];
  for (const [id, standing] of standings) {
    const question = mill.questions.get(id);
    if (question === undefined) continue;
    const { kind } = question.form;
    if (kind === 'tally' || kind === 'multiple') parts.set(id, ticksPart(question, standing));
    else if (measuredFigure(question, facts) !== null) measuredPart(question, standing);
    else parts.set(id, climbPart(question, standing));
  }
  for (const finish of measured) finish();
  return parts;

  function liftsOf(): ReadonlyMap<string, { lift: Lift; variable: Variable }[]> {
    const found = new Map<string, { lift: Lift; variable: Variable }[]>();
    offers.forEach(({ measure, pull }, i) => {
      for (const lift of measure.lifts) {
        const question = mill.questions.get(lift.question);
        if (question === undefined || isReadOff(question, pull.connects?.fact, facts)) continue;
        found.set(lift.question, [...(found.get(lift.question) ?? []), { lift, variable: chosen[i] ?? 0 }]);
      }
    });
    return found;
  }

  function connectors(): ReadonlyMap<NumericFactId, Expression> {
    const found = new Map<NumericFactId, Expression>();
    offers.forEach(({ pull }, i) => {
      if (pull.connects === null) return;
      const { fact, by } = pull.connects;
      found.set(fact, sumOfExpressions([found.get(fact) ?? constant(0), times(by, chosen[i] ?? 0)]));
    });
    return found;
  }

  /** Steps up from a standing: each is reached by a lift that leads so far, begun at a step that is reached. */
  function climb(question: Question, standing: Standing, rungs: readonly number[]): Step[] {
    const steps = rungs.map((rung) => ({ rung, reached: model.variable(1) }));
    const doneLifts: { readonly from: number; readonly to: number; readonly done: Variable }[] = [];
    const rising = [...(lifts.get(question.id) ?? [])].sort((a, b) => a.lift.from - b.lift.from);
    for (const { lift, variable } of rising) {
      const to = lift.gate === undefined ? (lift.rung ?? 0) : 1;
      if (lift.from <= standing.rung) {
        doneLifts.push({ from: lift.from, to, done: variable });
        continue;
      }
      const leading = doneLifts.filter((other) => other.from < lift.from && other.to >= lift.from);
      if (leading.length === 0) continue;
      const done = model.variable(1);
      model.keep(times(1, done), times(1, variable));
      model.keep(times(1, done), sumOfExpressions(leading.map((other) => times(1, other.done))));
      doneLifts.push({ from: lift.from, to, done });
    }
    steps.forEach(({ rung, reached }, k) => {
      const leading = doneLifts.filter(({ to }) => to >= rung).map(({ done }) => times(1, done));
      model.keep(times(1, reached), sumOfExpressions(leading));
      const before = steps[k - 1];
      if (before !== undefined) model.keep(times(1, reached), times(1, before.reached));
    });
    return steps;
  }

  function climbPart(question: Question, standing: Standing): QuestionPart {
    const targets = (lifts.get(question.id) ?? []).map(({ lift }) => (lift.gate === undefined ? (lift.rung ?? 0) : 1));
    const rungs = [...new Set(targets)].filter((rung) => rung > standing.rung).sort((a, b) => a - b);
    return partOf(question, standing, climb(question, standing, rungs));
  }

  /** A question read off two facts: its rungs are reached by machines connected, or by a lift of any question that counts the same. */
  function measuredPart(question: Question, standing: Standing): void {
    const ratio = ratioOf(question);
    if (ratio === undefined) return;
    const form = formOf(question);
    const denominator = facts[ratio.denominator] ?? 0;
    const rungs = Array.from({ length: form.topRung(question) }, (_, i) => i + 1).filter(
      (rung) => rung > standing.rung,
    );
    const own = climb(question, standing, rungs);
    const canLift = question.form.kind === 'numeric';
    if (canLift)
      for (const { rung, reached } of own) {
        const figure = form.valueAt(question, atRung(rung)).value ?? 0;
        const amounts = counted.get(ratio.numerator) ?? [];
        amounts.push({ amount: (figure * denominator) / 100, done: times(1, reached) });
        counted.set(ratio.numerator, amounts);
      }
    measured.push(() => {
      const now = facts[ratio.numerator] ?? 0;
      const connects = connected.get(ratio.numerator);
      const steps = rungs.map((rung): Step => {
        const need = (leastFigure(question, rung) * denominator) / 100;
        const ways = (counted.get(ratio.numerator) ?? [])
          .filter(({ amount }) => amount >= need - 1e-9)
          .map(({ done }) => done);
        if (connects !== undefined) {
          const isEnough = model.variable(1, true);
          model.keepWhere(isEnough, need, sumOfExpressions([constant(now), connects]));
          ways.push(times(1, isEnough));
        }
        const reached = model.variable(1);
        model.keep(times(1, reached), sumOfExpressions(ways));
        return { rung, reached };
      });
      parts.set(question.id, partOf(question, standing, steps));
    });
  }

  function ticksPart(question: Question, standing: Standing): QuestionPart {
    const byTick = new Map<string, Expression[]>();
    for (const { lift, variable } of lifts.get(question.id) ?? [])
      for (const tick of lift.choices ?? [])
        if (!standing.ticks.has(tick)) byTick.set(tick, [...(byTick.get(tick) ?? []), times(1, variable)]);
    const ticks = [...byTick].map(([tick, ways]) => {
      const ticked = model.variable(1);
      model.keep(times(1, ticked), sumOfExpressions(ways));
      return { tick, ticked };
    });
    const count = sumOfExpressions([constant(standing.ticks.size), ...ticks.map(({ ticked }) => times(1, ticked))]);
    if (question.form.kind === 'multiple') {
      const before = pointsAt(question, standing);
      const gain = model.variable(100 - before);
      const worth = ticks.map(({ tick, ticked }) =>
        times(pointsAt(question, { rung: 0, ticks: new Set([tick]) }), ticked),
      );
      model.keep(times(1, gain), sumOfExpressions(worth));
      return { gain: times(1, gain), reaches: () => constant(0), rung: constant(0), ticked: count };
    }
    const edges = question.form.kind === 'tally' ? question.form.edges : [];
    const steps = edges.flatMap((edge, i): Step[] => {
      if (i + 1 <= standing.rung) return [];
      const reached = model.variable(1, true);
      model.keepWhere(reached, edge, count);
      return [{ rung: i + 1, reached }];
    });
    return { ...partOf(question, standing, steps), ticked: count };
  }

  function partOf(question: Question, standing: Standing, steps: readonly Step[]): QuestionPart {
    const form = formOf(question);
    const pointsOf = (rung: number) => pointsAt(question, { rung, ticks: standing.ticks });
    const countingOf = (rung: number) => form.countingRung(question, rung);
    const climbed = (of: (rung: number) => number) =>
      sumOfExpressions(
        steps.map(({ rung, reached }, k) => times(of(rung) - of(steps[k - 1]?.rung ?? standing.rung), reached)),
      );
    return {
      gain: climbed(pointsOf),
      rung: sumOfExpressions([constant(countingOf(standing.rung)), climbed(countingOf)]),
      reaches: (rung) => {
        if (countingOf(standing.rung) >= rung) return constant(1);
        const step = steps.find((one) => countingOf(one.rung) >= rung);
        return step === undefined ? constant(0) : times(1, step.reached);
      },
      ticked: constant(standing.ticks.size),
    };
  }
}

/** The figure from which a question stands on a rung. */
function leastFigure({ form }: Question, rung: number): number {
  if (form.kind === 'numeric') return rung === 1 ? 1e-9 : (form.edges[rung - 2] ?? Infinity);
  return form.kind === 'single' ? (form.bands?.[rung - 1] ?? Infinity) : Infinity;
}
