import type { Question } from '../schema/pack.ts';
import { questionsById, type PackSet } from './registry.ts';

const indexes = new WeakMap<PackSet, ReadonlyMap<string, Question>>();

/** The questions of a pack set by id, looked up once per set. */
export function questionsIn(packs: PackSet): ReadonlyMap<string, Question> {
  const known = indexes.get(packs) ?? questionsById(packs);
  indexes.set(packs, known);
  return known;
}
