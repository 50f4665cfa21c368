import { plannedMill } from '../../planning/planned-mill.ts';
import { costArithmetic, savingTexts, unitsText, unpricedText, type Reckoned } from '../measure-arithmetic.ts';
import { benefitLines, moneyLines, paybackLines, starIf } from '../plan-text.ts';
import { preliminaryOf } from '../preliminary.ts';
import type { Block, TableRow } from '../report-document.ts';
import type { Mill } from '../report-input.ts';

/** 初步措施 with their own money, the arithmetic below each; no sum of them. Nothing where none fits. */
export function candidates(mill: Mill): Block[] {
  const { words, name } = mill;
  const found = preliminaryOf(mill);
  const catalogue = mill.references?.catalogue ?? mill.refused?.catalogue;
  if (found.length === 0 || catalogue === undefined) return [];
  const reckoned: Reckoned = { mill, by: plannedMill(mill.scored, catalogue) };
  return [
    { kind: 'heading', level: 1, text: words.say('candidates-heading') },
    { kind: 'paragraph', text: words.say('candidates-lead', { name, count: found.length }) },
    {
      kind: 'table',
      key: 'candidates',
      caption: words.say('candidates-caption'),
      columns: [
        { title: words.say('column-id'), width: 9 },
        { title: words.say('column-measure'), width: 46 },
        { title: words.say('column-cost'), width: 16, align: 'right' },
        { title: words.say('column-benefit-wan'), width: 16, align: 'right' },
        { title: words.say('column-payback'), width: 13, align: 'right' },
      ],
      rows: found.flatMap(({ offer, benefit, lines, payback }): TableRow[] => [
        {
          cells: [
            offer.measure.id,
            { text: words.pick(offer.measure.name), strong: true },
            moneyLines(offer.cost, starIf(offer.cost.origin === 'estimate' || !offer.cost.isSized, words), words).join(
              '\n',
            ),
            benefitLines(benefit, words).join('\n'),
            paybackLines(payback, words).join('\n'),
          ],
        },
        {
          span: true,
          cells: [
            [
              unitsText(offer, reckoned),
              costArithmetic(offer, [], reckoned)[0] ?? '',
              ...savingTexts(lines, null, reckoned),
              benefit === null ? unpricedText(offer, lines, reckoned) : '',
            ]
              .filter((text) => text !== '')
              .join(words.say('clause-separator')),
          ],
        },
      ]),
    },
  ];
}
