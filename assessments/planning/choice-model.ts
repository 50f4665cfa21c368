import type { Loss } from '../schema/measure.ts';
import { LOSSES } from '../schema/measure.ts';
import type { NumericFactId } from '../schema/facts.ts';
import type { PackId } from '../schema/ids.ts';
import type { Condition } from '../schema/policy.ts';
import { scoreMill, type ScoredMill } from '../scoring/scored-mill.ts';
import { STREAMS } from './flows.ts';
import { wanOf, type SavingLine } from './benefit.ts';
import type { Choosing } from './choosing.ts';
import { gateClosed, levelReached, scoreGain, type MovedParts } from './level-parts.ts';
import { kpiParts, tickedKpiParts } from './kpi-parts.ts';
import { constant, type Expression, LinearModel, scaledBy, sumOfExpressions, times } from './linear-model.ts';
import type { Variable } from './linear-program.ts';
import { millAfter } from './mill-after.ts';
import { questionParts } from './question-parts.ts';
import { conditionState } from './readiness.ts';
import { streamParts } from './stream-parts.ts';

/** The choice of a plan as a linear model whose optimum is never below that of the mill, and is made tighter where choices stand. */
export interface ChoiceModel {
  readonly model: LinearModel;
  readonly chosen: readonly Variable[];
  readonly gates: Expression;
  readonly conditions: Expression;
  readonly pains: Expression;
  /** Sum of weights of topics that reach their target. */
  readonly targets: Expression;
  /** Points as planning.md 4 counts them. */
  readonly points: Expression;
  /** 5 × benefit − cost, 10k yuan. */
  readonly money: Expression;
  /** Makes the model exact at a choice that was looked at; `missed` are targets and conditions that it does not keep there. */
  readonly refine: (
    here: ReadonlySet<number>,
    missed: { readonly targets: readonly PackId[]; readonly conditions: readonly number[] },
  ) => void;
}

/** Years whose benefit counts in the money of a plan (planning.md 4). */
export const BENEFIT_YEARS = 5;

