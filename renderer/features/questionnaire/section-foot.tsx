import { useLocation } from 'wouter';
import { sectionPath, stepPath } from '../../app/routes.ts';
import { useWords } from '../../i18n/use-words.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import type { SectionProgress } from './section-progress.ts';
import { sectionTitle } from './section-title.ts';
import type { Section } from './sections.ts';
import type { Side } from './answer-state.ts';

interface SectionFootProps {
  readonly enterprise: string;
  readonly before: Section | undefined;
  readonly next: Section | undefined;
  readonly progress: SectionProgress;
  readonly side: Side;
}

/** The section before and the one after, always in the same place; after the last one what came of it. */
export function SectionFoot({ enterprise, before, next, progress, side }: SectionFootProps) {
  const { say, pick } = useWords();
  const [, navigate] = useLocation();
  const nameOf = (section: Section) => sectionTitle(section, say, pick);
  return (
    <nav className="foot-bar section-foot" aria-label={say('section-foot')}>
      {before === undefined ? null : (
        <button
          type="button"
          title={nameOf(before)}
          onClick={() => navigate(sectionPath(enterprise, before.pack, before.id))}
        >
          {say('section-before')}
        </button>
      )}
      <ProgressBar label={say(`progress-${side}`)} done={progress.done} of={progress.of} />
      <button
        type="button"
        className="primary"
        onClick={() =>
          navigate(
            next === undefined
              ? stepPath(enterprise, 'board')
              : sectionPath(enterprise, next.pack, next.id, next.asked[0]?.id),
          )
        }
      >
        {next === undefined ? say('sections-done') : say('next-section', { name: nameOf(next) })}
      </button>
    </nav>
  );
}
