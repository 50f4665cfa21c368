import { canonicalJson } from '#assessments/schema/canonical-json.ts';
import type { YearFacts } from '#assessments/schema/facts.ts';
import type { OpenRecord } from '../../storage/open-record.ts';
import type { Change } from './change.ts';
import { storedFact, storedProducts } from './stored-fact.ts';

/** Writes all changes at once. */
export function takeChanges(record: OpenRecord, diagnosisId: string, changes: readonly Change[]): void {
  for (const year of yearsOf(changes))
    record.facts(year, (facts) => changes.reduce((held, change) => withChange(held, year, change), facts));
  for (const change of changes)
    if (change.kind === 'answer') record.answer(diagnosisId, change.question.id, () => change.after);
}

/** Puts back what stood there before, but where something else has been written since. */
export function undoChanges(record: OpenRecord, diagnosisId: string, changes: readonly Change[]): void {
  const { dossier } = record.state();
  const answers = dossier.diagnoses.find(({ id }) => id === diagnosisId)?.answers ?? {};
  const untouched = changes.filter((change) => {
    if (change.kind === 'fact') return storedFact(dossier, change.fact, change.year) === change.after;
    if (change.kind === 'products') return isSame(storedProducts(dossier, change.year), change.after);
    return isSame(answers[change.question.id], change.after);
  });
  takeChanges(record, diagnosisId, untouched.map(turned));
}

function turned(change: Change): Change {
  return { ...change, before: change.after, after: change.before } as Change;
}

function yearsOf(changes: readonly Change[]): Set<number> {
  return new Set(changes.flatMap((change) => (change.kind === 'answer' ? [] : [change.year])));
}

function withChange(facts: YearFacts, year: number, change: Change): YearFacts {
  if (change.kind === 'answer' || change.year !== year) return facts;
  if (change.kind === 'products') return withPart(facts, 'output.products', [...change.after]);
  return withPart(facts, change.fact, change.after);
}

function withPart<K extends keyof YearFacts>(facts: YearFacts, part: K, value: YearFacts[K]): YearFacts {
  const { [part]: _before, ...others } = facts;
  const isNone = value === undefined || (Array.isArray(value) && value.length === 0);
  return isNone ? others : { ...others, [part]: value };
}

function isSame(a: unknown, b: unknown): boolean {
  return a === undefined || b === undefined ? a === b : canonicalJson(a) === canonicalJson(b);
}
