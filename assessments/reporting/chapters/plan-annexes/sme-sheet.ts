import { knownFigure } from '../../../forms/known-figure.ts';
import { packByMethod } from '../../../packs/pack-by-method.ts';
import type { Question, SmePack } from '../../../schema/pack.ts';
import { levelName } from '../../../scoring/level-name.ts';
import { shownFigure, shownPoints } from '../../../scoring/shown-number.ts';
import { answerText, effectiveText } from '../../answer-text.ts';
import type { PlannedMill } from '../../planned-mill.ts';
import type { Block, TableRow } from '../../report-document.ts';
import type { Mill } from '../../report-input.ts';

/** Items and scenes of the SME digital level, to copy into the official test; nothing where it was not scored. */
export function smeSheet(planned: PlannedMill): Block[] {
  const { mill, after } = planned;
  const { words, name } = mill;
  const [today, then] = [mill.result.indicative.miit2024, after.result.indicative.miit2024];
  if (today === undefined || then === undefined) return [];
  const pack = packByMethod(mill.packs, 'sme');
  const { levels } = pack;
  return [
    { kind: 'heading', level: 2, text: words.say('annex-miit-heading') },
    {
      kind: 'paragraph',
      text: words.say('annex-miit-lead', {
        name,
        before: levelName(levels, today.level, words.language),
        beforeScore: shownPoints(today.baseScore),
        after: levelName(levels, then.level, words.language),
        afterScore: shownPoints(then.baseScore),
      }),
    },
    itemsTable(pack, planned),
    scenesTable(pack, { today: today.scenes, then: then.scenes }, mill),
  ];
}

function itemsTable(pack: SmePack, planned: PlannedMill): Block {
  const { words } = planned.mill;
  const figure = { align: 'right', width: 9 } as const;
  return {
    kind: 'table',
    columns: [
      { title: words.say('column-id'), width: 11 },
      { title: words.say('column-question'), width: 33 },
      { title: words.say('column-chosen-answer'), width: 29 },
      { title: words.say('column-points'), ...figure },
      { title: words.say('column-points-after'), ...figure },
      { title: words.say('column-maximum'), ...figure },
    ],
    rows: pack.questions.map((question) => itemRow(question, pack, planned)),
  };
}

function itemRow(question: Question, { id }: SmePack, { mill, after }: PlannedMill): TableRow {
  const lineOf = ({ result }: Mill) => result.packs[id]?.trace.find((line) => line.question === question.id);
  const points = (of: Mill) => shownPoints(lineOf(of)?.contribution.low ?? 0);
  return {
    cells: [
      question.id,
      mill.words.pick(question.stem),
      itemAnswer(question, mill),
      points(mill),
      { text: points(after), strong: points(after) !== points(mill) },
      shownFigure(100 * (lineOf(mill)?.weight ?? 0)),
    ],
  };
}

/** The item's own answer or facts, else the answer of the manufacturing question that it is read off. */
function itemAnswer(question: Question, mill: Mill): string {
  const answerTo = (id: string) => {
    const other = mill.question(id);
    return other === undefined ? undefined : mill.answer(other);
  };
  const sibling = mill.question(knownFigure(question, mill.facts.now, answerTo)?.question ?? '');
  if (sibling === undefined || mill.answer(question) !== undefined) return effectiveText(question, mill);
  return mill.words.say('miit-sibling', {
    id: sibling.id,
    answer: answerText(sibling, mill.answer(sibling), mill.words),
  });
}

type SceneLevels = Readonly<Record<string, number | null>>;

function scenesTable(
  { scenes }: SmePack,
  { today, then }: { readonly today: SceneLevels; readonly then: SceneLevels },
  { words }: Mill,
): Block {
  const shown = (level: number | null | undefined) =>
    level === null || level === undefined ? words.say('not-applicable') : String(level);
  return {
    kind: 'table',
    caption: words.say('annex-scenes-caption'),
    columns: [
      { title: words.say('column-scene'), width: 22 },
      { title: words.say('column-scene-now'), width: 10, align: 'center' },
      { title: words.say('column-scene-after'), width: 10, align: 'center' },
      { title: words.say('column-scene-text'), width: 58 },
    ],
    rows: scenes.map((scene) => {
      const level = today[scene.id] ?? 0;
      return {
        cells: [
          scene.constrained ? words.say('scene-constrained', { name: words.pick(scene.name) }) : words.pick(scene.name),
          shown(today[scene.id]),
          { text: shown(then[scene.id]), strong: then[scene.id] !== today[scene.id] },
          level === 0 ? '—' : words.pick(scene.levels[level - 1]),
        ],
      };
    }),
  };
}
