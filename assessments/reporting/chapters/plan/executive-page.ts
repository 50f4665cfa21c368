import { exceeds, reaches } from '../../../indicators/comparison.ts';
import type { Payback } from '../../../planning/benefit.ts';
import { itemTitle } from '../../answer-text.ts';
import { levelText, scoreText } from '../../level-text.ts';
import { percent, rangeText, titleOf, wan, yearsText } from '../../plan-text.ts';
import type { PlannedMill } from '../../planned-mill.ts';
import type { Block } from '../../report-document.ts';
import { grouped } from '../../shown-figure.ts';
import type { Words } from '../../words.ts';
import { expectedScores } from './expected-scores.ts';
import { leftOpen, mustText } from '../../open-gates.ts';

/** What the owner of the mill reads: what must be done, what it costs and brings, which levels it reaches, and how far each may be trusted. */
export function executivePage(planned: PlannedMill): Block[] {
  const { open } = planned;
  if (open.length === 0) return [nothingToDo(planned), ...expectedScores(planned)];
  return [
    { kind: 'paragraph', text: planned.mill.words.flow([mustText(planned), moneyText(planned)]) },
    tiles(planned),
    { kind: 'list', ordered: false, items: findings(planned) },
    ...expectedScores(planned),
  ];
}

function nothingToDo(planned: PlannedMill): Block {
  const { words, name } = planned.mill;
  const budget = planned.plan.budgetWan;
  return {
    kind: 'callout',
    tone: 'warning',
    title: words.say('plan-heading'),
    text: words.flow([
      leftOpen(planned),
      budget === null
        ? words.say('plan-empty-unbound', { name })
        : words.say('plan-empty', { name, budget: wan(budget) }),
    ]),
  };
}

function moneyText({ mill: { words, name }, plan, open }: PlannedMill): string {
  const { benefit, payback, cost } = plan;
  return words.flow([
    words.say('money-cost', { count: open.length, sum: rangeText(cost, words) }),
    benefit === null
      ? words.say('money-unpriced', { name })
      : words.say('money-benefit', {
          benefit: rangeText(benefit, words),
          cautious: wan(benefit.cautious),
          payback: paybackText(payback, words),
        }),
  ]);
}

function paybackText(payback: Payback | null, words: Words): string {
  const { planned, cautious } = payback ?? { planned: null, cautious: null };
  if (planned === null) return words.say('pays-never');
  const years = yearsText(planned, words);
  return cautious === null
    ? words.say('pays-back-unless', { years })
    : words.say('pays-back', { years, slow: yearsText(cautious, words) });
}

function tiles({ mill: { words }, plan }: PlannedMill): Block {
  const { cost, benefit, payback, budgetWan: budget, estimatedShare, targets } = plan;
  const money = (amount: number) => words.say('plan-wan', { amount: wan(amount) });
  const reached = targets.filter((target) => target.reached).length;
  return {
    kind: 'tiles',
    tiles: [
      {
        label: words.say('plan-tile-cost'),
        value: money(cost.planned),
        detail: words.say('plan-tile-cost-detail', { low: wan(cost.low), high: wan(cost.high) }),
        tone: budget !== null && exceeds(cost.planned, budget) ? 'bad' : 'accent',
      },
      {
        label: words.say('plan-tile-benefit'),
        value: benefit === null ? words.say('plan-unpriced') : money(benefit.planned),
        detail: benefit === null ? '' : words.say('plan-cautious', { amount: wan(benefit.cautious) }),
        tone: benefit === null ? 'warning' : 'accent',
      },
      {
        label: words.say('plan-tile-payback'),
        value: payback === null ? '—' : yearsText(payback.planned, words),
        detail: payback === null ? '' : words.say('plan-cautious', { amount: yearsText(payback.cautious, words) }),
        tone: 'accent',
      },
      {
        label: words.say('plan-tile-targets'),
        value: words.say('plan-tile-of', { reached, all: targets.length }),
        detail: '',
        tone: reached === targets.length ? 'good' : 'warning',
      },
      {
        label: words.say('plan-tile-estimate'),
        value: `${percent(estimatedShare)}%`,
        detail: estimatedShare > 0 ? words.say('star-short') : '',
        tone: estimatedShare > 0 ? 'warning' : 'good',
      },
    ],
  };
}

