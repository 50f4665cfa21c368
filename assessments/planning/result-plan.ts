import type { ResultPlan } from '../schema/plan.ts';
import type { Question } from '../schema/pack.ts';
import type { Benefit, Payback, SavingLine } from './benefit.ts';
import type { CostOf } from './cost-of.ts';
import { liftedBy } from './lifted-answers.ts';
import type { Offer } from './offer.ts';
import type { Alternative, ImprovementPlan, PlanOutcome } from './plan-of.ts';
import type { PlannedMeasure } from './planned-measures.ts';
import type { Unknown } from './unknowns.ts';

type Made = Extract<ResultPlan, { aim: unknown }>;

/** What a result says beside a plan that the plan does not know itself. */
export interface ResultExtras {
  /** Who is asked to find out, where the answer names nobody; null where nobody is named. */
  readonly roleOf: (id: string) => string | null;
  readonly support: Made['support'];
  /** How sure each measure is, where that was computed for this mill as it is; else empty. */
  readonly firm: Readonly<Record<string, number>>;
}

/** The plan as a result carries it, or why there is none (planning.md 7); scores and levels on the low bound. */
export function resultPlan(outcome: PlanOutcome, extras: ResultExtras): ResultPlan {
  switch (outcome.kind) {
    case 'too-little-known':
      return {
        refused: 'too-little-known',
        missing: outcome.missing.map(({ id }) => id),
        candidates: outcome.candidates.map(({ offer, benefit, lines, payback }) =>
          candidate(offer, offer.measure.id, benefit, lines, payback, offer.cost, offer.requires),
        ),
      };
    case 'does-not-fit':
      return {
        refused: 'does-not-fit',
        over: { ...outcome.over, excludes: outcome.over.excludes.map(([one, other]) => [one, other]) },
      };
    case 'plan':
      return made(outcome.plan, extras);
  }
}

function made(plan: ImprovementPlan, { roleOf, support, firm }: ResultExtras): Made {
  const { expected, alternatives } = plan;
  return {
    aim: plan.aim,
    budgetWan: plan.budgetWan,
    proven: plan.proven,
    gap: plan.gap,
    gapIn: plan.gapIn,
    limits: { people: plan.people, parallel: plan.parallel },
    targets: [...plan.targets].sort((a, b) => (a.pack < b.pack ? -1 : 1)),
    gatesClosed: [...plan.gatesClosed],
    gatesOpen: [...plan.gatesOpen],
    costWan: rangeOf(plan.cost),
    benefitWan: plan.benefit,
    paybackYears: plan.payback,
    estimatedShare: plan.estimatedShare,
    measures: plan.planned.map((entry) => measureOf(entry, plan, firm)),
    verify: plan.verify.map(({ id, who }: Unknown) => ({ id, who: who ?? roleOf(id) })),
    support,
    expected: Object.fromEntries(
      [...expected.pinned].sort().flatMap((id) => {
        const pack = expected.scores.packs[id];
        return pack === undefined ? [] : [[id, { score: pack.score?.low ?? null, level: pack.level }]];
      }),
    ),
    alternatives: {
      level: alternativeOf(alternatives.level),
      money: alternativeOf(alternatives.money),
      balanced: alternativeOf(alternatives.balanced),
    },
  };
}

function measureOf(
  { item, offer, benefit, lines, payback, cost, requires, phase, span }: PlannedMeasure,
  plan: ImprovementPlan,
  firm: ResultExtras['firm'],
): Made['measures'][number] {
  const own = plan.ownEffect(item.id);
  return {
    ...candidate(offer, item.id, benefit, lines, payback, cost, requires, plan.mill.mill.questions),
    phase,
    startMonth: span.start,
    endMonth: span.end,
    own: Object.fromEntries(Object.entries(own).sort(([a], [b]) => (a < b ? -1 : 1))),
    firm: firm[item.id] ?? null,
  };
}

function candidate(
  offer: Offer | null,
  id: string,
  benefit: Benefit | null,
  lines: readonly SavingLine[],
  payback: Payback | null,
  cost: CostOf,
  requires: readonly string[],
  questions?: ReadonlyMap<string, Question>,
) {
  const lifts =
    offer === null
      ? []
      : questions === undefined
        ? offer.measure.lifts.map(({ question }) => question as string)
        : liftedBy(offer.measure, questions);
  return {
    id,
    units: offer?.units?.lacking ?? null,
    costWan: { ...rangeOf(cost), origin: cost.origin },
    benefitWan: benefit,
    saves: lines.map(({ fact, quantity, price, priceOrigin }) => ({
      fact,
      quantity: quantity.planned,
      price,
      priceOrigin,
    })),
    paybackYears: payback,
    lifts: [...new Set(lifts)].sort(),
    requires: [...requires],
  };
}

function alternativeOf(one: Alternative): Made['alternatives']['level'] {
  return {
    costWan: rangeOf(one.cost),
    benefitWan: one.benefit,
    paybackYears: one.payback,
    proven: one.proven,
    gap: one.gap,
    gapIn: one.gapIn,
    gatesClosed: [...one.gatesClosed],
    targetsReached: [...one.targetsReached].sort(),
    measures: [...one.measures],
  };
}

function rangeOf({ low, planned, high }: { readonly low: number; readonly planned: number; readonly high: number }) {
  return { low, planned, high };
}
