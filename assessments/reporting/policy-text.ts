import type { PolicyCondition, PolicyReading } from '../planning/open-policies.ts';
import type { Policy } from '../schema/policy.ts';
import { percent, wan } from './plan-text.ts';
import { grouped } from './shown-figure.ts';
import type { Words } from './words.ts';

/** What the mill gets: `每年贴息1.5个百分点，最长2年。`, then the words of the policy. */
export function givesText({ amount, gives }: Policy, words: Words): string {
  return words.flow([amount === null ? '' : amountText(amount, words), words.pick(gives)]);
}

function amountText({ share, points, years, capWan }: NonNullable<Policy['amount']>, words: Words): string {
  const parts = [
    share === null ? '' : words.say('policy-share', { share: percent(share) }),
    points === null ? '' : words.say('policy-points', { points: grouped(points) }),
    years === null ? '' : words.say('policy-years', { years: grouped(years) }),
    capWan === null ? '' : words.say('policy-cap', { cap: wan(capWan) }),
  ];
  return words.say('policy-amount', {
    parts: parts.filter((part) => part !== '').join(words.say('policy-amount-comma')),
  });
}

/** The last day; without one, that a rule holds until it is revised and that of all else no end was seen. */
export function untilText({ kind, validUntil }: Policy, words: Words): string {
  return validUntil ?? words.say(kind === 'rule' ? 'policy-until-revised' : 'policy-no-end');
}

/** A condition, and how this mill stands to it where the program can look it up. */
export function conditionText({ condition, state }: PolicyCondition, words: Words): string {
  const text = words.pick(condition.text);
  if (state === 'people') return text;
  return words.flow([text, words.say('policy-this-mill', { state: words.say(`condition-${state}`) })]);
}

/** What it cannot be taken together with; empty where that is nothing on the list. */
export function excludesText({ excludes }: PolicyReading, words: Words): string {
  if (excludes.length === 0) return '';
  const titles = excludes.map(({ title }) => words.say('policy-title', { title: words.pick(title) }));
  return words.say('policy-excludes', { others: words.list(titles) });
}
