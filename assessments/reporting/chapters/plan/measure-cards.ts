import type { PlannedMeasure } from '../../../planning/planned-measures.ts';
import { isEstimate } from '../../../planning/plan-money.ts';
import { needsVerification } from '../../../schema/marks.ts';
import type { Measure } from '../../../schema/measure.ts';
import { shownPoints } from '../../../scoring/shown-number.ts';
import { itemTitle } from '../../answer-text.ts';
import type { Gain } from '../../plan-gains.ts';
import { costText, fewIds, gainsOf, neededBy, percent, providerText, titleOf } from '../../plan-text.ts';
import type { PlannedMill } from '../../planned-mill.ts';
import type { Block, TableRow } from '../../report-document.ts';
import { grouped } from '../../shown-figure.ts';
import { textId, type TextId, type Words } from '../../words.ts';

const CARDS = 40;
const MANY_GAINS = 4;
const MANY_IDS = 6;

/** What each measure is, why it is in the plan, and what to watch; the first ones where there are very many. */
export function measureCards(planned: PlannedMill): Block[] {
  const { mill, plan } = planned;
  const { words, name } = mill;
  const entries = plan.planned.slice(0, CARDS);
  if (entries.length === 0) return [];
  const count = plan.planned.length;
  return [
    { kind: 'heading', level: 2, text: words.say('plan-cards-heading') },
    ...(count > CARDS
      ? [{ kind: 'paragraph', text: words.say('plan-cards-limit', { name, count, shown: CARDS }) } as const]
      : []),
    {
      kind: 'table',
      columns: [
        { title: words.say('card-item'), width: 15 },
        { title: words.say('card-text'), width: 85 },
      ],
      rows: entries.flatMap((entry): TableRow[] => [
        { band: true, cells: [titleOf(entry, words)] },
        ...linesOf(entry, planned).map(([label, text]) => ({ cells: [words.say(label), text] })),
      ]),
    },
  ];
}

function linesOf(entry: PlannedMeasure, planned: PlannedMill): [TextId, string][] {
  const { words } = planned.mill;
  const { measure, item } = entry;
  const dates = [item.owner, item.startOn, item.endOn].filter((part) => part !== undefined && part !== '');
  const lines: [TextId, string][] = [
    ['card-owner', words.list(dates as string[])],
    ['card-money', money(entry, words)],
  ];
  if (measure === null) return [...lines, ['column-note', item.note ?? ''] as [TextId, string]].filter(hasText);
  const text = (of: Measure['risk'] | null) => (of === null ? '' : words.pick(of));
  return [
    ['card-what', words.pick(measure.what)],
    ['card-why', why(entry, planned)],
    ['card-needs', needs(entry, planned)],
    ...lines,
    ['card-saving', savings(measure, words)],
    ['card-risk', text(measure.risk)],
    ['card-proof', words.list(measure.proof.map((proof) => words.pick(proof)))],
    ['card-training', text(measure.training)],
    ['column-note', item.note ?? ''],
  ].filter((line): line is [TextId, string] => hasText(line as [TextId, string]));
}

function hasText([, text]: [TextId, string]): boolean {
  return text !== '';
}

/** The gaps that it lifts with points today and after the plan, the widest first. */
function why(entry: PlannedMeasure, planned: PlannedMill): string {
  const { mill } = planned;
  const { words } = mill;
  const gains = gainsOf(entry, planned).sort((a, b) => sizeOf(b) - sizeOf(a));
  if (gains.length > 0) {
    const shown = gains.slice(0, MANY_GAINS).map((gain) => gainText(gain, planned));
    const rest = gains.slice(MANY_GAINS).map((gain) => gain.id);
    return [...shown, ...(rest.length === 0 ? [] : [words.list(rest)])].join('\n');
  }
  const others = neededBy(entry, planned).map((other) => other.item.id);
  if (others.length === 0) return words.say('card-no-gain');
  return words.say('card-no-lift', { ids: fewIds(others, MANY_IDS, words) });
}

/** Gates come first. */
function sizeOf(gain: Gain): number {
  return gain.kind === 'gate' ? Infinity : gain.after - gain.before;
}

function gainText(gain: Gain, { mill }: PlannedMill): string {
  const { words } = mill;
  const title = itemTitle(gain.id, mill);
  if (gain.kind === 'points') {
    const [before, after] = [gain.before, gain.after].map(shownPoints);
    return words.say('card-lift', { id: gain.id, title, before: before ?? '', after: after ?? '' });
  }
  const state = (of: Gain & { kind: 'gate' }, when: 'before' | 'after') => words.say(textId('state-', of[when]));
  return words.say('card-gate', { id: gain.id, title, before: state(gain, 'before'), after: state(gain, 'after') });
}

function needs({ requires }: PlannedMeasure, { mill: { words }, plan, catalogue }: PlannedMill): string {
  return words.list(
    requires.map((id) => {
      const entry = plan.planned.find(({ item }) => item.id === id);
      return entry === undefined ? `${id} ${words.pick(catalogue.byId.get(id)?.name)}` : titleOf(entry, words);
    }),
  );
}

function money(entry: PlannedMeasure, words: Words): string {
  const mark = words.say('reference-value');
  const cost = costText(entry, words);
  const parts = [
    providerText(entry, words),
    isEstimate(entry) ? words.say('card-cost', { cost, mark }) : words.say('card-cost-sourced', { cost }),
    ...(entry.cost.isSized ? [] : [words.say('plan-cost-typical')]),
  ];
  if (entry.measure !== null) parts.push(payback(entry.measure, words));
  return parts.join(words.say('clause-separator'));
}

function payback({ payback: span }: Measure, words: Words): string {
  if (span === null) return words.say('card-payback-none');
  const values = { low: grouped(span.low), high: grouped(span.high) };
  return needsVerification(span.mark)
    ? words.say('card-payback', { ...values, mark: words.say('reference-value') })
    : words.say('card-payback-sourced', values);
}

function savings({ saves }: Measure, words: Words): string {
  return saves
    .map(({ flow, share, mark }) => {
      const values = {
        flow: words.say(textId('flow-', flow)),
        low: percent(share.low),
        high: percent(share.high),
        planned: percent(share.planned),
      };
      return needsVerification(mark)
        ? words.say('card-share', { ...values, mark: words.say('reference-value') })
        : words.say('card-share-sourced', values);
    })
    .join(words.say('clause-separator'));
}
