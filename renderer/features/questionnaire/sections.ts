import { pinOf, scoredPacks } from '#assessments/packs/scored-packs.ts';
import type { PackId } from '#assessments/schema/ids.ts';
import type { LocalizedText } from '#assessments/schema/localized-text.ts';
import type { Pack, Question } from '#assessments/schema/pack.ts';
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

/** The sections of the packs that are scored; a pack that is read off the answers to another follows that one. */
export function sectionsOf(mill: Pick<ScoredMill, 'packs' | 'pinned' | 'isAsked'>): Section[] {
  const scored = scoredPacks(mill);
  const leading = scored.filter((pack) => pinOf(pack) === pack.id);
  return leading
    .flatMap(({ id }) => scored.filter((pack) => pinOf(pack) === id))
    .flatMap((pack) => packSections(pack, mill));
}

function packSections({ id: pack, questions, dimensions }: Pack, { isAsked }: Pick<ScoredMill, 'isAsked'>): Section[] {
  return [...new Set(questions.map((question) => question.dimension))].map((id) => {
    const members = questions.filter((question) => question.dimension === id);
    return {
      pack,
      id,
      name: dimensions.find((dimension) => dimension.id === id)?.name ?? null,
      asked: members.filter((question) => isAsked(question)),
      left: members.filter((question) => !isAsked(question)),
    };
  });
}
