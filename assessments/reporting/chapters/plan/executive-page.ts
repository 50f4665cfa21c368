import { exceeds, reaches } from '../../../indicators/comparison.ts';
import { moneyOf } from '../../../planning/plan-money.ts';
import { remaindersOf } from '../../../planning/changed-facts.ts';
import { topicWeight, totalBudget } from '../../../planning/problem-of.ts';
import { needsVerification } from '../../../schema/marks.ts';
import { FLOWS } from '../../../schema/measure.ts';
import { shownDistance, shownFigure } from '../../../scoring/shown-number.ts';
import { scoreText, standingText } from '../../level-text.ts';
import { nameOf, percent, wan } from '../../plan-text.ts';
import type { PlannedMill } from '../../planned-mill.ts';
import type { Block } from '../../report-document.ts';
import { textId } from '../../words.ts';
import { expectedScores } from './expected-scores.ts';

const FIRST = 3;

/** What the owner of the mill reads: what is done, what it costs, what it brings, and how far each may be trusted. */
export function executivePage(planned: PlannedMill): Block[] {
  if (planned.plan.planned.length === 0) return [{ kind: 'callout', tone: 'warning', ...nothingFits(planned) }];
  return [
    { kind: 'paragraph', text: opening(planned) },
    tiles(planned),
    { kind: 'list', ordered: false, items: trust(planned) },
    ...expectedScores(planned),
  ];
}

function nothingFits({ mill: { words, name }, plan }: PlannedMill): { title: string; text: string } {
  const budget = totalBudget(plan.request);
  return {
    title: words.say('plan-heading'),
    text:
      budget === null
        ? words.say('plan-empty-unbound', { name })
        : words.say('plan-empty', { name, budget: wan(budget) }),
  };
}

function opening(planned: PlannedMill): string {
  const { mill, plan, topics } = planned;
  const { words, name } = mill;
  const { cost } = moneyOf(plan.planned);
  const first = plan.planned.slice(0, FIRST).map((entry) => nameOf(entry, words));
  const rises = topics
    .filter(({ today }) => today.result.score !== null)
    .map(({ today, after }) =>
      words.say('plan-rise', {
        topic: today.name,
        before: scoreText(today),
        beforeLevel: standingText(today, mill),
        after: scoreText(after),
        afterLevel: standingText(after, planned.after),
      }),
    );
  return words.flow([
    words.say('plan-opening', {
      name,
      count: plan.planned.length,
      planned: wan(cost.planned),
      low: wan(cost.low),
      high: wan(cost.high),
    }),
    words.say('plan-first', { list: words.list(first) }),
    rises.length === 0 ? '' : words.say('plan-rises', { list: rises.join(words.say('clause-separator')) }),
    savings(planned),
  ]);
}

/** What the mill's yearly flows come to less; empty where nothing of the plan saves. */
function savings({ mill: { words, name }, plan }: PlannedMill): string {
  const measures = plan.planned.flatMap((entry) => entry.measure ?? []);
  const left = remaindersOf(measures);
  const parts = FLOWS.filter((flow) => left[flow] < 1).map((flow) =>
    words.say(textId('plan-saving-', flow), { share: percent(1 - left[flow]) }),
  );
  if (parts.length === 0) return '';
  const isUnsure = measures.some(({ saves }) => saves.some(({ mark }) => needsVerification(mark)));
  const mark = words.say(isUnsure ? 'reference-value' : 'short-derived');
  return words.say('plan-savings', { name, list: words.list(parts), mark });
}

function tiles({ mill: { words }, plan }: PlannedMill): Block {
  const { cost, estimatedShare } = moneyOf(plan.planned);
  const budget = totalBudget(plan.request);
  const money = (amount: number) => words.say('plan-wan', { amount: wan(amount) });
  const gap = gapOf(plan);
  return {
    kind: 'tiles',
    tiles: [
      {
        label: words.say('plan-tile-cost'),
        value: money(cost.planned),
        detail: words.say('plan-tile-cost-detail', { low: wan(cost.low), high: wan(cost.high) }),
        tone: 'accent',
      },
      {
        label: words.say('plan-tile-budget'),
        value: budget === null ? words.say('plan-tile-unbound') : money(budget - cost.planned),
        detail: budget === null ? '' : words.say('plan-tile-budget-detail', { budget: wan(budget) }),
        tone: budget !== null && exceeds(cost.planned, budget) ? 'bad' : 'accent',
      },
      {
        label: words.say('plan-tile-estimate'),
        value: `${percent(estimatedShare)}%`,
        detail: estimatedShare > 0 ? words.say('reference-value') : '',
        tone: estimatedShare > 0 ? 'warning' : 'good',
      },
      {
        label: words.say('plan-tile-choice'),
        value: plan.proven
          ? words.say('plan-tile-proven')
          : words.say('plan-tile-gap', { gap: shownDistance(100 * gap) }),
        detail: words.say(plan.proven ? 'plan-tile-proven-detail' : 'plan-tile-gap-detail'),
        tone: 'accent',
      },
    ],
  };
}

/** How far the objective may be below the optimum, as a share of it. */
function gapOf({ objective, bound }: PlannedMill['plan']): number {
  return objective <= 0 ? 0 : Math.max(0, bound - objective) / objective;
}

function trust(planned: PlannedMill): string[] {
  const { mill, plan } = planned;
  const { words, name } = mill;
  const { cost, estimatedShare } = moneyOf(plan.planned);
  const share = {
    planned: wan(cost.planned),
    estimated: wan(estimatedShare * cost.planned),
    share: percent(estimatedShare),
  };
  return [
    budgetText(planned, cost.planned),
    estimatedShare > 0
      ? words.say('plan-estimates', { ...share, mark: words.say('reference-value') })
      : words.say('plan-own-figures', { planned: share.planned, name }),
    plan.proven
      ? words.say('plan-proven', { name })
      : words.say('plan-gap', { name, gap: shownDistance(100 * gapOf(plan)) }),
    words.say('plan-estimate-against-score', {
      name,
      objective: shownFigure(plan.objective),
      real: shownFigure(realGain(planned)),
    }),
    ...recognition(planned),
  ];
}

function budgetText({ mill: { words }, plan }: PlannedMill, cost: number): string {
  const budget = totalBudget(plan.request);
  if (budget === null) return words.say('plan-budget-none');
  return reaches(budget, cost)
    ? words.say('plan-budget', { budget: wan(budget), rest: wan(budget - cost) })
    : words.say('plan-budget-over', { budget: wan(budget), over: wan(cost - budget) });
}

/** Points that scoring gives, weighted as the choice weighs the topics. */
function realGain({ topics, plan }: PlannedMill): number {
  return topics.reduce(
    (sum, { today, after }) =>
      sum + topicWeight(plan.request, today.id) * ((after.result.score?.low ?? 0) - (today.result.score?.low ?? 0)),
    0,
  );
}

function recognition({ mill: { words, name }, plan }: PlannedMill): string[] {
  return plan.target === null ? [] : [words.say('plan-recognition', { name, step: words.pick(plan.target.name) })];
}