function findings(planned: PlannedMill): string[] {
  return [
    ...levels(planned),
    ...gates(planned),
    budgetText(planned),
    peopleText(planned),
    estimates(planned),
    ...unpriced(planned),
    ...worse(planned),
    ...recognition(planned),
  ];
}

function levels(planned: PlannedMill): string[] {
  const { mill, topics } = planned;
  const { words } = mill;
  const rises = topics
    .filter(({ today }) => today.result.score !== null)
    .map(({ today, after }) =>
      words.say(scoreText(today) === scoreText(after) ? 'plan-same' : 'plan-rise', {
        topic: today.name,
        before: scoreText(today),
        beforeLevel: levelText(today, today.result.level, mill),
        after: scoreText(after),
        afterLevel: levelText(after, after.result.level, mill),
      }),
    );
  return rises.length === 0 ? [] : [words.say('plan-rises', { list: rises.join(words.say('clause-separator')) })];
}

/** Each failed gate that is closed or left open, with what it asks. */
function gates({ mill, plan }: PlannedMill): string[] {
  const { words } = mill;
  const titles = (ids: readonly string[]) =>
    words.list(ids.map((id) => words.say('gate-title', { id, title: itemTitle(id, mill) })));
  return [
    ...(plan.gatesClosed.length === 0
      ? []
      : [words.say('gates-closed', { count: plan.gatesClosed.length, list: titles(plan.gatesClosed) })]),
    ...(plan.gatesOpen.length === 0
      ? []
      : [words.say('gates-open', { count: plan.gatesOpen.length, list: titles(plan.gatesOpen) })]),
  ];
}

function budgetText({ mill: { words, name }, plan }: PlannedMill): string {
  const { budgetWan: budget, cost } = plan;
  if (budget === null) return words.say('plan-budget-none', { name });
  return reaches(budget, cost.planned)
    ? words.say('plan-budget', { budget: wan(budget), rest: wan(budget - cost.planned) })
    : words.say('plan-budget-over', { budget: wan(budget), over: wan(cost.planned - budget) });
}

function peopleText({ mill: { words, name }, plan, open }: PlannedMill): string {
  const late = open.filter(({ isLate }) => isLate);
  const people = { name, people: grouped(plan.people), parallel: plan.parallel };
  return late.length === 0
    ? words.say('plan-people', people)
    : words.say('plan-people-late', { ...people, list: words.list(late.map((entry) => titleOf(entry, words))) });
}

function estimates({ mill: { words, name }, plan: { cost, estimatedShare } }: PlannedMill): string {
  const planned = wan(cost.planned);
  return estimatedShare > 0
    ? words.say('plan-estimates', {
        planned,
        estimated: wan(estimatedShare * cost.planned),
        share: percent(estimatedShare),
        star: words.say('star'),
      })
    : words.say('plan-own-figures', { planned, name });
}

/** How many measures count 0 in the benefit because nothing of them has a price. */
function unpriced({ mill: { words, name }, open }: PlannedMill): string[] {
  const count = open.filter(({ benefit }) => benefit === null).length;
  return count === 0 ? [] : [words.say('plan-unpriced-count', { name, count, all: open.length })];
}

/** Topics that an added use of water or energy makes worse. */
function worse({ mill: { words }, topics }: PlannedMill): string[] {
  const fallen = topics.filter(({ today, after }) =>
    exceeds(today.result.score?.low ?? 0, after.result.score?.low ?? 0),
  );
  return fallen.map(({ today, after }) =>
    words.say('plan-falls', { topic: today.name, before: scoreText(today), after: scoreText(after) }),
  );
}

function recognition({ mill: { words, name }, plan }: PlannedMill): string[] {
  return plan.target === null ? [] : [words.say('plan-recognition', { name, step: words.pick(plan.target.name) })];
}
