import { memo } from 'react';
import { Link } from 'wouter';
import type { Dossier } from '#assessments/schema/dossier.ts';
import type { PackSet } from '#assessments/packs/library.ts';
import { sectionPath } from '../../app/routes.ts';
import { useWords } from '../../i18n/use-words.ts';
import { isAnswered } from './answer-state.ts';
import { QuestionSearch } from './question-search.tsx';
import { sectionTitle } from './section-title.ts';
import type { Section } from './sections.ts';

interface SectionListProps {
  readonly sections: readonly Section[];
  /** The packs in the versions that are asked. */
  readonly packs: PackSet;
  readonly current: Section;
  readonly dossier: Dossier;
  readonly diagnosisId: string;
  readonly onChoose: () => void;
}

/** All sections by topic, with how many of their questions are answered. */
export const SectionList = memo(function SectionList(props: SectionListProps) {
  const { sections, packs, current, dossier, diagnosisId, onChoose } = props;
  const { say, pick } = useWords();
  const diagnosis = dossier.diagnoses.find(({ id }) => id === diagnosisId);
  if (diagnosis === undefined) return null;
  const facts = dossier.facts[String(diagnosis.year)] ?? {};
  return (
    <nav className="sections" aria-label={say('sections')}>
      <QuestionSearch sections={sections} />
      <div className="section-list">
        {sections.map((section, i) => {
          const asked = section.asked.length;
          const done = section.asked.filter((question) => isAnswered(question, diagnosis.answers, facts)).length;
          return (
            <div key={`${section.pack} ${section.id}`}>
              {sections[i - 1]?.pack === section.pack ? null : (
                <h2>
                  {pick(packs[section.pack].shortName)}{' '}
                  <small>{say('pack-version', { version: packs[section.pack].version })}</small>
                </h2>
              )}
              <Link
                href={sectionPath(dossier.id, section.pack, section.id)}
                aria-current={section === current ? 'page' : undefined}
                onClick={onChoose}
              >
                <span>{sectionTitle(section, say, pick)}</span>
                <small className={asked > 0 && done === asked ? 'done' : ''}>
                  {asked === 0 ? '—' : `${done}/${asked}`}
                </small>
              </Link>
            </div>
          );
        })}
      </div>
    </nav>
  );
});
