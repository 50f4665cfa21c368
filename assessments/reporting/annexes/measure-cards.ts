import type { PlannedMeasure } from '../../planning/planned-measures.ts';
import { needsVerification } from '../../schema/marks.ts';
import type { Case, Measure } from '../../schema/measure.ts';
import { shownWaterCost } from '../mill-money.ts';
import { waterArgument } from '../water-argument.ts';
import { costArithmetic, savingTexts, unitsText, unpricedText, type Reckoned } from '../measure-arithmetic.ts';
import { liftsOf } from '../plan-lifts.ts';
import {
  costText,
  daysOf,
  fewIds,
  firmText,
  monthsText,
  neededBy,
  paybackLines,
  providerText,
  signed,
  starIf,
  titleOf,
  whatText,
} from '../plan-text.ts';
import { plannedMillOf, type PlannedMill } from '../planned-mill.ts';
import type { Block, TableRow } from '../report-document.ts';
import type { Mill } from '../report-input.ts';
import { grouped } from '../shown-figure.ts';
import { textId, type TextId } from '../words.ts';

const CARDS = 40;
const MANY_LIFTS = 4;
const MANY_IDS = 6;

type Line = readonly [TextId, string];

/** What each measure is, why it is in the plan, how its money is reckoned, and what to watch; the first ones where there are very many. */
export function measureCards(mill: Mill): Block[] {
  const planned = plannedMillOf(mill);
  if (planned === null) return [];
  const { open } = planned;
  const { words, name } = mill;
  const entries = open.slice(0, CARDS);
  if (entries.length === 0) return [];
  return [
    { kind: 'heading', level: 1, key: 'annex-measures', text: words.say('plan-cards-heading') },
    { kind: 'paragraph', text: words.say('plan-cards-lead', { name }) },
    ...(open.length > CARDS
      ? [
          {
            kind: 'paragraph',
            text: words.say('plan-cards-limit', { name, count: open.length, shown: CARDS }),
          } as const,
        ]
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

function linesOf(entry: PlannedMeasure, planned: PlannedMill): Line[] {
  const { mill } = planned;
  const { words } = mill;
  const { measure, item } = entry;
  const own: readonly Line[] = [
    ['card-time', timeText(entry, planned)],
    ['card-firm', firmText(planned.firm[item.id], words)],
    ['card-owner', item.owner ?? ''],
  ];
  const last: readonly Line[] = [['column-note', item.note ?? '']];
  if (measure === null)
    return [['card-cost', costText(entry, words)] as const, ...moneyLines(entry, planned), ...own, ...last].filter(
      hasText,
    );
  return [
    ['card-what', whatText(measure, mill)] as const,
    ['card-why', why(entry, measure, planned)] as const,
    ['card-own', ownEffect(entry, planned)] as const,
    ['card-needs', needs(entry, planned)] as const,
    ...moneyLines(entry, planned),
    ...own,
    ['card-provider', providerText(entry, words)] as const,
    ['card-risk', words.pick(measure.risk)] as const,
    ['card-acceptance', words.pick(measure.acceptance)] as const,
    ['card-proof', words.list(measure.proof.map((proof) => words.pick(proof)))] as const,
    ['card-cases', casesText(measure, planned)] as const,
    ['card-training', measure.training === null ? '' : words.pick(measure.training)] as const,
    ...last,
  ].filter(hasText);
}

function hasText([, text]: Line): boolean {
  return text !== '';
}

/** How cost, benefit and payback are reckoned. */
function moneyLines(
  { offer, lines, benefit, payback, item }: PlannedMeasure,
  { mill, plan, catalogue }: PlannedMill,
): Line[] {
  const { words } = mill;
  if (offer === null) return [];
  const reckoned: Reckoned = { mill, by: plan.mill };
  const saved = savingTexts(lines, benefit, reckoned);
  const argument = waterArgument(offer, lines, shownWaterCost(mill, catalogue), words);
  return [
    ['card-scope', unitsText(offer, reckoned)],
    ['card-cost', costArithmetic(offer, item.quotes ?? [], reckoned).join('\n')],
    [
      'card-saving',
      [...saved, ...(benefit === null ? [unpricedText(offer, lines, reckoned)] : []), argument]
        .filter(Boolean)
        .join('\n'),
    ],
    ['column-payback', payback === null ? '' : paybackLines(payback, words).join(words.say('clause-separator'))],
  ];
}

/** What it raises, from which rung to which; what it is the ground for where it raises nothing. */
function why(entry: PlannedMeasure, measure: Measure, planned: PlannedMill): string {
  const { mill } = planned;
  const { words } = mill;
  const lifts = liftsOf(measure, mill);
  if (lifts.length > 0) {
    const shown = lifts.slice(0, MANY_LIFTS).map((lift) => words.say('card-lift', { ...lift }));
    const rest = lifts.slice(MANY_LIFTS).map(({ id }) => id);
    return [...shown, ...(rest.length === 0 ? [] : [words.say('card-lifts-more', { ids: words.list(rest) })])].join(
      '\n',
    );
  }
  const others = neededBy(entry, planned).map((other) => other.item.id);
  return others.length === 0 ? '' : words.say('card-ground', { ids: fewIds(others, MANY_IDS, words) });
}

/** Points by topic of the measure alone, with what it requires; empty where it moves none. */
function ownEffect({ item, offer }: PlannedMeasure, { plan, topics, mill: { words } }: PlannedMill): string {
  if (offer === null) return '';
  const own = plan.ownEffect(item.id);
  const parts = topics.flatMap(({ today }) => {
    const points = own[today.id];
    return points === undefined ? [] : [words.say('card-points', { topic: today.name, points: signed(points) })];
  });
  return parts.length === 0 ? words.say('card-no-points') : words.list(parts);
}

function needs({ requires }: PlannedMeasure, { mill: { words }, plan, catalogue }: PlannedMill): string {
  return words.list(
    requires.map((id) => {
      const entry = plan.planned.find(({ item }) => item.id === id);
      return entry === undefined ? `${id} ${words.pick(catalogue.byId.get(id)?.name)}` : titleOf(entry, words);
    }),
  );
}

/** Months and days, phase, and what it takes of the mill's own people. */
function timeText(entry: PlannedMeasure, { mill: { words }, plan }: PlannedMill): string {
  const [from, to] = daysOf(entry, plan);
  const effort = entry.measure?.effort ?? entry.item.own?.effort;
  return words.say(entry.isLate ? 'card-months-late' : 'card-months', {
    months: monthsText(entry),
    from,
    to,
    phase: entry.phase,
    effort: effort === undefined ? words.say('not-given') : grouped(effort),
  });
}

/** Mills that did the like, as evidence beside the arithmetic. */
function casesText({ cases }: Measure, { catalogue, mill }: PlannedMill): string {
  return cases
    .flatMap((id) => catalogue.cases.get(id) ?? [])
    .map((one) => caseText(one, mill))
    .join('\n');
}

function caseText({ mill: who, did, year, cost, saved, payback, kind, mark }: Case, { words }: Mill): string {
  const facts = [
    ...(cost === null ? [] : [words.say('case-cost', { cost: words.pick(cost) })]),
    ...(saved === null ? [] : [words.pick(saved)]),
    ...(payback === null
      ? []
      : [
          words.say('case-payback', {
            years:
              payback.low === payback.high ? grouped(payback.low) : `${grouped(payback.low)}–${grouped(payback.high)}`,
          }),
        ]),
  ];
  return words.say('case', {
    mill: words.pick(who),
    year: year ?? words.say('case-no-year'),
    kind: words.say(textId('case-', kind)),
    did: words.pick(did),
    facts: facts.join(words.say('clause-separator')),
    star: starIf(needsVerification(mark), words),
  });
}
