import type { PlannedMeasure } from '../../planning/planned-measures.ts';
import { rounded } from '../../scoring/shown-number.ts';
import { bareLevelName } from '../../scoring/level-name.ts';
import type { ContentSlide } from '../deck-document.ts';
import { scoreText } from '../level-text.ts';
import { wan } from '../plan-text.ts';
import { plannedMillOf, type PlannedMill } from '../planned-mill.ts';
import type { TableBlock, TableCell } from '../report-document.ts';
import type { Mill } from '../report-input.ts';
import { textId } from '../words.ts';

/** What hurts, and the levels that the plan aims at and reaches. */
export function targetsSlide(mill: Mill): ContentSlide | null {
  const planned = plannedMillOf(mill);
  if (planned === null || planned.plan.targets.length === 0) return null;
  const { words } = mill;
  const { plan } = planned;
  const pains = plan.request.pains ?? [];
  const values = {
    reached: plan.targets.filter(({ reached }) => reached).length,
    all: plan.targets.length,
    pains: words.list(pains.map((pain) => words.say(textId('deck-pain-', pain)))),
  };
  return {
    kind: 'content',
    title: words.say(pains.length === 0 ? 'deck-targets-title' : 'deck-targets-title-pains', values),
    lead: plan.target === null ? '' : words.say('deck-targets-recognition', { step: words.pick(plan.target.name) }),
    parts: [...(pains.length === 0 ? [] : [painsTable(planned)]), targetsTable(planned)],
    source: words.say('deck-targets-source'),
    notes: [words.say('deck-targets-notes')],
  };
}

function painsTable({ mill: { words }, plan, open }: PlannedMill): TableBlock {
  return {
    kind: 'table',
    columns: [
      { title: words.say('deck-pain'), width: 34 },
      { title: words.say('column-measures'), width: 16, align: 'right' },
      { title: words.say('column-cost'), width: 25, align: 'right' },
      { title: words.say('deck-benefit-wan'), width: 25, align: 'right' },
    ],
    rows: (plan.request.pains ?? []).map((pain) => {
      const serving = open.filter(({ measure }) => measure?.pains.includes(pain) ?? false);
      return {
        cells: [
          { text: words.say(textId('deck-pain-', pain)), strong: true },
          String(serving.length),
          wan(sumOf(serving, ({ cost }) => cost.planned)),
          serving.every(({ benefit }) => benefit === null)
            ? words.say('plan-unpriced')
            : wan(sumOf(serving, ({ benefit }) => benefit?.planned ?? 0)),
        ],
      };
    }),
  };
}

/** The sum of lines as shown. */
export function sumOf(entries: readonly PlannedMeasure[], of: (entry: PlannedMeasure) => number): number {
  return rounded(entries.reduce((sum, entry) => sum + of(entry), 0));
}

function targetsTable({ mill, plan, topics }: PlannedMill): TableBlock {
  const { words } = mill;
  return {
    kind: 'table',
    columns: [
      { title: words.say('column-topic'), width: 22 },
      { title: words.say('column-today'), width: 24 },
      { title: words.say('column-target'), width: 14 },
      { title: words.say('column-after'), width: 24 },
      { title: words.say('column-reached'), width: 16 },
    ],
    rows: topics.flatMap(({ today, after }) => {
      const target = plan.targets.find(({ pack }) => pack === today.id);
      if (target === undefined) return [];
      const standing = ({ result, pack }: typeof today) =>
        result.level === null
          ? words.say('no-level')
          : words.say('deck-standing', {
              level: bareLevelName(pack.levels, result.level, words.language),
              score: scoreText({ ...today, result }),
            });
      return [
        {
          cells: [
            { text: today.name, strong: true },
            standing(today),
            bareLevelName(today.pack.levels, target.level, words.language),
            { text: standing(after), strong: true },
            reachedCell(target, mill),
          ],
        },
      ];
    }),
  };
}

function reachedCell({ reached, onlyUnknown }: PlannedMill['plan']['targets'][number], { words }: Mill): TableCell {
  if (reached) return { text: words.say('plan-reached'), tone: 'good', strong: true };
  return onlyUnknown
    ? { text: words.say('plan-only-unknown'), tone: 'warning', strong: true }
    : { text: words.say('plan-missed'), tone: 'bad', strong: true };
}
