import { shippedPacks } from '#assessments/packs/registry.ts';
import type { Section, SectionComparison } from '#assessments/exchange/compare.ts';
import type { Dossier } from '#assessments/schema/dossier.ts';
import type { WindowWords } from '../../i18n/use-words.ts';

/** What a section of two dossiers is called; a diagnosis by its day in the first that has it. */
export function sectionTitle(section: Section, dossiers: readonly Dossier[], { say, pick }: WindowWords): string {
  if (section.kind === 'facts') return say('facts-title', { year: section.year });
  if (!('diagnosis' in section)) return say(`section-${section.kind}`);
  const rounds = dossiers.flatMap(({ diagnoses }) => diagnoses);
  const day = rounds.find(({ id }) => id === section.diagnosis)?.openedOn ?? section.diagnosis;
  const round = say('place-diagnosis-of', { day });
  return section.kind === 'diagnosis'
    ? round
    : `${round}${say('place-separator')}${pick(shippedPacks[section.pack].name)}`;
}

/** How many values of a section differ and how many only one side has; only what is not zero. */
export function differenceText({ onlyHere, onlyThere, conflicts }: SectionComparison, { say }: WindowWords): string {
  const counts = [
    ['count-differing', conflicts.length],
    ['count-only-there', onlyThere],
    ['count-only-here', onlyHere],
  ] as const;
  return counts
    .filter(([, count]) => count > 0)
    .map(([text, count]) => say(text, { count }))
    .join(say('count-separator'));
}
