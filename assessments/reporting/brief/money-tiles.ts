import { exceeds } from '../../indicators/comparison.ts';
import { wan, yearsText } from '../plan-text.ts';
import type { PlannedMill } from '../planned-mill.ts';
import type { Block } from '../report-document.ts';

/** What the plan costs, brings and reaches; a line that it is empty where it is. */
export function moneyTiles({ mill: { words }, plan, open }: PlannedMill): Block[] {
  const heading: Block = { kind: 'heading', level: 3, text: words.say('owner-money') };
  if (open.length === 0) return [heading, { kind: 'paragraph', text: words.say('owner-empty') }];
  const { cost, benefit, payback, budgetWan: budget, targets } = plan;
  const money = (amount: number) => words.say('plan-wan', { amount: wan(amount) });
  const reached = targets.filter((target) => target.reached).length;
  return [
    heading,
    {
      kind: 'tiles',
      tiles: [
        {
          label: words.say('tile-cost', { count: open.length }),
          value: money(cost.planned),
          detail: budget === null ? words.say('tile-unbound') : words.say('tile-budget', { budget: wan(budget) }),
          tone: budget !== null && exceeds(cost.planned, budget) ? 'bad' : 'accent',
        },
        {
          label: words.say('plan-tile-benefit'),
          value: benefit === null ? words.say('plan-unpriced') : money(benefit.planned),
          detail: benefit === null ? '' : words.say('tile-cautious', { amount: money(benefit.cautious) }),
          tone: benefit === null ? 'warning' : 'accent',
        },
        {
          label: words.say('plan-tile-payback'),
          value: payback === null ? '—' : yearsText(payback.planned, words),
          detail: payback === null ? '' : words.say('tile-cautious', { amount: yearsText(payback.cautious, words) }),
          tone: 'accent',
        },
        {
          label: words.say('plan-tile-targets'),
          value: words.say('plan-tile-of', { reached, all: targets.length }),
          detail: '',
          tone: reached === targets.length ? 'good' : 'warning',
        },
      ],
    },
  ];
}
