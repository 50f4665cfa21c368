import { formOf } from '#assessments/forms/forms.ts';
import type { Help } from '#assessments/packs/release.ts';
import { wordsIn } from '#assessments/reporting/words.ts';
import type { Question } from '#assessments/schema/pack.ts';
import { askAll } from '#assessments/scoring/asked-questions.ts';
import type { ScoredMill } from '#assessments/scoring/scored-mill.ts';
import { selfView } from '#assessments/scoring/views.ts';
import type { FormCell, FormSheet, FormWorkbook } from '../../../documents/xlsx/form-workbook.ts';
import type { WindowWords } from '../../../i18n/use-words.ts';
import { answerInCell, answersToChoose, isOfSeveral } from './answer-words.ts';
import { formOfSheets } from './form-meta.ts';
import { cellKey, markerSheet } from './marker.ts';

const WIDTHS = [14, 46, 40, 26, 38, 24];
const HEAD_ROWS = 3;

/** The questions that a mill is asked as a workbook to fill in, a sheet for each topic, with the mill's own answers. */
export function answerTemplate(mill: ScoredMill, guidance: Help, words: WindowWords): FormWorkbook {
  const { say, pick, language } = words;
  const { dossier, diagnosis } = mill;
  const report = wordsIn(language);
  const own = selfView(diagnosis);
  const title = say('template-answers-title', { name: dossier.enterprise.name, year: diagnosis.year });
  const asked = [...askAll(mill, own)].map(([id, entries]) => ({
    pack: mill.packs[id],
    questions: entries.map(({ question }) => question),
  }));
  const cellOf = (question: Question) => answerInCell(question, own(question), report);
  const noteOf = (question: Question) => diagnosis.answers[question.id]?.note ?? '';

  const questionRow = (question: Question): FormCell[] => {
    const choices = answersToChoose(question).map((value) => formOf(question).text(question, value, report));
    const value = cellOf(question);
    return [
      { value: question.id, look: 'muted' },
      { value: pick(question.stem), look: 'text' },
      {
        value: value === '' ? null : value,
        look: 'input',
        ...(choices.length === 0 ? {} : { choices: [...choices, say('template-unknown')] }),
      },
      { value: noteOf(question), look: 'input' },
      { value: hintOf(question), look: 'muted' },
      { value: pick(guidance[question.id]?.ask), look: 'muted' },
    ];
  };
  const hintOf = (question: Question): string => {
    if (isOfSeveral(question)) {
      const options = formOf(question).choices(question);
      return [say('template-several'), ...options.map(({ text }, i) => `${i + 1} ${pick(text)}`)].join('\n');
    }
    if (question.form.kind === 'numeric') return say('template-figure', { unit: report.unit(question.form.unit) });
    return pick(guidance[question.id]?.goodEnough);
  };
  const sheetOf = ({ pack, questions }: (typeof asked)[number]): FormSheet => ({
    name: pick(pack.shortName),
    widths: WIDTHS,
    frozen: { rows: HEAD_ROWS, columns: 2 },
    rows: [
      [{ value: `${title} · ${pick(pack.shortName)}`, look: 'title', span: WIDTHS.length }],
      [{ value: say('template-answers-hint'), look: 'label', span: WIDTHS.length }],
      (
        [
          'template-id',
          'template-question',
          'template-answer',
          'template-note',
          'template-hint',
          'template-who',
        ] as const
      ).map((id): FormCell => ({ value: say(id), look: 'head' })),
      ...pack.dimensions.flatMap(({ id, name }) => {
        const within = questions.filter(({ dimension }) => dimension === id);
        if (within.length === 0) return [];
        return [[{ value: pick(name), look: 'heading', span: WIDTHS.length } as const], ...within.map(questionRow)];
      }),
    ],
  });
  const out = asked.flatMap(({ questions }) =>
    questions.flatMap((question): [string, string][] => [
      [cellKey(question.id, 'answer'), String(cellOf(question))],
      [cellKey(question.id, 'note'), noteOf(question)],
    ]),
  );
  return formOfSheets(
    mill,
    title,
    [
      ...asked.filter(({ questions }) => questions.length > 0).map(sheetOf),
      markerSheet({
        kind: 'answers',
        enterprise: dossier.id,
        name: dossier.enterprise.name,
        year: diagnosis.year,
        out: new Map(out.filter(([, value]) => value !== '')),
      }),
    ],
    words,
  );
}
