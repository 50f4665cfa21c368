import { policiesFor, type PolicyReading } from '../../../planning/open-policies.ts';
import type { Policy } from '../../../schema/policy.ts';
import { fewIds, percent, wan } from '../../plan-text.ts';
import type { PlannedMill } from '../../planned-mill.ts';
import type { Block } from '../../report-document.ts';
import type { Words } from '../../words.ts';

const MANY_IDS = 4;

/** The policies that may help: those in force with what they give, all others as background without any amount. */
export function policies({ mill, plan, policies: book }: PlannedMill): Block[] {
  const { words, name, result, dossier } = mill;
  const { asOf } = result;
  const readings = policiesFor(book.policies, dossier.enterprise, plan.planned, asOf);
  const current = readings.filter(({ standing }) => standing === 'current');
  const background = readings.filter(({ standing }) => standing !== 'current');
  const paying = current.filter(({ policy }) => policy.money !== null);
  return [
    { kind: 'heading', level: 2, text: words.say('plan-policies-heading') },
    {
      kind: 'callout',
      tone: paying.length === 0 ? 'warning' : 'accent',
      title: words.say('plan-policies-heading'),
      text:
        paying.length === 0
          ? words.say('plan-no-money', { asOf, name })
          : words.say('plan-money-possible', { asOf, name, count: paying.length }),
    },
    ...currentTable(current, asOf, words),
    ...backgroundTable(background, words),
  ];
}

function currentTable(readings: readonly PolicyReading[], asOf: string, words: Words): Block[] {
  if (readings.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: words.say('plan-policies-current', { asOf, count: readings.length }),
      columns: [
        { title: words.say('column-policy'), width: 30 },
        { title: words.say('column-issuer'), width: 18 },
        { title: words.say('column-gives'), width: 32 },
        { title: words.say('column-for-measures'), width: 20 },
      ],
      rows: readings.map(({ policy, measures }) => ({
        cells: [
          { text: titleText(policy, words), strong: true },
          words.pick(policy.issuer),
          [words.pick(policy.gives), moneyText(policy, words), untilText(policy, words)]
            .filter((line) => line !== '')
            .join('\n'),
          fewIds(measures, MANY_IDS, words) || words.say('policy-whole-mill'),
        ],
      })),
    },
  ];
}

/** Title, issuer and why nobody may count on it; what it once gave is left out on purpose. */
function backgroundTable(readings: readonly PolicyReading[], words: Words): Block[] {
  if (readings.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: words.say('plan-policies-background', { count: readings.length }),
      columns: [
        { title: words.say('column-policy'), width: 40 },
        { title: words.say('column-issuer'), width: 24 },
        { title: words.say('column-why-background'), width: 18 },
        { title: words.say('column-for-measures'), width: 18 },
      ],
      rows: readings.map((reading) => ({
        cells: [
          titleText(reading.policy, words),
          words.pick(reading.policy.issuer),
          { text: reasonText(reading, words), tone: 'muted' },
          fewIds(reading.measures, MANY_IDS, words) || words.say('policy-whole-mill'),
        ],
      })),
    },
  ];
}

function titleText({ title, documentNo }: Policy, words: Words): string {
  return documentNo === null ? words.pick(title) : `${words.pick(title)}\n${documentNo}`;
}

function moneyText({ money }: Policy, words: Words): string {
  if (money === null) return '';
  const { share, capWan } = money;
  if (share !== null && capWan !== null) return words.say('policy-money', { share: percent(share), cap: wan(capWan) });
  if (share !== null) return words.say('policy-money-share', { share: percent(share) });
  return capWan === null ? '' : words.say('policy-money-cap', { cap: wan(capWan) });
}

function untilText({ validUntil }: Policy, words: Words): string {
  return validUntil === null ? '' : words.say('policy-valid-until', { day: validUntil });
}

function reasonText({ policy, standing }: PolicyReading, words: Words): string {
  if (standing === 'expired') return words.say('policy-expired', { day: policy.validUntil ?? '' });
  return words.say(standing === 'confirm' ? 'policy-confirm' : 'policy-unverified');
}
