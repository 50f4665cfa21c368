import type { Candidate } from '../../../planning/candidates.ts';
import { plannedMill } from '../../../planning/planned-mill.ts';
import type { Overrun } from '../../../planning/plan-of.ts';
import type { Unknown } from '../../../planning/unknowns.ts';
import { unknownTitle, whoKnows } from '../../ask.ts';
import { costArithmetic, savingTexts, unitsText, unpricedText, type Reckoned } from '../../measure-arithmetic.ts';
import { benefitLines, moneyLines, paybackLines, starIf, wan } from '../../plan-text.ts';
import type { Block, TableRow } from '../../report-document.ts';
import type { Mill } from '../../report-input.ts';
import { grouped } from '../../shown-figure.ts';
import { rounded } from '../../../scoring/shown-number.ts';
import { unknownTable } from './verify.ts';

/** Why there is no plan, and what makes one possible: the data request, or by how much what must be in it does not fit. */
export function refusedPlan(mill: Mill): Block[] {
  const { refused } = mill;
  if (refused === null || refused === undefined) return [];
  const { outcome } = refused;
  return outcome.kind === 'too-little-known'
    ? dataRequest(outcome.missing, outcome.candidates, { mill, by: plannedMill(mill.scored, refused.catalogue) })
    : overrun(outcome.over, (id) => `${id} ${mill.words.pick(refused.catalogue.byId.get(id)?.name)}`, mill);
}

function dataRequest(missing: readonly Unknown[], candidates: readonly Candidate[], reckoned: Reckoned): Block[] {
  const { mill } = reckoned;
  const { words, name } = mill;
  const count = (kind: Unknown['kind']) => missing.filter((item) => item.kind === kind).length;
  return [
    { kind: 'heading', level: 1, text: words.say('request-heading') },
    {
      kind: 'callout',
      tone: 'warning',
      title: words.say('request-title'),
      text: words.say('request-lead', {
        name,
        gates: count('gate'),
        questions: count('question'),
        facts: count('fact'),
      }),
    },
    { kind: 'heading', level: 2, text: words.say('request-missing-heading') },
    ...missingTables(missing, mill),
    ...(candidates.length === 0
      ? []
      : [
          { kind: 'heading', level: 2, text: words.say('candidates-heading') } as const,
          { kind: 'paragraph', text: words.say('candidates-lead', { name, count: candidates.length }) } as const,
          candidateTable(candidates, reckoned),
        ]),
  ];
}

/** So many unknowns are written out by person; of more, gates and the heaviest questions are, the rest stands by id. */
const FEW = 40;
const HEAVIEST = 10;

function missingTables(missing: readonly Unknown[], mill: Mill): Block[] {
  if (missing.length <= FEW) return [unknownTable(missing, mill)];
  const { words, name, topics } = mill;
  const gates = missing.filter(({ kind }) => kind === 'gate');
  const questions = missing.filter(({ kind }) => kind === 'question');
  const rest = questions.slice(HEAVIEST);
  const listed = (items: readonly Unknown[]) =>
    words.list(
      items.map((item) =>
        words.say('request-more', {
          id: item.kind === 'fact' ? unknownTitle(item, mill) : item.id,
          who: whoKnows(item, mill),
        }),
      ),
    );
  const groups = [
    ...topics.map(({ pack }): [string, readonly Unknown[]] => [
      words.pick(pack.shortName),
      rest.filter(({ id }) => pack.questions.some((question) => question.id === id)),
    ]),
    [words.say('request-facts'), missing.filter(({ kind }) => kind === 'fact')] as const,
  ];
  return [
    {
      kind: 'table',
      columns: [
        { title: words.say('column-id'), width: 14 },
        { title: words.say('column-items'), width: 68 },
        { title: words.say('column-ask'), width: 18 },
      ],
      rows: [...gates, ...questions.slice(0, HEAVIEST)].map((item) => ({
        cells: [{ text: item.id, strong: true }, unknownTitle(item, mill), whoKnows(item, mill)],
      })),
    },
    {
      kind: 'table',
      caption: words.say('request-rest', { name }),
      columns: [
        { title: words.say('column-topic'), width: 14 },
        { title: words.say('column-items'), width: 86 },
      ],
      rows: groups.flatMap(([title, items]) =>
        items.length === 0 ? [] : [{ cells: [{ text: title, strong: true }, listed(items)] }],
      ),
    },
  ];
}

/** Candidates with their own money, the arithmetic below each; no sum of them. */
function candidateTable(candidates: readonly Candidate[], reckoned: Reckoned): Block {
  const { words } = reckoned.mill;
  return {
    kind: 'table',
    columns: [
      { title: words.say('column-id'), width: 9 },
      { title: words.say('column-measure'), width: 46 },
      { title: words.say('column-cost'), width: 16, align: 'right' },
      { title: words.say('column-benefit'), width: 16, align: 'right' },
      { title: words.say('column-payback'), width: 13, align: 'right' },
    ],
    rows: candidates.flatMap(({ offer, benefit, lines, payback }): TableRow[] => [
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
  };
}

function overrun({ costWan, months, excludes }: Overrun, titleOf: (id: string) => string, mill: Mill): Block[] {
  const { words, name } = mill;
  const items = [
    ...(costWan > 0 ? [words.say('over-money', { over: wan(costWan) })] : []),
    ...(months > 0 ? [words.say('over-people', { over: grouped(rounded(months)) })] : []),
    ...excludes.map(([one, other]) => words.say('over-excludes', { one: titleOf(one), other: titleOf(other) })),
  ];
  return [
    { kind: 'heading', level: 1, text: words.say('plan-heading') },
    { kind: 'callout', tone: 'bad', title: words.say('over-title'), text: words.say('over-lead', { name }) },
    ...(items.length === 0 ? [] : [{ kind: 'list', ordered: false, items } as const]),
    { kind: 'paragraph', text: words.say('over-way-out', { name }) },
  ];
}
