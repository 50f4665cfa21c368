import { canonicalJson } from '#assessments/schema/canonical-json.ts';
import type { YearFacts } from '#assessments/schema/facts.ts';
import type { OpenRecord } from '../../storage/open-record.ts';
import type { Change } from './change.ts';
import { storedFact } from './stored-fact.ts';

/** Writes all changes at once. */
export function takeChanges(record: OpenRecord, diagnosisId: string, changes: readonly Change[]): void {
  for (const year of yearsOf(changes))
    record.facts(year, (facts) => changes.reduce((held, change) => withFact(held, year, change), facts));
  for (const change of changes)
    if (change.kind === 'answer') record.answer(diagnosisId, change.question.id, () => change.after);
}

/** Puts back what stood there before, but where something else has been written since. */
export function undoChanges(record: OpenRecord, diagnosisId: string, changes: readonly Change[]): void {
  const { dossier } = record.state();
  const answers = dossier.diagnoses.find(({ id }) => id === diagnosisId)?.answers ?? {};
  const untouched = changes.filter((change) =>
    change.kind === 'fact'
      ? storedFact(dossier, change.fact, change.year) === change.after
      : isSame(answers[change.question.id], change.after),
  );
  takeChanges(record, diagnosisId, untouched.map(turned));
}

function turned(change: Change): Change {
  return change.kind === 'fact'
    ? { ...change, before: change.after, after: change.before }
    : { ...change, before: change.after, after: change.before };
}

function yearsOf(changes: readonly Change[]): Set<number> {
  return new Set(changes.flatMap((change) => (change.kind === 'fact' ? [change.year] : [])));
}

function withFact(facts: YearFacts, year: number, change: Change): YearFacts {
  if (change.kind !== 'fact' || change.year !== year) return facts;
  const { [change.fact]: _before, ...others } = facts;
  return change.after === undefined ? others : { ...others, [change.fact]: change.after };
}

function isSame(a: unknown, b: unknown): boolean {
  return a === undefined || b === undefined ? a === b : canonicalJson(a) === canonicalJson(b);
}
