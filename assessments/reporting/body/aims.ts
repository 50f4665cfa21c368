import { exceeds } from '../../indicators/comparison.ts';
import type { Payback } from '../../planning/benefit.ts';
import { BENEFIT_YEARS } from '../../planning/choice-model.ts';
import type { Alternative } from '../../planning/plan-of.ts';
import { AIMS, type Aim } from '../../schema/plan.ts';
import { shownDistance } from '../../scoring/shown-number.ts';
import { refer } from '../numbered.ts';
import { benefitLines, fewIds, moneyLines, paybackLines, wan } from '../plan-text.ts';
import type { PlannedMill } from '../planned-mill.ts';
import type { Block, TableCell } from '../report-document.ts';
import { grouped } from '../shown-figure.ts';
import { textId, type TextId } from '../words.ts';

const MANY_IDS = 8;

/** The three aims for the same limits side by side, which one the plan takes, and what is proved of which. */
export function aims(planned: PlannedMill): Block[] {
  const { mill, plan } = planned;
  const { words, name } = mill;
  const rows: [TextId, (aim: Aim, one: Alternative) => string][] = [
    ['column-cost', (_, { cost }) => moneyLines(cost, '', words).join('\n')],
    ['column-benefit', (_, { benefit }) => benefitLines(benefit, words).join('\n')],
    ['column-payback', (_, { payback }: { payback: Payback | null }) => paybackLines(payback, words).join('\n')],
    ['aims-targets', (_, { targetsReached }) => topicNames(targetsReached, planned)],
    ['aims-levels', (_, { levels }) => levelsText(levels, planned)],
    ['aims-gates', (_, { gatesClosed }) => gatesText(gatesClosed, planned)],
    ['column-measures', (_, { measures }) => String(measures.length)],
    ['aims-differs', (aim, one) => differsText(aim, one, planned)],
  ];
  const cell = (text: string, aim: Aim): string | TableCell => (aim === plan.aim ? { text, strong: true } : text);
  return [
    { kind: 'heading', level: 2, text: words.say('aims-heading') },
    {
      kind: 'paragraph',
      text: words.say('aims-lead', { name, aim: words.say(textId('aim-', plan.aim)), table: refer('aims') }),
    },
    {
      kind: 'table',
      key: 'aims',
      caption: words.say('aims-caption'),
      columns: [
        { title: words.say('card-item'), width: 16 },
        ...AIMS.map((aim) => ({
          title: words.say(aim === plan.aim ? 'aim-taken' : 'aim-other', { aim: words.say(textId('aim-', aim)) }),
          width: 28,
        })),
      ],
      rows: rows.map(([title, text]) => ({
        cells: [words.say(title), ...AIMS.map((aim) => cell(text(aim, plan.alternatives[aim]), aim))],
      })),
    },
    { kind: 'list', ordered: false, items: [...AIMS.map((aim) => claim(aim, planned)), ...byHand(planned)] },
  ];
}

function topicNames(ids: readonly string[], { topics, plan, mill: { words } }: PlannedMill): string {
  const names = topics
    .filter(({ today }) => ids.includes(today.id))
    .map(({ today }) => words.pick(today.pack.shortName));
  return words.say('aims-reached', { reached: ids.length, all: plan.targets.length, list: words.list(names) || '—' });
}

function levelsText(levels: Alternative['levels'], { topics, mill }: PlannedMill): string {
  return topics
    .flatMap(({ today }) => {
      const level = levels[today.id];
      if (level === undefined) return [];
      const topic = mill.words.pick(today.pack.shortName);
      return [mill.words.say('aims-level', { topic, before: today.result.level ?? '—', after: level ?? '—' })];
    })
    .join('\n');
}

function gatesText(closed: readonly string[], { plan, mill: { words } }: PlannedMill): string {
  const all = plan.gatesClosed.length + plan.gatesOpen.length;
  return all === 0 ? '—' : words.say('aims-gates-closed', { closed: closed.length, all });
}

/** What an aim would do beside the plan, and what it would leave out. */
function differsText(aim: Aim, { measures }: Alternative, { plan, open, mill: { words } }: PlannedMill): string {
  const own = open.flatMap(({ offer }) => (offer === null ? [] : [offer.measure.id as string]));
  const more = measures.filter((id) => !own.includes(id));
  const less = own.filter((id) => !measures.includes(id));
  if (more.length + less.length === 0) return words.say(aim === plan.aim ? 'aims-this' : 'aims-same');
  return [
    ...(more.length === 0 ? [] : [words.say('aims-more', { ids: fewIds(more, MANY_IDS, words) })]),
    ...(less.length === 0 ? [] : [words.say('aims-less', { ids: fewIds(less, MANY_IDS, words) })]),
  ].join('\n');
}

/** What is proved of an aim, with the limits and the steps that come before it; where it is not, in which step and how far. */
function claim(aim: Aim, planned: PlannedMill): string {
  const { mill, plan } = planned;
  const { words, name } = mill;
  const { proven, gap, gapIn } = plan.alternatives[aim];
  const values = { name, aim: words.say(textId('aim-', aim)), limits: limitsText(planned), first: firstText(planned) };
  if (proven) return words.say(textId('claim-', aim), values);
  const step = gapIn === null ? '—' : words.say(textId('step-', gapIn));
  if (gapIn !== 'money') return words.say('claim-gap', { ...values, step, gap: shownDistance(100 * gap) });
  const more = gap * Math.max(1, Math.abs(netOf(plan.alternatives[aim])));
  return words.say('claim-gap-money', {
    ...values,
    more: wan(more),
    same: aim === 'money' ? '' : words.say('same-targets'),
  });
}

/** What money is compared by: the benefit of five years less the cost, 10k yuan. */
function netOf({ cost, benefit }: Pick<Alternative, 'cost' | 'benefit'>): number {
  return BENEFIT_YEARS * (benefit?.planned ?? 0) - cost.planned;
}

function limitsText({ mill: { words }, plan }: PlannedMill): string {
  const people = grouped(plan.people);
  return plan.budgetWan === null
    ? words.say('limits-people', { people })
    : words.say('limits-both', { people, budget: wan(plan.budgetWan) });
}

/** What every aim keeps before its own: gates, the recognition, pains, as far as they bind. */
function firstText({ mill: { words }, plan }: PlannedMill): string {
  const steps = [
    ...(plan.gatesClosed.length + plan.gatesOpen.length > 0 ? [words.say('first-gates')] : []),
    ...(plan.target === null ? [] : [words.say('first-recognition')]),
    ...((plan.request.pains ?? []).length > 0 ? [words.say('first-pains')] : []),
  ];
  return steps.length === 0 ? '' : words.say('claim-first', { steps: words.list(steps) });
}

/** That the plan is not the one computed for its aim now, and what it is behind in first; nothing where it is. */
function byHand({ mill: { words, name }, plan }: PlannedMill): string[] {
  const best = plan.alternatives[plan.aim];
  if (plan.proven === best.proven && plan.gap === best.gap && plan.gapIn === best.gapIn) return [];
  const values = { name, aim: words.say(textId('aim-', plan.aim)) };
  if (plan.gapIn === null) return [words.say('by-hand-even', values)];
  const behind = netOf(best) - netOf(plan);
  return [
    words.flow([
      words.say('by-hand', { ...values, step: words.say(textId('step-', plan.gapIn)) }),
      exceeds(behind, 0) ? words.say('by-hand-money', { less: wan(behind) }) : '',
    ]),
  ];
}
