import { packList } from '../../packs/library.ts';
import type { AnswerValue } from '../../schema/answers.ts';
import type { Pack, Question } from '../../schema/pack.ts';
import { roundedDown, shownShare } from '../../scoring/shown-number.ts';
import { answerText } from '../answer-text.ts';
import type { Mill } from '../report-input.ts';
import { strayAnswers, strayText, type StrayAnswer } from '../stray-answers.ts';
import type { WorkbookCell, WorkbookTable } from '../report-workbook.ts';

/**
 * Every question that is asked of this mill or was answered all the same, those last that its pack versions do not have;
 * points and weight where it is scored.
 */
export function answersSheet(mill: Mill): WorkbookTable {
  const { words } = mill;
  const points = { unit: words.say('unit-points'), width: 9, kind: 'number', decimals: 1 } as const;
  return {
    kind: 'table',
    name: words.say('sheet-answers'),
    frozen: 3,
    columns: [
      { title: words.say('sheet-topic'), width: 9, kind: 'text' },
      { title: words.say('sheet-dimension'), width: 12, kind: 'text' },
      { title: words.say('sheet-id'), width: 12, kind: 'text' },
      { title: words.say('sheet-question'), width: 40, kind: 'text' },
      { title: words.say('sheet-self'), width: 24, kind: 'text' },
      { title: words.say('sheet-verified'), width: 24, kind: 'text' },
      { title: words.say('sheet-note'), width: 26, kind: 'text' },
      { title: words.say('sheet-flag'), width: 12, kind: 'text' },
      { title: words.say('sheet-points-low'), ...points },
      { title: words.say('sheet-points-high'), ...points },
      { title: words.say('sheet-weight'), width: 8, kind: 'percent', decimals: 1 },
    ],
    rows: [
      ...packList(mill.packs).flatMap((pack) =>
        pack.questions
          .filter((question) => isListed(question, pack, mill))
          .map((question) => answerRow(question, pack, mill)),
      ),
      ...strayAnswers(mill).map((stray) => strayRow(stray, mill)),
    ],
  };
}

function isListed(question: Question, pack: Pack, { diagnosis, pinned, isAsked }: Mill): boolean {
  return diagnosis.answers[question.id] !== undefined || (pinned.includes(pack.id) && isAsked(question));
}

function answerRow(question: Question, pack: Pack, mill: Mill): WorkbookCell[] {
  const { words, diagnosis, result } = mill;
  const answer = diagnosis.answers[question.id];
  const line = result.packs[pack.id]?.trace.find((entry) => entry.question === question.id);
  const said = (value: AnswerValue | undefined) => (value === undefined ? null : answerText(question, value, words));
  return [
    words.pick(pack.shortName),
    words.pick(pack.dimensions.find((dimension) => dimension.id === question.dimension)?.name) || null,
    question.id,
    words.pick(question.stem),
    said(answer?.self),
    said(answer?.verified),
    answer?.note ?? null,
    answer?.flag ?? null,
    ...(line === undefined
      ? [null, null, null]
      : [roundedDown(line.points.low), roundedDown(line.points.high), shownShare(line.weight)]),
  ];
}

function strayRow(stray: StrayAnswer, { words, packs }: Mill): WorkbookCell[] {
  const { id, answer, pack, question } = stray;
  return [
    pack === null ? null : words.pick(packs[pack].shortName),
    words.say('answers-stray'),
    id,
    words.pick(question?.stem) || null,
    strayText(stray, answer.self, words),
    strayText(stray, answer.verified, words),
    answer.note ?? null,
    answer.flag ?? null,
    null,
    null,
    null,
  ];
}
