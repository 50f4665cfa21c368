import { openItems } from '../counts.ts';
import { memberText } from '../member-text.ts';
import { plannedMillOf } from '../planned-mill.ts';
import { wan } from '../plan-text.ts';
import type { CoverSlide } from '../deck-document.ts';
import { preliminaryOf } from '../preliminary.ts';
import type { Mill } from '../report-input.ts';
import { failedGatesOf } from './gates-slide.ts';

/** Whose diagnosis it is, and the whole of it in one sentence. */
export function coverSlide(mill: Mill): CoverSlide {
  const { words, result, diagnosis, dossier, choices } = mill;
  const team = (diagnosis.team ?? []).map((member) => memberText(member, words));
  const preparedBy = choices?.preparedBy ?? '';
  const row = (label: string, value: string) => [`${label}${words.say('colon')}`, value] as const;
  return {
    kind: 'cover',
    kicker: words.say('deck-kicker'),
    title: words.say('deck-cover-title'),
    enterprise: mill.name,
    lead: leadOf(mill),
    rows: [
      row(words.say('cover-date'), result.asOf),
      row(words.say('cover-number'), `${dossier.id}/${diagnosis.id}`),
      row(words.say('cover-year'), String(diagnosis.year)),
      ...(preparedBy === '' ? [] : [row(words.say('cover-prepared-by'), preparedBy)]),
      ...(team.length === 0 ? [] : [row(words.say('cover-team'), words.list(team))]),
    ],
    notes: [words.say('deck-cover-notes')],
    ...(choices?.logo === undefined ? {} : { logo: choices.logo }),
  };
}

function leadOf(mill: Mill): string {
  const { words } = mill;
  const planned = plannedMillOf(mill);
  const gates = failedGatesOf(mill).length;
  const first = gates === 0 ? '' : words.say('deck-cover-gates', { count: gates });
  if (planned === null) {
    const rest =
      mill.refused?.outcome.kind === 'too-little-known'
        ? words.say('deck-cover-request', { count: openItems(mill).length })
        : mill.refused?.outcome.kind === 'does-not-fit'
          ? words.say('over-title')
          : candidatesText(mill);
    return words.flow([first, rest]);
  }
  const { plan, open } = planned;
  const { cost, benefit } = plan;
  if (open.length === 0) return words.flow([first, words.say('deck-cover-nothing')]);
  const values = { count: open.length, cost: wan(cost.planned) };
  const money =
    benefit === null
      ? words.say('deck-cover-unpriced', values)
      : words.say('deck-cover-money', { ...values, benefit: wan(benefit.planned), cautious: wan(benefit.cautious) });
  return words.flow([first, money]);
}

function candidatesText(mill: Mill): string {
  const count = preliminaryOf(mill).length;
  return mill.words.say(count === 0 ? 'deck-cover-no-plan' : 'deck-cover-candidates', { count });
}
