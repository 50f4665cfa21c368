import { misfitOf } from '#assessments/forms/misfit-of.ts';
import type { Answer, AnswerValue } from '#assessments/schema/answers.ts';
import { canonicalJson } from '#assessments/schema/canonical-json.ts';
import type { ScoredMill } from '#assessments/scoring/scored-mill.ts';
import type { Change, Preview, Refused } from '../change.ts';
import { textOf, type Row, type Sheet } from '../reading/table.ts';
import { answerOfCell } from './answer-words.ts';
import { cellKey, type Marker } from './marker.ts';

/** Columns of an answer and of its note, counted from that of the id. */
const ANSWER = 2;
const NOTE = 3;

/**
 * What a template of answers that came back would change in the mill's own answers; verified ones stay. A cell that says
 * what it went out with, or nothing, changes nothing; rows are known by the id of the question, wherever they stand.
 */
export function readAnswers(sheets: readonly Sheet[], { out }: Marker, mill: ScoredMill): Preview {
  const changes: Change[] = [];
  const refused: Refused[] = [];
  const seen = new Set<string>();
  let same = 0;
  for (const { name, rows } of sheets.filter(({ isHidden }) => !isHidden)) {
    for (const row of rows) {
      const at = row.cells.findIndex((cell) => mill.questions.has(textOf(cell)));
      const question = mill.questions.get(textOf(row.cells[at]));
      if (question === undefined) continue;
      const before = mill.diagnosis.answers[question.id];
      const place = `${name} ${question.id}`;
      const text = cellIfChanged(row, at + ANSWER, out.get(cellKey(question.id, 'answer')));
      const note = cellIfChanged(row, at + NOTE, out.get(cellKey(question.id, 'note')));
      const read = text === null ? null : answerOfCell(question, row.cells[at + ANSWER]);
      const misfit = read?.ok === true ? misfitOf(question, read.value) : null;
      const value = read?.ok === true && misfit === null ? read.value : undefined;
      if (read?.ok === false) refused.push({ place, text: text ?? '', reason: read.reason });
      if (misfit !== null) refused.push({ place, text: text ?? '', reason: misfit.code });
      const after = answered(before, value, note);
      if (after === undefined || canonicalJson(after) === canonicalJson(before ?? {})) {
        if (read?.ok !== false && misfit === null) same += 1;
      } else if (seen.has(question.id)) refused.push({ place, text: text ?? note ?? '', reason: 'twice' });
      else {
        changes.push({ kind: 'answer', question, before, after });
        seen.add(question.id);
      }
    }
  }
  return { changes, refused, same };
}

/** What stands in a cell; null where it is empty or what it went out with. */
function cellIfChanged({ cells }: Row, column: number, out: string | undefined): string | null {
  const text = textOf(cells[column]);
  return text === '' || text === out ? null : text;
}

function answered(before: Answer | undefined, self: AnswerValue | undefined, note: string | null): Answer | undefined {
  if (self === undefined && note === null) return undefined;
  return { ...before, ...(self === undefined ? {} : { self }), ...(note === null ? {} : { note }) };
}
