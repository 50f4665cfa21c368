import type { PackId } from '#assessments/schema/ids.ts';
import type { LocalizedText } from '#assessments/schema/localized-text.ts';
import type { Question } from '#assessments/schema/pack.ts';
import type { ScoredMill } from '#assessments/scoring/scored-mill.ts';

/** A page of the questionnaire: the questions of one dimension of a pack, gates apart. */
export interface Section {
  readonly pack: PackId;
  readonly id: string;
  /** Null for the parts that are no dimension, such as the gates; the window names those. */
  readonly name: LocalizedText | null;
  readonly asked: readonly Question[];
  /** Questions that this mill is not asked. */
  readonly left: readonly Question[];
}

/** The sections of a pack in the version that the diagnosis of a mill pins. */
export function sectionsOf(pack: PackId, { packs, isAsked }: Pick<ScoredMill, 'packs' | 'isAsked'>): Section[] {
  const { questions, dimensions } = packs[pack];
  return [...new Set(questions.map((question) => question.dimension))].map((id) => {
    const members = questions.filter((question) => question.dimension === id);
    return {
      pack,
      id,
      name: dimensions.find((dimension) => dimension.id === id)?.name ?? null,
      asked: members.filter(isAsked),
      left: members.filter((question) => !isAsked(question)),
    };
  });
}
