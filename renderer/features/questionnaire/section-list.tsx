import { memo, useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { PackSet } from '#assessments/packs/library.ts';
import type { ScoredMill } from '#assessments/scoring/scored-mill.ts';
import { sectionPath } from '../../app/routes.ts';
import { useWords } from '../../i18n/use-words.ts';
import type { Side } from './answer-state.ts';
import { QuestionSearch } from './question-search.tsx';
import { sectionProgress } from './section-progress.ts';
import { sectionTitle } from './section-title.ts';
import type { Section } from './sections.ts';

interface SectionListProps {
  readonly sections: readonly Section[];
  /** The packs in the versions that are asked. */
  readonly packs: PackSet;
  readonly current: Section;
  readonly mill: Pick<ScoredMill, 'dossier' | 'diagnosis' | 'facts'>;
  /** Whose answers are counted. */
  readonly side: Side;
  readonly onChoose: () => void;
}

/** All sections by topic, with how many of their questions are answered, or verified by whoever does that. */
export const SectionList = memo(function SectionList(props: SectionListProps) {
  const { sections, packs, current, mill, side, onChoose } = props;
  const { dossier, diagnosis, facts } = mill;
  const { say, pick } = useWords();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const link = list.current?.querySelector<HTMLElement>('[aria-current]');
    if (list.current === null || link === null || link === undefined) return;
    list.current.scrollTop = link.offsetTop - list.current.offsetTop - list.current.clientHeight / 2;
  }, [current]);
  return (
    <nav className="sections" aria-label={say('sections')}>
      <QuestionSearch sections={sections} />
      <div className="section-list" ref={list}>
        {sections.map((section, i) => {
          const { done, of } = sectionProgress(section.asked, diagnosis, facts.now, side);
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
                <small
                  className={of > 0 && done === of ? 'done' : ''}
                  aria-label={of === 0 ? undefined : `${say(`progress-${side}`)} ${done}/${of}`}
                >
                  {of === 0 ? '—' : `${done}/${of}`}
                </small>
              </Link>
            </div>
          );
        })}
      </div>
    </nav>
  );
});
