import { PHASE_ENDS } from '../../schema/plan.ts';
import { monthsAfter } from '../../planning/schedule.ts';
import type { Unknown } from '../../planning/unknowns.ts';
import type { ContentSlide } from '../deck-document.ts';
import { nameOf, wan } from '../plan-text.ts';
import { plannedMillOf, type PlannedMill } from '../planned-mill.ts';
import { remarkAt } from '../remark-blocks.ts';
import type { TableBlock } from '../report-document.ts';
import type { Mill } from '../report-input.ts';
import { textId } from '../words.ts';
import { unknownTitle, whoKnows } from '../ask.ts';
import { openItems } from '../counts.ts';
import { FIRST_THINGS } from './first-things-slide.ts';
import { failedGatesOf } from './gates-slide.ts';
import { readingsOf, supportSlide } from './support-slide.ts';
import { sumOf } from './sum-of.ts';

/** So many open things are named; the rest by number. */
const NAMED = 5;
/** What the specialist concludes stands on the slide where it has no more characters; else the speaker says it. */
const LONGEST_LEAD = 90;

/** The last slide, which stays on the wall: what the owner decides today, and what is still unknown and who finds it out. */
export function closingSlide(mill: Mill): ContentSlide | null {
  const planned = plannedMillOf(mill);
  if (planned === null) return null;
  const { words } = mill;
  const verify = openItems(mill);
  const conclusion = remarkAt('conclusion', mill) ?? '';
  const decisions = decisionsOf(planned);
  const list = { kind: 'bullets', title: words.say('deck-decide'), ordered: true, items: decisions } as const;
  const values = { count: decisions.length, unknown: verify.length };
  return {
    kind: 'content',
    title: words.say(verify.length === 0 ? 'deck-closing-title' : 'deck-closing-title-unknown', values),
    lead: conclusion.length <= LONGEST_LEAD ? conclusion : '',
    parts: [
      verify.length === 0 ? list : { kind: 'columns', share: 0.52, left: list, right: unknownTable(verify, mill) },
    ],
    source: verify.length === 0 ? '' : words.say('deck-closing-source'),
    notes: [
      ...(conclusion.length <= LONGEST_LEAD ? [] : [conclusion]),
      ...verify.map((item) =>
        words.say('deck-unknown-line', { title: unknownTitle(item, mill), who: whoKnows(item, mill) }),
      ),
      ...(supportSlide(mill) === null ? [words.say('deck-support-notes-none')] : []),
    ],
  };
}

/** What nobody knows yet, who finds out. */
export function unknownTable(items: readonly Unknown[], mill: Mill, most = NAMED): TableBlock {
  const { words } = mill;
  const shown = items.length <= most + 1 ? items : items.slice(0, most);
  const rest = items.length - shown.length;
  return {
    kind: 'table',
    columns: [
      { title: words.say('deck-unknown'), width: 70 },
      { title: words.say('deck-finds-out'), width: 30 },
    ],
    rows: [
      ...shown.map((item) => ({
        cells: [
          item.kind === 'gate'
            ? {
                text: words.say('deck-unknown-gate', { title: unknownTitle(item, mill) }),
                tone: 'warning' as const,
                strong: true,
              }
            : unknownTitle(item, mill),
          whoKnows(item, mill),
        ],
      })),
      ...(rest === 0
        ? []
        : [{ span: true, cells: [{ text: words.say('deck-unknown-rest', { count: rest }), tone: 'muted' as const }] }]),
    ],
  };
}

/** What only the owner can decide, each with its figure. */
function decisionsOf(planned: PlannedMill): string[] {
  const { mill, plan, open } = planned;
  const { words } = mill;
  const first = open.slice(0, FIRST_THINGS);
  const unknown = openItems(mill).length;
  const estimated = open.filter(({ cost }) => cost.origin === 'estimate').length;
  const stuck = failedGatesOf(mill).flatMap(({ id }) => (plan.gatesClosed.includes(id) ? [] : [id]));
  const paying = readingsOf(planned).filter(({ policy }) => policy.amount !== null).length;
  return [
    stuck.length === 0 ? '' : words.say('deck-decide-gates', { gates: words.list(stuck), count: stuck.length }),
    first.length === 0
      ? ''
      : words.say('deck-decide-first', {
          list: words.list(first.map((entry) => nameOf(entry, words))),
          cost: wan(sumOf(first, ({ cost }) => cost.planned)),
        }),
    open.length === 0
      ? ''
      : words.say('deck-decide-aim', { aim: words.say(textId('aim-', plan.aim)), cost: wan(plan.cost.planned) }),
    open.length === 0 ? '' : words.say('deck-decide-people', { people: plan.people }),
    estimated === 0 ? '' : words.say('deck-decide-quotes', { count: estimated }),
    unknown === 0
      ? ''
      : words.say('deck-decide-verify', { count: unknown, on: monthsAfter(plan.startOn, PHASE_ENDS[0]) }),
    paying === 0 ? '' : words.say('deck-decide-support', { count: paying }),
  ].filter((text) => text !== '');
}
