import { library } from '#assessments/packs/registry.ts';
import type { Question } from '#assessments/schema/pack.ts';
import { sectionPath } from './routes.ts';

/** Where a question of the round is answered; null for an id that is none of it. */
export function questionPath(enterprise: string, id: string, questions: ReadonlyMap<string, Question>): string | null {
  const question = questions.get(id);
  const pack = library.packOf(id);
  return question === undefined || pack === undefined ? null : sectionPath(enterprise, pack, question.dimension, id);
}
