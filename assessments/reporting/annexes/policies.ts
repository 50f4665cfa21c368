import { paybackOf } from '../../planning/benefit.ts';
import { policiesFor, type PolicyReading } from '../../planning/open-policies.ts';
import { fewIds, wan, yearsText } from '../plan-text.ts';
import { plannedMillOf, type PlannedMill } from '../planned-mill.ts';
import type { Mill } from '../report-input.ts';
import { platformsAndPlaces } from './platforms-and-places.ts';
import { conditionText, excludesText, givesText, untilText } from '../policy-text.ts';
import type { Block } from '../report-document.ts';
import type { Words } from '../words.ts';

const MANY_IDS = 4;

/** Money that was granted, then the policies in force that may be asked, a line each: what the mill gets, until when, and the condition that decides. */
export function policiesAnnex(mill: Mill): Block[] {
  const planned = plannedMillOf(mill);
  const book = planned?.policies ?? mill.references?.policies;
  if (book === undefined) return [];
  const { words, name, result } = mill;
  const { asOf } = result;
  const readings = policiesFor(book.policies, mill, planned?.plan.planned ?? [], asOf);
  const paying = readings.filter(({ policy }) => policy.amount !== null);
  return [
    { kind: 'heading', level: 1, key: 'annex-policies', text: words.say('plan-policies-heading') },
    {
      kind: 'paragraph',
      text:
        paying.length === 0
          ? words.say('plan-no-money', { asOf, name })
          : words.say('plan-money-possible', { asOf, name, count: paying.length }),
    },
    ...(planned === null ? [] : granted(planned)),
    ...policyTable(readings, asOf, words),
    ...platformsAndPlaces(mill, book),
  ];
}

/** What was granted adds to the budget and leaves the cost; payback without and with it. */
function granted({ mill: { words, name }, plan, policies: book }: PlannedMill): Block[] {
  const grants = plan.request.granted ?? [];
  if (grants.length === 0) return [];
  const sum = grants.reduce((total, { amountWan }) => total + amountWan, 0);
  const { low, planned, high } = plan.cost;
  const rest = (cost: number) => Math.max(0, cost - sum);
  const supported = paybackOf({ low: rest(low), planned: rest(planned), high: rest(high) }, plan.benefit);
  const title = (id: string) => words.pick(book.policies.find((policy) => policy.id === id)?.title) || id;
  const list = grants.map(({ policy, amountWan }) =>
    words.say('grant', { title: title(policy), amount: wan(amountWan) }),
  );
  const text = words.say('granted', {
    name,
    count: grants.length,
    sum: wan(sum),
    list: words.list(list),
    cost: wan(planned),
    rest: wan(rest(planned)),
    without: plan.payback === null ? '—' : yearsText(plan.payback.planned, words),
    with: supported === null ? '—' : yearsText(supported.planned, words),
  });
  return [{ kind: 'callout', tone: 'good', title: words.say('granted-title'), text }];
}

function policyTable(readings: readonly PolicyReading[], asOf: string, words: Words): Block[] {
  if (readings.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: words.say('plan-policies-current', { asOf, count: readings.length }),
      columns: [
        { title: words.say('column-policy'), width: 22 },
        { title: words.say('column-gives'), width: 30 },
        { title: words.say('column-until'), width: 11 },
        { title: words.say('column-decides'), width: 24 },
        { title: words.say('column-for-measures'), width: 13 },
      ],
      rows: readings.map((reading) => ({
        cells: [
          { text: titleText(reading, words), strong: true },
          lines(givesText(reading.policy, words), changedText(reading, words)),
          untilText(reading.policy, words),
          lines(decidesText(reading, words), excludesText(reading, words)),
          fewIds(reading.measures, MANY_IDS, words) || words.say('policy-whole-mill'),
        ],
      })),
    },
  ];
}

function titleText({ policy: { title, documentNo, issuer } }: PolicyReading, words: Words): string {
  return lines(words.pick(title), documentNo === null ? words.pick(issuer) : words.document(documentNo));
}

/** The condition that decides; whom the policy is for where it names none. */
function decidesText({ policy, conditions: [first] }: PolicyReading, words: Words): string {
  return first === undefined ? words.pick(policy.who) : conditionText(first, words);
}

/** What is new against the rule before it; empty where nothing is known. */
function changedText({ policy: { changed } }: PolicyReading, words: Words): string {
  return changed === undefined ? '' : words.say('policy-changed', { changed: words.pick(changed) });
}

function lines(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n');
}