export function choiceModel(choosing: Choosing): ChoiceModel {
  const { planned, offers, limits, topics, gates, conditions, pains } = choosing;
  const { mill, flows } = planned;
  const model = new LinearModel();
  const all = allDone(choosing);
  const chosen = offers.map(() => model.variable(1, true));
  const place = new Map(offers.map(({ measure }, i) => [measure.id as string, i]));
  const at = (item: number) => chosen[item] ?? 0;
  keepLimits();
  const streams = streamParts(model, offers, flows, chosen);
  const questions = questionParts(model, mill, offers, chosen);
  const kpis = [...kpiParts(model, planned, offers, streams, chosen), ...tickedKpiParts(model, mill, questions)];
  const parts: MovedParts = { questions, kpis };
  const gained = new Map(topics.map(({ pack, today }) => [pack.id, scoreGain(pack, today, parts)]));
  const gainOf = (pack: PackId) => gained.get(pack) ?? constant(0);
  const reached = topics.flatMap(({ pack, today, weight, target }) =>
    target === null
      ? []
      : [
          {
            id: pack.id,
            weight,
            variable: levelReached(model, { pack, today, gain: gainOf(pack.id) }, target, mill, parts),
          },
        ],
  );
  const held = conditions.map((condition) => {
    const variable = model.variable(1, true);
    model.keep(times(1, variable), conditionHolds(condition));
    return variable;
  });
  const adders = new Set(offers.flatMap(({ pull }, i) => (pull.adds.length > 0 ? [i] : [])));
  return {
    model,
    chosen,
    gates: sumOfExpressions(gates.map((gate) => oneOf(gateClosed(gate, mill, parts)))),
    conditions: sumOfExpressions(held.map((variable) => times(1, variable))),
    pains: sumOfExpressions(
      pains.map((pain) => {
        const served = model.variable(1);
        const serving = offers.flatMap(({ measure }, i) => (measure.pains.includes(pain) ? [times(1, at(i))] : []));
        model.keep(times(1, served), sumOfExpressions(serving));
        return times(1, served);
      }),
    ),
    targets: sumOfExpressions(reached.map(({ weight, variable }) => times(weight, variable))),
    points: sumOfExpressions(
      topics.flatMap(({ pack, weight, target }) => (target === null ? [] : [scaledBy(weight, gainOf(pack.id))])),
    ),
    money: sumOfExpressions([
      scaledBy(BENEFIT_YEARS, benefit()),
      ...offers.map(({ cost }, i) => times(-cost.planned, at(i))),
    ]),
    refine: (here, missed) => {
      const isChosen = (item: number) => here.has(item);
      streams.refine(isChosen);
      for (const kpi of kpis) kpi.refine(isChosen);
      const elsewhere = sumOfExpressions(
        offers.flatMap((_, i) =>
          !here.has(i) ? [times(1, at(i))] : adders.has(i) ? [constant(1), times(-1, at(i))] : [],
        ),
      );
      for (const { id, variable } of reached)
        if (missed.targets.includes(id)) model.keep(times(1, variable), elsewhere);
      for (const i of missed.conditions) {
        const variable = held[i];
        if (variable !== undefined) model.keep(times(1, variable), elsewhere);
      }
    },
  };

  function oneOf(expression: Expression): Expression {
    const variable = model.variable(1);
    model.keep(times(1, variable), expression);
    return times(1, variable);
  }

  function keepLimits(): void {
    const sumOf = (of: (offer: (typeof offers)[number]) => number) =>
      sumOfExpressions(offers.map((offer, i) => times(of(offer), at(i))));
    if (Number.isFinite(limits.money))
      model.keep(
        sumOf(({ cost }) => cost.planned),
        constant(limits.money),
      );
    if (Number.isFinite(limits.months))
      model.keep(
        sumOf(({ measure }) => measure.effort),
        constant(limits.months),
      );
    offers.forEach(({ measure, requires }, i) => {
      for (const id of requires) {
        const needed = place.get(id);
        if (needed !== undefined) model.keep(times(1, at(i)), times(1, at(needed)));
      }
      for (const id of measure.excludes) {
        const other = place.get(id);
        if (other !== undefined && other > i)
          model.keep(sumOfExpressions([times(1, at(i)), times(1, at(other))]), constant(1));
      }
      if (choosing.forced.has(measure.id)) model.keep(constant(1), times(1, at(i)));
    });
  }

  /** 10k yuan a year, of planned figures. */
  function benefit(): Expression {
    const alone = offers.map((offer) => planned.benefits([offer]).lines.get(offer) ?? []);
    const linear = offers.map((_, i) =>
      times(
        (alone[i] ?? [])
          .filter((line) => !isShared(line))
          .reduce((sum, line) => sum + wanOf(line, line.quantity.planned), 0),
        at(i),
      ),
    );
    const ofStreams = STREAMS.map((stream) => scaledBy(planned.wanPerShare(stream), streams.saved[stream]));
    const ofLosses = LOSSES.map((loss) => scaledBy(mill.facts.now[`loss.${loss}`] ?? 0, streams.avoided[loss]));
    const limited = (['people.employees', 'energy.renewable.pv'] as const).map((fact) => capped(fact, alone));
    return sumOfExpressions([...ofStreams, ...ofLosses, ...limited, ...linear]);
  }

  /** What together cannot be more than the mill has: jobs, and the electricity that it uses. */
  function capped(
    fact: 'people.employees' | 'energy.renewable.pv',
    alone: readonly (readonly SavingLine[])[],
  ): Expression {
    const mine = alone.map((lines) => lines.filter((line) => line.fact === fact));
    const price = Math.max(0, ...mine.flat().map((line) => wanOf(line, 1)));
    const most =
      fact === 'people.employees' ? mill.facts.now['people.employees'] : (flows.use.electricity ?? undefined);
    const raw = sumOfExpressions(
      mine.map((lines, i) =>
        times(
          lines.reduce((sum, line) => sum + wanOf(line, line.quantity.planned), 0),
          at(i),
        ),
      ),
    );
    if (most === undefined || raw.terms.every(([factor]) => factor === 0)) return raw;
    const worth = model.variable(most * price);
    model.keep(times(1, worth), raw);
    return times(1, worth);
  }

  function conditionHolds(condition: Condition): Expression {
    const { check } = condition;
    if (check === null) return constant(0);
    const isMet = conditionState(condition, mill) === 'met';
    switch (check.kind) {
      case 'question':
        return questions.get(check.question)?.reaches(check.rung) ?? constant(isMet ? 1 : 0);
      case 'gate': {
        const state = Object.values(mill.scores.packs)
          .flatMap(({ gates: all }) => all)
          .find(({ id }) => id === check.gate)?.state;
        return state === 'failed' ? gateClosed(check.gate, mill, parts) : constant(isMet ? 1 : 0);
      }
      case 'pack-level': {
        const topic = topics.find(({ pack }) => pack.id === check.pack);
        if (topic === undefined) return constant(isMet ? 1 : 0);
        const { pack, today } = topic;
        return times(1, levelReached(model, { pack, today, gain: gainOf(pack.id) }, check.level, mill, parts));
      }
      case 'fact-at-least':
        return constant(isMet ? 1 : 0);
      default:
        return constant(conditionState(condition, all) === 'met' ? 1 : 0);
    }
  }
}

/** The mill with all offers done, beyond any limit: what does not hold then holds for no choice. */
function allDone({ planned, offers }: Choosing): ScoredMill {
  const after = millAfter(planned, offers);
  return scoreMill(after.dossier, after.diagnosis, planned.mill.context);
}

const SHARED: ReadonlySet<string> = new Set<string>([
  'water.intake',
  'water.wastewater.discharged',
  'people.employees',
  'energy.renewable.pv',
  ...LOSSES.map((loss: Loss) => `loss.${loss}`),
]);
const SAVED_STREAMS: ReadonlySet<string> = new Set<NumericFactId>([
  'energy.electricity',
  'energy.steam',
  'energy.gas',
  'energy.coal',
]);

/** Whether several measures share a line, so that it does not add up; what adds a flow always adds up. */
function isShared({ fact, quantity }: SavingLine): boolean {
  return SHARED.has(fact) || (SAVED_STREAMS.has(fact) && quantity.planned > 0);
}
