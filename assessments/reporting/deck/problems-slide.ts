import { gapsOf, type RankedLine } from '../../scoring/gaps.ts';
import { rounded, shownFigure } from '../../scoring/shown-number.ts';
import { itemTitle } from '../answer-text.ts';
import type { ContentSlide } from '../deck-document.ts';
import { nameOf, wan } from '../plan-text.ts';
import { plannedMillOf, type PlannedMill } from '../planned-mill.ts';
import type { TableRow } from '../report-document.ts';
import type { Mill } from '../report-input.ts';
import { seen } from './gates-slide.ts';

/** So many fit on a slide that is read in a meeting; the report has up to ten. */
const PROBLEMS = 6;

/** The heaviest problems, each with what was seen, what it costs and which measure takes it on. */
export function problemsSlide(mill: Mill): ContentSlide | null {
  const { words, topics } = mill;
  const gaps = gapsOf(
    mill.result,
    topics.map(({ id }) => id),
  )
    .flatMap((gap) => (gap.kind === 'points' ? [gap] : []))
    .slice(0, PROBLEMS);
  if (gaps.length === 0) return null;
  const planned = plannedMillOf(mill);
  const taken = gaps.filter((gap) => planned !== null && measureFor(gap, planned) !== undefined).length;
  const values = { count: gaps.length, taken, left: gaps.length - taken };
  return {
    kind: 'content',
    title:
      planned === null
        ? words.say('deck-problems-title-only', values)
        : words.say(taken === gaps.length ? 'deck-problems-title-all' : 'deck-problems-title', values),
    lead: words.say('deck-problems-lead', { list: words.list(lossesOf(gaps, mill)) }),
    parts: [
      {
        kind: 'table',
        columns: [
          { title: words.say('deck-problem'), width: 30 },
          { title: words.say('deck-seen'), width: 30 },
          { title: words.say('deck-costs'), width: 14 },
          ...(planned === null ? [] : [{ title: words.say('column-measure'), width: 26 }]),
        ],
        rows: gaps.map((gap) => rowOf(gap, planned, mill)),
      },
    ],
    source: words.say('deck-problems-source'),
    notes: gaps.map(({ question }) =>
      words.say('deck-advice', { id: question, advice: words.pick(mill.guidance[question]?.goodEnough) }),
    ),
  };
}

/** What the shown problems take from the score of each topic. */
function lossesOf(gaps: readonly RankedLine[], { topics, words }: Mill): string[] {
  return topics.flatMap(({ id, pack }) => {
    const points = gaps.filter((gap) => gap.pack === id).reduce((sum, { size }) => rounded(sum + rounded(size)), 0);
    return points === 0
      ? []
      : [words.say('deck-loss', { topic: words.pick(pack.shortName), points: shownFigure(points) })];
  });
}

function rowOf(gap: RankedLine, planned: PlannedMill | null, mill: Mill): TableRow {
  const { words } = mill;
  const topic = words.pick(mill.packs[gap.pack].shortName);
  const measure = planned === null ? undefined : measureFor(gap, planned);
  return {
    cells: [
      { text: words.say('deck-item', { id: gap.question, title: itemTitle(gap.question, mill) }), strong: true },
      seen(gap.question, mill),
      words.say('deck-loss', { topic, points: shownFigure(gap.size) }),
      ...(planned === null
        ? []
        : [
            measure === undefined
              ? { text: words.say('deck-not-planned'), tone: 'muted' as const }
              : words.say('deck-measure-cost', { name: nameOf(measure, words), cost: wan(measure.cost.planned) }),
          ]),
    ],
  };
}

/** The first measure of the plan that raises a question or the KPI that it is about. */
function measureFor({ question }: RankedLine, { open }: PlannedMill) {
  return open.find(
    ({ measure }) =>
      measure !== null &&
      (measure.lifts.some((lift) => lift.question === question) ||
        measure.effects.some((effect) => effect.kind === 'reaches' && effect.kpi === question)),
  );
}
