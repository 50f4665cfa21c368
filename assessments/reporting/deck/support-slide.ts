import { policiesFor, type PolicyReading } from '../../planning/open-policies.ts';
import type { ContentSlide } from '../deck-document.ts';
import { wan } from '../plan-text.ts';
import { plannedMillOf, type PlannedMill } from '../planned-mill.ts';
import { conditionText, excludesText, givesText, untilText } from '../policy-text.ts';
import type { TableRow } from '../report-document.ts';
import type { Mill } from '../report-input.ts';
import { rounded } from '../../scoring/shown-number.ts';
import type { Words } from '../words.ts';

/** So many have room with their condition. */
const SHOWN = 5;

/** Money from outside that may be asked for today, with the condition that decides; none of it counts before it is granted. */
export function supportSlide(mill: Mill): ContentSlide | null {
  const planned = plannedMillOf(mill);
  if (planned === null) return null;
  const { words, result } = mill;
  const readings = readingsOf(planned);
  const paying = readings.filter(({ policy }) => policy.amount !== null);
  const granted = planned.plan.request.granted ?? [];
  if (paying.length === 0 && granted.length === 0) return null;
  const shown = (paying.length > 0 ? paying : readings).slice(0, SHOWN);
  const values = {
    count: paying.length,
    sum: wan(rounded(granted.reduce((sum, { amountWan }) => sum + amountWan, 0))),
  };
  return {
    kind: 'content',
    title: words.say(granted.length > 0 ? 'deck-support-granted' : 'deck-support-title', values),
    lead: words.say('deck-support-lead', { asOf: result.asOf }),
    parts: [
      {
        kind: 'table',
        columns: [
          { title: words.say('column-policy'), width: 28 },
          { title: words.say('column-gives'), width: 30 },
          { title: words.say('column-until'), width: 13 },
          { title: words.say('column-decides'), width: 29 },
        ],
        rows: shown.map((reading) => rowOf(reading, words)),
      },
    ],
    source:
      readings.length > shown.length ? words.say('deck-support-more', { count: readings.length - shown.length }) : '',
    notes: readings.map(({ policy }) =>
      words.say('deck-support-line', {
        title: words.pick(policy.title),
        document: policy.documentNo === null ? words.pick(policy.issuer) : words.document(policy.documentNo),
      }),
    ),
  };
}

/** Policies in force that may help the plan, those with money first. */
export function readingsOf({ mill, plan, policies }: PlannedMill): PolicyReading[] {
  return policiesFor(policies.policies, mill, plan.planned, mill.result.asOf);
}

function rowOf(reading: PolicyReading, words: Words): TableRow {
  const { policy, conditions } = reading;
  const [first] = conditions;
  return {
    cells: [
      { text: words.pick(policy.title), strong: true },
      givesText(policy, words),
      untilText(policy, words),
      [first === undefined ? words.pick(policy.who) : conditionText(first, words), excludesText(reading, words)]
        .filter((text) => text !== '')
        .join('\n'),
    ],
  };
}
