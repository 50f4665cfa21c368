import type { WindowWords } from '../../i18n/use-words.ts';
import type { Section } from './sections.ts';

const NAMELESS = ['GATE', 'BASE', 'MANAGEMENT', 'OUTCOME'] as const;

export function sectionTitle(section: Section, say: WindowWords['say'], pick: WindowWords['pick']): string {
  const nameless = NAMELESS.find((id) => id === section.id);
  return section.name !== null ? pick(section.name) : nameless === undefined ? section.id : say(`section-${nameless}`);
}
