import type { Alternative } from '../../planning/plan-of.ts';
import { AIMS, type Aim } from '../../schema/plan.ts';
import type { ContentSlide } from '../deck-document.ts';
import { wan, yearsText } from '../plan-text.ts';
import { plannedMillOf, type PlannedMill } from '../planned-mill.ts';
import type { Mill } from '../report-input.ts';
import { textId, type TextId } from '../words.ts';
import { remarkNotes } from './remark-notes.ts';

/** The three aims for the same limits side by side, and which one the plan takes. */
export function aimsSlide(mill: Mill): ContentSlide | null {
  const planned = plannedMillOf(mill);
  if (planned === null || planned.open.length === 0) return null;
  const { words } = mill;
  const { plan } = planned;
  const aim = words.say(textId('aim-', plan.aim));
  const gates = plan.gatesClosed.length + plan.gatesOpen.length;
  const rows: readonly (readonly [TextId, (one: Alternative) => string])[] = [
    ['column-cost', ({ cost }) => wan(cost.planned)],
    ['deck-benefit-planned', ({ benefit }) => (benefit === null ? words.say('plan-unpriced') : wan(benefit.planned))],
    ['deck-benefit-cautious', ({ benefit }) => (benefit === null ? '—' : wan(benefit.cautious))],
    ['column-payback', ({ payback }) => (payback === null ? '—' : yearsText(payback.planned, words))],
    ['aims-targets', ({ targetsReached }) => reachedText(targetsReached, planned)],
    ...(gates === 0
      ? []
      : [
          [
            'aims-gates',
            ({ gatesClosed }: Alternative) =>
              words.say('aims-gates-closed', { closed: gatesClosed.length, all: gates }),
          ] as const,
        ]),
    ['column-measures', ({ measures }) => String(measures.length)],
  ];
  const cell = (text: string, one: Aim) => (one === plan.aim ? { text, strong: true, tone: 'accent' as const } : text);
  const { targetsReached } = plan.alternatives[plan.aim];
  return {
    kind: 'content',
    title: words.say('deck-aims-title', {
      aim,
      cost: wan(plan.cost.planned),
      reached: targetsReached.length,
      all: plan.targets.length,
    }),
    lead: words.flow([
      words.say('deck-aims-lead', {
        budget:
          plan.budgetWan === null
            ? words.say('deck-budget-open')
            : words.say('deck-wan', { amount: wan(plan.budgetWan) }),
        people: plan.people,
      }),
      plan.target === null ? '' : words.say('deck-targets-recognition', { step: words.pick(plan.target.name) }),
      painsText(planned),
    ]),
    parts: [
      {
        kind: 'table',
        columns: [
          { title: words.say('card-item'), width: 22 },
          ...AIMS.map((one) => ({
            title: words.say(one === plan.aim ? 'aim-taken' : 'aim-other', { aim: words.say(textId('aim-', one)) }),
            width: 26,
          })),
        ],
        rows: rows.map(([title, text]) => ({
          cells: [
            { text: words.say(title), strong: true },
            ...AIMS.map((one) => cell(text(plan.alternatives[one]), one)),
          ],
        })),
      },
    ],
    source: words.say(gates === 0 ? 'deck-money-unit' : 'deck-aims-source'),
    notes: [...remarkNotes('demand', mill), words.say('deck-aims-notes')],
  };
}

/** What the mill said hurts, each with how many measures of the plan work on it. */
function painsText({ mill: { words }, plan, open }: PlannedMill): string {
  const pains = (plan.request.pains ?? []).map((pain) =>
    words.say('deck-pain', {
      pain: words.say(textId('deck-pain-', pain)),
      count: open.filter(({ measure }) => measure?.pains.includes(pain) ?? false).length,
    }),
  );
  return pains.length === 0 ? '' : words.say('deck-pains', { list: words.list(pains) });
}

function reachedText(ids: readonly string[], { topics, plan, mill: { words } }: PlannedMill): string {
  const names = topics
    .filter(({ today }) => ids.includes(today.id))
    .map(({ today }) => words.pick(today.pack.shortName));
  return words.say('aims-reached', { reached: ids.length, all: plan.targets.length, list: words.list(names) || '—' });
}
