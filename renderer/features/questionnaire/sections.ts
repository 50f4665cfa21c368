import { shippedPacks } from '#assessments/packs/registry.ts';
import type { PackId } from '#assessments/schema/ids.ts';
import type { LocalizedText } from '#assessments/schema/localized-text.ts';
import type { Question } from '#assessments/schema/pack.ts';
import type { Enterprise } from '#assessments/schema/dossier.ts';
import { siteOf } from '#assessments/indicators/site.ts';
import { applies } from '#assessments/scoring/applicability.ts';

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

export function sectionsOf(pack: PackId, enterprise: Enterprise): Section[] {
  const { questions, dimensions } = shippedPacks[pack];
  const site = siteOf(enterprise, shippedPacks['water-efficiency']);
  return [...new Set(questions.map((question) => question.dimension))].map((id) => {
    const members = questions.filter((question) => question.dimension === id);
    const isAsked = (question: Question) => applies(question.applies, enterprise, site);
    return {
      pack,
      id,
      name: dimensions.find((dimension) => dimension.id === id)?.name ?? null,
      asked: members.filter(isAsked),
      left: members.filter((question) => !isAsked(question)),
    };
  });
}
