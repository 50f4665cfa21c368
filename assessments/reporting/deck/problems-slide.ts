import type { Gap } from '../../scoring/gaps.ts';
import { rounded, shownFigure } from '../../scoring/shown-number.ts';
import { itemTitle } from '../answer-text.ts';
import type { ContentSlide } from '../deck-document.ts';
import { nameOf, plannedCost } from '../plan-text.ts';
import { plannedMillOf, type PlannedMill } from '../planned-mill.ts';
import { problemsOf, wantedText, type Problem } from '../problems.ts';
import type { TableCell, TableRow } from '../report-document.ts';
import type { Mill } from '../report-input.ts';
import { seen } from './gates-slide.ts';
import { remarkNotes } from './remark-notes.ts';

/** So many fit on a slide that is read in a meeting; the report has up to ten. */
const PROBLEMS = 6;

type Heavy = Problem & { readonly gap: Extract<Gap, { kind: 'points' }> };

/** The heaviest problems beside failed gates, each with what was seen, what it costs and which measure takes it on. */
export function problemsSlide(mill: Mill): ContentSlide | null {
  const { words } = mill;
  const problems = problemsOf(mill)
    .flatMap((problem): Heavy[] => (problem.gap.kind === 'points' ? [{ ...problem, gap: problem.gap }] : []))
    .slice(0, PROBLEMS);
  if (problems.length === 0) return null;
  const planned = plannedMillOf(mill);
  const taken = problems.filter(({ chosen }) => chosen.length > 0).length;
  const values = { count: problems.length, taken, left: problems.length - taken };
  return {
    kind: 'content',
    title:
      planned === null
        ? words.say('deck-problems-title-only', values)
        : words.say(taken === problems.length ? 'deck-problems-title-all' : 'deck-problems-title', values),
    lead: words.say('deck-problems-lead', { list: words.list(lossesOf(problems, mill)) }),
    parts: [
      {
        kind: 'table',
        columns: [
          { title: words.say('deck-problem'), width: 30 },
          { title: words.say('deck-seen'), width: 30 },
          { title: words.say('deck-costs'), width: 14 },
          ...(planned === null ? [] : [{ title: words.say('column-measure'), width: 26 }]),
        ],
        rows: problems.map((problem) => rowOf(problem, planned, mill)),
      },
    ],
    source: words.say('deck-problems-source'),
    notes: [
      ...remarkNotes('problems', mill),
      ...problems.flatMap(({ gap: { question: id } }) => {
        const wanted = wantedText(id, mill);
        return wanted === '' ? [] : [words.say('deck-wanted', { id, wanted })];
      }),
    ],
  };
}

/** What the shown problems take from the score of each topic. */
function lossesOf(problems: readonly Heavy[], { topics, words }: Mill): string[] {
  return topics.flatMap(({ id, pack }) => {
    const points = problems
      .filter(({ gap }) => gap.pack === id)
      .reduce((sum, { gap }) => rounded(sum + rounded(gap.size)), 0);
    return points === 0
      ? []
      : [words.say('deck-loss', { topic: words.pick(pack.shortName), points: shownFigure(points) })];
  });
}

function rowOf(problem: Heavy, planned: PlannedMill | null, mill: Mill): TableRow {
  const { words } = mill;
  const { gap } = problem;
  const topic = words.pick(mill.packs[gap.pack].shortName);
  return {
    cells: [
      { text: words.say('deck-item', { id: gap.question, title: itemTitle(gap.question, mill) }), strong: true },
      seen(gap.question, mill),
      words.say('deck-loss', { topic, points: shownFigure(gap.size) }),
      ...(planned === null ? [] : [measureCell(problem, planned)]),
    ],
  };
}

/** The first measure of the plan that moves it, and how many do. */
function measureCell({ chosen }: Problem, { open, mill: { words } }: PlannedMill): string | TableCell {
  const entries = open.filter(({ measure }) => measure !== null && chosen.includes(measure.id));
  const [first] = entries;
  if (first === undefined) return { text: words.say('deck-not-planned'), tone: 'muted' };
  const values = { name: nameOf(first, words), cost: plannedCost(first, words), count: entries.length };
  return words.say(entries.length === 1 ? 'deck-measure-cost' : 'deck-measure-cost-more', values);
}
