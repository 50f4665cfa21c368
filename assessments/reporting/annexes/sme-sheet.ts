import { knownFigure } from '../../forms/known-figure.ts';
import { packByMethod } from '../../packs/pack-by-method.ts';
import type { Question, SmePack } from '../../schema/pack.ts';
import { shownFigure, shownPoints } from '../../scoring/shown-number.ts';
import { openLevelText } from '../level-text.ts';
import type { Block, TableRow } from '../report-document.ts';
import type { Mill } from '../report-input.ts';

/** Items and scenes of the SME digital level, to copy into the official test; nothing where it was not scored. */
export function smeSheet(mill: Mill, after: Mill | null): Block[] {
  const { words, name } = mill;
  const today = mill.result.indicative.miit2024;
  const then = after?.result.indicative.miit2024;
  if (today === undefined) return [];
  const pack = packByMethod(mill.packs, 'sme');
  const levelOf = (of: Mill | null) => {
    const scored = of?.result.packs[pack.id];
    return scored === undefined ? '' : openLevelText({ pack, result: scored }, mill);
  };
  return [
    { kind: 'heading', level: 2, text: words.say('annex-miit-heading') },
    {
      kind: 'paragraph',
      text: words.say(then === undefined ? 'annex-miit-lead-today' : 'annex-miit-lead', {
        name,
        before: levelOf(mill),
        beforeScore: shownPoints(today.baseScore),
        after: levelOf(after),
        afterScore: then === undefined ? '' : shownPoints(then.baseScore),
      }),
    },
    itemsTable(pack, mill, after),
    scenesTable(pack, { today: today.scenes, then: then?.scenes ?? null }, mill),
  ];
}

function itemsTable(pack: SmePack, mill: Mill, after: Mill | null): Block {
  const { words } = mill;
  const figure = { align: 'right', width: 9 } as const;
  return {
    kind: 'table',
    columns: [
      { title: words.say('column-id'), width: 11 },
      { title: words.say('column-question'), width: 44 },
      { title: words.say('column-from'), width: 16 },
      { title: words.say('column-points'), ...figure },
      ...(after === null ? [] : [{ title: words.say('column-points-after'), ...figure }]),
      { title: words.say('column-maximum'), ...figure },
    ],
    rows: pack.questions.map((question) => itemRow(question, pack, mill, after)),
  };
}

function itemRow(question: Question, { id }: SmePack, mill: Mill, after: Mill | null): TableRow {
  const lineOf = ({ result }: Mill) => result.packs[id]?.trace.find((line) => line.question === question.id);
  const points = (of: Mill) => shownPoints(lineOf(of)?.contribution.low ?? 0);
  return {
    cells: [
      question.id,
      mill.words.pick(question.stem),
      takenFrom(question, mill),
      points(mill),
      ...(after === null ? [] : [{ text: points(after), strong: points(after) !== points(mill) }]),
      shownFigure(100 * (lineOf(mill)?.weight ?? 0)),
    ],
  };
}

/** The manufacturing question that an item without an answer of its own is read off; its text stands there. */
function takenFrom(question: Question, mill: Mill): string {
  const answerTo = (id: string) => {
    const other = mill.question(id);
    return other === undefined ? undefined : mill.answer(other);
  };
  const sibling = mill.question(knownFigure(question, mill.facts.now, answerTo)?.question ?? '');
  return sibling === undefined || mill.answer(question) !== undefined ? question.id : sibling.id;
}

type SceneLevels = Readonly<Record<string, number | null>>;

function scenesTable(
  { scenes }: SmePack,
  { today, then }: { readonly today: SceneLevels; readonly then: SceneLevels | null },
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
      ...(then === null ? [] : [{ title: words.say('column-scene-after'), width: 10, align: 'center' as const }]),
      { title: words.say('column-scene-text'), width: 58 },
    ],
    rows: scenes.map((scene) => {
      const level = today[scene.id] ?? 0;
      return {
        cells: [
          scene.constrained ? words.say('scene-constrained', { name: words.pick(scene.name) }) : words.pick(scene.name),
          shown(today[scene.id]),
          ...(then === null ? [] : [{ text: shown(then[scene.id]), strong: then[scene.id] !== today[scene.id] }]),
          level === 0 ? '—' : words.pick(scene.levels[level - 1]),
        ],
      };
    }),
  };
}
