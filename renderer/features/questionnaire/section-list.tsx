import { memo } from 'react';
import { Link } from 'wouter';
import type { PackSet } from '#assessments/packs/library.ts';
import type { ScoredMill } from '#assessments/scoring/scored-mill.ts';
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
  readonly mill: Pick<ScoredMill, 'dossier' | 'diagnosis' | 'facts'>;
  readonly onChoose: () => void;
}

/** All sections by topic, with how many of their questions are answered. */
export const SectionList = memo(function SectionList(props: SectionListProps) {
  const { sections, packs, current, mill, onChoose } = props;
  const { dossier, diagnosis, facts } = mill;
  const { say, pick } = useWords();
  return (
    <nav className="sections" aria-label={say('sections')}>
      <QuestionSearch sections={sections} />
      <div className="section-list">
        {sections.map((section, i) => {
          const asked = section.asked.length;
          const done = section.asked.filter((question) => isAnswered(question, diagnosis.answers, facts.now)).length;
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
