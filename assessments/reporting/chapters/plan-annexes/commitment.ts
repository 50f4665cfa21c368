import { seals } from '../../figures/seals.ts';
import { wan } from '../../plan-text.ts';
import type { PlannedMill } from '../../planned-mill.ts';
import type { Block } from '../../report-document.ts';

const HASH_DIGITS = 12;
const PARTIES = ['seal-enterprise', 'seal-unit', 'seal-specialist'] as const;

/** The page that enterprise and specialist sign; nothing where the plan is empty. */
export function commitment({ mill, plan, open }: PlannedMill): Block[] {
  const { words, name, result } = mill;
  if (open.length === 0) return [];
  const parties = PARTIES.map((party) => ({
    name: words.say(party),
    signature: words.say('seal-head'),
    date: words.say('seal-date'),
    dateLine: words.say('seal-date-line'),
    seal: words.say('seal-here'),
  }));
  return [
    { kind: 'heading', level: 1, text: words.say('commitment-heading') },
    {
      kind: 'list',
      ordered: true,
      items: [
        words.say('commitment-true', { name }),
        words.say('commitment-plan', { name, count: open.length, planned: wan(plan.cost.planned) }),
        words.say('commitment-estimates', { name }),
        words.say('commitment-specialist', { name }),
      ],
    },
    {
      kind: 'figure',
      figure: seals(parties, words.say('seal-description')),
      caption: words.say('seal-caption', { hash: result.inputHash.slice(0, HASH_DIGITS) }),
      table: {
        kind: 'table',
        columns: [
          { title: words.say('column-party'), width: 40 },
          { title: words.say('column-signature'), width: 40 },
          { title: words.say('seal-date'), width: 20 },
        ],
        rows: parties.map((party) => ({ cells: [party.name, '', ''] })),
      },
    },
  ];
}
