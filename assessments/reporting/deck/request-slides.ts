import type { Overrun } from '../../planning/plan-of.ts';
import type { Unknown } from '../../planning/unknowns.ts';
import { rounded } from '../../scoring/shown-number.ts';
import { openItems } from '../counts.ts';
import { requestedItems } from '../data-request.ts';
import type { ContentSlide } from '../deck-document.ts';
import { starIf, wan, yearsText } from '../plan-text.ts';
import { preliminaryOf } from '../preliminary.ts';
import type { Mill } from '../report-input.ts';
import { grouped } from '../shown-figure.ts';
import { unknownTable } from './closing-slide.ts';
import { failedGatesOf } from './gates-slide.ts';

const MISSING = 9;

/** What is missing before there can be a plan, who has it. */
export function missingSlide(mill: Mill): ContentSlide | null {
  const { words } = mill;
  const missing = requestedItems(mill);
  if (missing.length === 0) return null;
  const count = (kind: Unknown['kind']) => missing.filter((item) => item.kind === kind).length;
  return {
    kind: 'content',
    tone: 'warning',
    title: words.say(isRefused(mill) ? 'deck-missing-title' : 'deck-missing-title-open', { count: missing.length }),
    lead: words.say('deck-missing-lead', { gates: count('gate'), questions: count('question'), facts: count('fact') }),
    parts: [unknownTable(missing, mill, MISSING)],
    source: words.say('deck-missing-source'),
    notes: [],
  };
}

function isRefused({ refused }: Mill): boolean {
  return refused !== null && refused !== undefined;
}

const CANDIDATES = 8;

/** Measures that may be talked about before there is a plan, each by itself. */
export function candidatesSlide(mill: Mill): ContentSlide | null {
  const { words } = mill;
  const candidates = preliminaryOf(mill);
  if (candidates.length === 0) return null;
  const [first] = candidates;
  return {
    kind: 'content',
    title: words.say('deck-candidates-title', {
      count: candidates.length,
      first: words.pick(first?.offer.measure.name),
    }),
    lead: words.say('deck-candidates-lead'),
    parts: [
      {
        kind: 'table',
        columns: [
          { title: words.say('column-measure'), width: 52 },
          { title: words.say('column-cost'), width: 17, align: 'right' },
          { title: words.say('deck-benefit-wan'), width: 17, align: 'right' },
          { title: words.say('column-payback'), width: 14, align: 'right' },
        ],
        rows: candidates.slice(0, CANDIDATES).map(({ offer, benefit, payback }) => ({
          cells: [
            { text: words.pick(offer.measure.name), strong: true },
            `${wan(offer.cost.planned)}${starIf(offer.cost.origin === 'estimate' || !offer.cost.isSized, words)}`,
            benefit === null ? words.say('plan-unpriced') : wan(benefit.planned),
            payback === null ? '—' : yearsText(payback.planned, words),
          ],
        })),
      },
    ],
    source: words.say('deck-star', { star: words.say('star') }),
    notes: [],
  };
}

/** By how much what was fixed in the plan exceeds its limits. */
export function overrunSlide({ refused, words, name }: Mill): ContentSlide | null {
  if (refused?.outcome.kind !== 'does-not-fit') return null;
  const { costWan, months, excludes }: Overrun = refused.outcome.over;
  const titleOf = (id: string) => words.pick(refused.catalogue.byId.get(id)?.name) || id;
  return {
    kind: 'content',
    tone: 'bad',
    title: words.say('over-lead', { name }),
    lead: '',
    parts: [
      {
        kind: 'bullets',
        title: '',
        ordered: false,
        items: [
          ...(costWan > 0 ? [words.say('over-money', { over: wan(costWan) })] : []),
          ...(months > 0 ? [words.say('over-people', { over: grouped(rounded(months)) })] : []),
          ...excludes.map(([one, other]) => words.say('over-excludes', { one: titleOf(one), other: titleOf(other) })),
          words.say('over-way-out', { name }),
        ],
      },
    ],
    source: '',
    notes: [],
  };
}

/** What the owner decides today so that there is a plan at the next meeting. */
export function nextStepsSlide(mill: Mill): ContentSlide {
  const { words } = mill;
  const unknown = openItems(mill).length;
  const failed = failedGatesOf(mill).length;
  const candidates = preliminaryOf(mill).length;
  const steps = [
    failed === 0 ? '' : words.say('deck-next-gates', { count: failed }),
    unknown === 0 ? '' : words.say('deck-next-missing', { count: unknown }),
    mill.refused?.outcome.kind === 'does-not-fit' ? words.say('deck-next-limits') : '',
    candidates === 0 ? '' : words.say('deck-next-candidates', { count: candidates }),
    words.say('deck-next-plan'),
  ].filter((text) => text !== '');
  return {
    kind: 'content',
    title: words.say('deck-next-title', { count: steps.length }),
    lead: '',
    parts: [{ kind: 'bullets', title: words.say('deck-decide'), ordered: true, items: steps }],
    source: '',
    notes: [],
  };
}
